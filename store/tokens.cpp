#include "store/tokens.h"

#include "store/accounts.h"
#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

bool has_room(const Connection& database, AccountId account) {
  Query row(database, "SELECT count(*) FROM token WHERE account = ? AND revoked_at IS NULL");
  row.bind(account);
  row.step();
  return row.integer() < static_cast<std::int64_t>(kTokensMax);
}

}  // namespace

std::optional<TokenId> Tokens::add(AccountId account, const New& token, Instant now) {
  Transaction transaction(database_);
  if (!has_room(database_, account)) return std::nullopt;
  Query(database_, "INSERT INTO token (account, hash, label, made_at) VALUES (?, ?, ?, ?)")
      .bind(account)
      .bind(token.hash)
      .bind(token.label)
      .bind(now)
      .run();
  const TokenId id{last_id(database_)};
  transaction.commit();
  return id;
}

std::optional<Account> Tokens::use(const std::string& hash, Instant now) {
  AccountId id{};
  std::optional<Day> used_on;
  {
    Query row(database_,
              "SELECT account, used_on FROM token WHERE hash = ? AND revoked_at IS NULL");
    row.bind(hash);
    if (!row.step()) return std::nullopt;
    id = AccountId{row.integer()};
    used_on = row.maybe_day();
  }
  const auto account = Accounts(database_).find(id);
  if (!account || account->disabled) return std::nullopt;
  const Day today = std::chrono::floor<std::chrono::days>(now);
  if (!used_on || *used_on < today) {
    write_in_passing(database_, [&] {
      Query(database_, "UPDATE token SET used_on = ? WHERE hash = ?")
          .bind(std::optional(today))
          .bind(hash)
          .run();
    });
  }
  return account;
}

std::vector<Token> Tokens::of(AccountId account) const {
  Query row(database_,
            "SELECT id, label, made_at, used_on, revoked_at FROM token WHERE account = ? "
            "ORDER BY id");
  row.bind(account);
  std::vector<Token> tokens;
  while (row.step()) {
    Token token;
    token.id = TokenId{row.integer()};
    token.label = row.text();
    token.made_at = row.instant();
    token.used_on = row.maybe_day();
    token.revoked_at = row.maybe_instant();
    tokens.push_back(std::move(token));
  }
  return tokens;
}

bool Tokens::revoke(AccountId account, TokenId id, Instant now) {
  Query query(database_,
              "UPDATE token SET revoked_at = ? WHERE id = ? AND account = ? "
              "AND revoked_at IS NULL");
  return query.bind(now).bind(static_cast<std::int64_t>(id)).bind(account).run() > 0;
}

}  // namespace fundwatch::store
