#include "feeds/fetch/host_queues.h"

#include <iterator>

#include "base/check.h"

namespace fundwatch::feeds {

void HostQueues::add(Errand errand) {
  const std::string name = errand.hop.authority;
  Host& host = hosts_[name];
  host.waiting.push_back(std::move(errand));
  if (!host.is_busy && !host.turn) give_turn(name, host);
}

void HostQueues::give_turn(const std::string& name, Host& host) {
  const auto [turn, is_new] = turns_.emplace(std::pair(pace_.free_at(name), turns_given_++), name);
  CHECK(is_new);
  host.turn = turn;
}

std::optional<Errand> HostQueues::take(Moment now) {
  if (turns_.empty() || turns_.begin()->first.first > now) return std::nullopt;
  Host& host = hosts_.at(turns_.begin()->second);
  turns_.erase(turns_.begin());
  host.turn.reset();
  Errand errand = std::move(host.waiting.front());
  host.waiting.pop_front();
  host.is_busy = true;
  return errand;
}

void HostQueues::release(const std::string& name, Moment now) {
  const auto host = hosts_.find(name);
  CHECK(host != hosts_.end() && host->second.is_busy);
  pace_.asked(name, now);
  host->second.is_busy = false;
  if (host->second.waiting.empty()) {
    hosts_.erase(host);
  } else {
    give_turn(name, host->second);
  }
}

std::vector<Errand> HostQueues::take_all(const std::string& name) {
  const auto host = hosts_.find(name);
  if (host == hosts_.end()) return {};
  std::deque<Errand>& waiting = host->second.waiting;
  std::vector<Errand> errands(std::make_move_iterator(waiting.begin()),
                              std::make_move_iterator(waiting.end()));
  waiting.clear();
  if (host->second.turn) {
    turns_.erase(*host->second.turn);
    host->second.turn.reset();
  }
  if (!host->second.is_busy) hosts_.erase(host);
  return errands;
}

std::optional<Moment> HostQueues::next_turn() const {
  if (turns_.empty()) return std::nullopt;
  return turns_.begin()->first.first;
}

}  // namespace fundwatch::feeds
