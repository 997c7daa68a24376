#include "web/login_guard.h"

#include "base/text.h"

namespace fundwatch::web {
namespace {

// Whoever has one address of IPv6 has a network of them: its first four groups count.
std::string network_of(const std::string& sender) {
  if (sender.find(':') == std::string::npos) return sender;
  std::size_t end = 0;
  for (int groups = 0; groups < 4 && end != std::string::npos; ++groups) {
    end = sender.find(':', end + 1);
  }
  return sender.substr(0, end);
}

std::string pair_of(const LoginGuard::Attempt& attempt) {
  return network_of(attempt.sender) + " " + ascii_lower(attempt.account);
}

void count_down(std::map<std::string, int>& counts, const std::string& key) {
  const auto found = counts.find(key);
  if (found == counts.end()) return;
  if (--found->second <= 0) counts.erase(found);
}

int count_in(const std::map<std::string, int>& counts, const std::string& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

bool LoginGuard::may_try(const Attempt& attempt, Instant now) {
  const std::lock_guard lock(mutex_);
  forget_old(now);
  if (attempt.sender.empty()) return true;  // it may be anybody: held back, not refused
  return count_in(by_pair_, pair_of(attempt)) < kFailuresForAccountMax &&
         count_in(by_network_, network_of(attempt.sender)) < kFailuresFromAddressMax;
}

std::chrono::seconds LoginGuard::note_failure(const Attempt& attempt, Instant now) {
  const std::lock_guard lock(mutex_);
  forget_old(now);
  if (failures_.size() == kFailuresKept) forget_oldest();
  failures_.push_back({now, pair_of(attempt), network_of(attempt.sender)});
  ++by_pair_[failures_.back().pair];
  ++by_network_[failures_.back().network];
  const bool many_of_unknown =
      attempt.sender.empty() && by_pair_[pair_of(attempt)] > kFailuresForAccountMax;
  const bool many = failures_.size() > kFailuresOfAllMax;
  return many || many_of_unknown ? kAnswerHeld : std::chrono::seconds(0);
}

void LoginGuard::note_success(const Attempt& attempt) {
  const std::lock_guard lock(mutex_);
  const std::string pair = pair_of(attempt);
  std::erase_if(failures_, [&](const Failure& failure) {
    if (failure.pair != pair) return false;
    count_down(by_network_, failure.network);
    return true;
  });
  by_pair_.erase(pair);
}

void LoginGuard::forget_oldest() {
  count_down(by_pair_, failures_.front().pair);
  count_down(by_network_, failures_.front().network);
  failures_.pop_front();
}

void LoginGuard::forget_old(Instant now) {
  while (!failures_.empty() && failures_.front().at + kFailuresForgotten < now) forget_oldest();
}

}  // namespace fundwatch::web
