#include "daemon/worker.h"

#include <utility>

namespace fundwatch::daemon {

void wait_for(const Clock& clock, Instant wake) {
  std::mutex mutex;
  std::condition_variable nobody;
  std::unique_lock lock(mutex);
  while (clock.now() < wake) nobody.wait_for(lock, std::chrono::milliseconds(50));
}

void Worker::start(Work work) {
  beat();
  thread_ = std::thread([this, work = std::move(work)] { run(work); });
}

void Worker::stop() {
  stop_.request_stop();
  woken_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Worker::reload() {
  {
    const std::lock_guard lock(mutex_);
    reload_asked_ = true;
  }
  woken_.notify_all();
}

void Worker::beat() { last_beat_ = std::chrono::steady_clock::now(); }

std::chrono::seconds Worker::since_beat() const {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() -
                                                          last_beat_.load());
}

void Worker::run(const Work& work) {
  while (!stop_.stop_requested()) {
    const Instant wake = tick_or_rest(work);
    beat();
    wait_until(wake, work);
  }
}

void Worker::reload_if_asked(const Work& work) {
  {
    const std::lock_guard lock(mutex_);
    if (!std::exchange(reload_asked_, false)) return;
  }
  work.reload();
}

Instant Worker::tick_or_rest(const Work& work) {
  try {
    reload_if_asked(work);
    const Instant wake = work.tick();
    troubles_.end(Trouble::storage, "the database can be used again");
    troubles_.end(Trouble::installation, "the daemon is at work again");
    is_in_trouble_ = false;
    return wake;
  } catch (const std::exception& fault) {
    // The installation is broken. It is said once, and tried until it is mended.
    troubles_.begin(trouble_of(fault), std::string(fault.what()) + "; trying again every " +
                                           std::to_string(kRestAfterFault.count()) +
                                           " min, nothing stored is lost");
    is_in_trouble_ = true;
    return clock_.now() + kRestAfterFault;
  }
}

void Worker::wait_until(Instant wake, const Work& work) {
  const std::stop_token stop = stop_.get_token();
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested() && !reload_asked_ && clock_.now() < wake) {
    woken_.wait_for(lock, stop, kChangeNoticedWithin, [this] { return reload_asked_; });
    beat();
    if (!is_in_trouble_ && work.changed_elsewhere()) return;
  }
}

}  // namespace fundwatch::daemon
