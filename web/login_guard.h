// web/login_guard.h — how often passwords may be guessed, and how that locks nobody else out.
// Whoever fails too often from one address for one account waits, and whoever fails too often from
// one address for any; the account's owner comes in from another address meanwhile. Where senders
// cannot be told apart, and while many fail at once, answers are held back instead. Counts stay in
// memory. Its functions may be called from any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <string>

#include "base/clock.h"

namespace fundwatch::web {

inline constexpr int kFailuresForAccountMax = 5;  // from one address
inline constexpr int kFailuresFromAddressMax = 20;
inline constexpr int kFailuresOfAllMax = 60;  // before all answers to who fails are held back
inline constexpr std::chrono::minutes kFailuresForgotten{15};
inline constexpr std::chrono::seconds kAnswerHeld{3};
inline constexpr std::size_t kFailuresKept = 20'000;  // the oldest are forgotten before

class LoginGuard {
 public:
  struct Attempt {
    std::string account;  // what was typed
    std::string sender;   // Request::sender
  };

  // Whether it may be tried now; if not, the password is not even looked at.
  bool may_try(const Attempt& attempt, Instant now);

  // It was wrong. How long the answer to it is held back.
  std::chrono::seconds note_failure(const Attempt& attempt, Instant now);

  // It was right: this sender's failures for this account are forgotten.
  void note_success(const Attempt& attempt);

 private:
  struct Failure {
    Instant at;
    std::string pair;
    std::string network;
  };

  void forget_oldest();
  void forget_old(Instant now);

  std::mutex mutex_;
  std::deque<Failure> failures_;  // oldest first
  std::map<std::string, int> by_pair_;
  std::map<std::string, int> by_network_;
};

}  // namespace fundwatch::web
