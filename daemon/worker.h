// daemon/worker.h — the thread that ticks. It waits until the tick wants to be called again, until
// another process changes the database, or until it is told to look again; it never gives up.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

#include "base/clock.h"
#include "daemon/troubles.h"

namespace fundwatch::daemon {

// How soon a change made by a command is noticed.
constexpr std::chrono::milliseconds kChangeNoticedWithin{1500};
// How long the worker rests after the installation failed it (disk full, database unreadable):
// short enough to heal by itself, long enough not to bother the sources.
constexpr std::chrono::minutes kRestAfterFault{5};

// Waits on this thread until the clock shows `wake`: for commands that do without a worker.
void wait_for(const Clock& clock, Instant wake);

// What the worker calls, always on its own thread.
struct Work {
  std::function<Instant()> tick;
  std::function<bool()> changed_elsewhere;  // did another process write the database
  std::function<void()> reload;             // read the configuration anew
};

class Worker {
 public:
  // `stop` is shared with the work, whose long steps watch it too.
  Worker(const Clock& clock, Troubles& troubles, std::stop_source stop)
      : clock_(clock), troubles_(troubles), stop_(std::move(stop)) {}
  ~Worker() { stop(); }

  // Called once; from now on only the worker's thread touches what `work` does.
  void start(Work work);

  // Asks to stop and waits until the thread has ended.
  void stop();

  // SIGHUP: the configuration is read before the next tick, which comes at once.
  void reload();

  // Called by the work between its steps.
  void beat();

  // How long ago the last beat was: what the watchdog asks.
  std::chrono::seconds since_beat() const;

 private:
  void run(const Work& work);
  void reload_if_asked(const Work& work);
  Instant tick_or_rest(const Work& work);
  void wait_until(Instant wake, const Work& work);

  const Clock& clock_;
  Troubles& troubles_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  bool reload_asked_ = false;
  bool is_in_trouble_ = false;
  std::atomic<std::chrono::steady_clock::time_point> last_beat_{};
  std::stop_source stop_;
  std::thread thread_;
};

}  // namespace fundwatch::daemon
