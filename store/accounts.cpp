#include "store/accounts.h"

#include "store/query.h"
#include "store/transaction.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

const std::string kSelect = "SELECT id, email, name, role, language, disabled FROM account ";

Account read(Query& row) {
  Account account;
  account.id = AccountId{row.integer()};
  account.email = row.text();
  account.name = row.text();
  account.role = role(row.text(), row.file());
  account.language = language(row.text(), row.file());
  account.disabled = row.flag();
  return account;
}

std::optional<Account> one(Query& row) {
  if (!row.step()) return std::nullopt;
  return read(row);
}

void log_out(Connection& database, AccountId id) {
  Query(database, "DELETE FROM session WHERE account = ?").bind(id).run();
}

void drop_tokens(Connection& database, AccountId id) {
  Query(database, "DELETE FROM token WHERE account = ?").bind(id).run();
}

}  // namespace

std::vector<Account> Accounts::all() const {
  Query row(database_, kSelect + "ORDER BY email");
  std::vector<Account> accounts;
  while (row.step()) accounts.push_back(read(row));
  return accounts;
}

std::optional<Account> Accounts::find(AccountId id) const {
  Query row(database_, kSelect + "WHERE id = ?");
  row.bind(id);
  return one(row);
}

std::optional<Account> Accounts::find(const std::string& email) const {
  Query row(database_, kSelect + "WHERE email = ?");
  row.bind(email);
  return one(row);
}

AccountId Accounts::add(const Account& account, const std::string& password_hash) {
  Query(database_,
        "INSERT INTO account (email, name, role, language, disabled, password_hash) "
        "VALUES (?, ?, ?, ?, ?, ?)")
      .bind(account.email)
      .bind(account.name)
      .bind(word(account.role))
      .bind(word(account.language))
      .bind(account.disabled)
      .bind(password_hash)
      .run();
  return AccountId{last_id(database_)};
}

void Accounts::update(const Account& account) {
  Transaction transaction(database_);
  Query(database_,
        "UPDATE account SET email = ?, name = ?, role = ?, language = ?, disabled = ? "
        "WHERE id = ?")
      .bind(account.email)
      .bind(account.name)
      .bind(word(account.role))
      .bind(word(account.language))
      .bind(account.disabled)
      .bind(account.id)
      .run();
  if (account.disabled) {
    log_out(database_, account.id);
    drop_tokens(database_, account.id);
  }
  transaction.commit();
}

void Accounts::set_password_hash(AccountId id, const std::string& password_hash) {
  Transaction transaction(database_);
  Query(database_, "UPDATE account SET password_hash = ? WHERE id = ?")
      .bind(password_hash)
      .bind(id)
      .run();
  log_out(database_, id);
  transaction.commit();
}

std::string Accounts::password_hash(AccountId id) const {
  Query row(database_, "SELECT password_hash FROM account WHERE id = ?");
  row.bind(id);
  return row.step() ? row.text() : std::string();
}

void Accounts::remove(AccountId id) {
  Query(database_, "DELETE FROM account WHERE id = ?").bind(id).run();
}

}  // namespace fundwatch::store
