// store/tokens.h — by what programs are known that ask in somebody's name. Whoever has a token may
// what its account may. Here stands only its hash (web/api_token.h), so that whoever reads the
// database cannot ask with it. Accounts that are removed or disabled have none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

enum class TokenId : std::int64_t {};

// Of one account, that are not revoked.
inline constexpr std::size_t kTokensMax = 50;

struct Token {
  TokenId id{};
  std::string label;  // what it is for, in the words of who made it
  Instant made_at{};
  std::optional<Day> used_on;  // the last day, of UTC
  std::optional<Instant> revoked_at;
};

class Tokens {
 public:
  explicit Tokens(Connection& database) : database_(database) {}

  // `hash` is one that no other has. Nothing if the account has kTokensMax already.
  struct New {
    std::string hash;
    std::string label;
  };
  std::optional<TokenId> add(AccountId account, const New& token, Instant now);

  // Whose token it is, if it is good; it is used by this, which is written down once a day.
  std::optional<Account> use(const std::string& hash, Instant now);

  // As they were made, the revoked ones too.
  std::vector<Token> of(AccountId account) const;

  // False if the account has no such token, or it was revoked already.
  bool revoke(AccountId account, TokenId id, Instant now);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
