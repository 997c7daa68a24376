// store/accounts.h — who may log in at the desk. Keeps the hash of a password as a text that it
// does not understand (web/password.h makes and verifies it), and gives it to nobody but the login.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

class Accounts {
 public:
  explicit Accounts(Connection& database) : database_(database) {}

  // By address.
  std::vector<Account> all() const;

  std::optional<Account> find(AccountId id) const;
  std::optional<Account> find(const std::string& email) const;  // whatever its case

  // A new account. There is none with its address yet.
  AccountId add(const Account& account, const std::string& password_hash);

  // Changes all but the password. Whoever is disabled is logged out everywhere, and has no tokens.
  void update(const Account& account);

  // Logs the account out everywhere: who knew the old one is out.
  void set_password_hash(AccountId id, const std::string& password_hash);
  std::string password_hash(AccountId id) const;

  void remove(AccountId id);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
