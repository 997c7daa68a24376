// store/sessions.h — where accounts are logged in. A browser's cookie holds a random token; here
// stands only its hash, so that whoever reads the database cannot log in with it.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

inline constexpr std::chrono::hours kSessionIdleMax{12};  // without a page asked for
inline constexpr std::chrono::days kSessionAgeMax{30};    // since the login
// The use of a session is written down this often, so that a page seldom writes.
inline constexpr std::chrono::minutes kSessionUseNoted{5};

class Sessions {
 public:
  explicit Sessions(Connection& database) : database_(database) {}

  // Removes those that have ended, of everybody.
  void begin(const std::string& token_hash, AccountId account, Instant now);

  // Whose session it is, if it has not ended; it is used by this.
  std::optional<Account> use(const std::string& token_hash, Instant now);

  void end(const std::string& token_hash);

  // Of this account, all but that one.
  void end_others(AccountId account, const std::string& token_hash);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
