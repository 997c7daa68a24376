#include "store/sessions.h"

#include "store/accounts.h"
#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {

void Sessions::begin(const std::string& token_hash, AccountId account, Instant now) {
  Transaction transaction(database_);
  Query(database_, "DELETE FROM session WHERE used_at < ? OR begun_at < ?")
      .bind(now - kSessionIdleMax)
      .bind(now - kSessionAgeMax)
      .run();
  Query(database_, "INSERT INTO session (token_hash, account, begun_at, used_at) VALUES (?,?,?,?)")
      .bind(token_hash)
      .bind(account)
      .bind(now)
      .bind(now)
      .run();
  transaction.commit();
}

std::optional<Account> Sessions::use(const std::string& token_hash, Instant now) {
  AccountId id{};
  Instant used_at{};
  {
    Query row(database_,
              "SELECT account, used_at FROM session "
              "WHERE token_hash = ? AND used_at >= ? AND begun_at >= ?");
    row.bind(token_hash).bind(now - kSessionIdleMax).bind(now - kSessionAgeMax);
    if (!row.step()) return std::nullopt;
    id = AccountId{row.integer()};
    used_at = row.instant();
  }
  const auto account = Accounts(database_).find(id);
  if (!account || account->disabled) return std::nullopt;
  if (now - used_at >= kSessionUseNoted) {
    write_in_passing(database_, [&] {
      Query(database_, "UPDATE session SET used_at = ? WHERE token_hash = ?")
          .bind(now)
          .bind(token_hash)
          .run();
    });
  }
  return account;
}

void Sessions::end(const std::string& token_hash) {
  Query(database_, "DELETE FROM session WHERE token_hash = ?").bind(token_hash).run();
}

void Sessions::end_others(AccountId account, const std::string& token_hash) {
  Query(database_, "DELETE FROM session WHERE account = ? AND token_hash <> ?")
      .bind(account)
      .bind(token_hash)
      .run();
}

}  // namespace fundwatch::store
