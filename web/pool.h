// web/pool.h — two threads for what a page waits for: the hash of a password, what a changed
// profile would find or what was found in all years, what an address is as a source. Of each lane
// one request runs at a time, so that no kind of work can take both threads, and a login never
// waits for a distant server.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "web/http.h"

namespace fundwatch::web {

// Where a request is answered. page: at once, on the thread of all pages.
enum class Lane { page, hashing, tuning, fetching };

inline constexpr std::size_t kPoolThreads = 2;
inline constexpr std::size_t kPoolQueueMax = 64;  // more is turned away

class Pool {
 public:
  // Each thread has one of these, with a Store of its own.
  using Handlers = std::array<Handler, kPoolThreads>;

  explicit Pool(Handlers handlers);
  ~Pool();  // waits for what runs; what is queued is dropped
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  // `job` is called on a thread of the pool, with that thread's handler. False if there is too
  // much to do already. It may not throw.
  using Job = std::function<void(const Handler&)>;
  bool add(Lane lane, Job job);

 private:
  struct Waiting {
    Lane lane;
    Job job;
  };

  void work(const Handler& handler);
  std::deque<Waiting>::iterator next();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> queue_;
  std::array<bool, 4> is_busy_{};  // by lane
  bool ends_ = false;
  const Handlers handlers_;
  std::vector<std::thread> threads_;
};

}  // namespace fundwatch::web
