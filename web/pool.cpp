#include "web/pool.h"

#include <algorithm>
#include <utility>

namespace fundwatch::web {

Pool::Pool(Handlers handlers) : handlers_(std::move(handlers)) {
  for (const Handler& handler : handlers_) {
    threads_.emplace_back([this, &handler] { work(handler); });
  }
}

Pool::~Pool() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool Pool::add(Lane lane, Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() == kPoolQueueMax) return false;
    queue_.push_back({lane, std::move(job)});
  }
  changed_.notify_all();
  return true;
}

std::deque<Pool::Waiting>::iterator Pool::next() {
  return std::find_if(queue_.begin(), queue_.end(), [this](const Waiting& waiting) {
    return !is_busy_[static_cast<std::size_t>(waiting.lane)];
  });
}

void Pool::work(const Handler& handler) {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ends_ || next() != queue_.end(); });
    if (ends_) return;
    const auto first = next();
    const Waiting waiting = std::move(*first);
    queue_.erase(first);
    bool& is_busy = is_busy_[static_cast<std::size_t>(waiting.lane)];
    is_busy = true;
    lock.unlock();
    waiting.job(handler);
    lock.lock();
    is_busy = false;
    changed_.notify_all();
  }
}

}  // namespace fundwatch::web
