#include "store/signing_keys.h"

#include <charconv>

#include "store/error.h"
#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

std::string hexadecimal(const SigningKey& key) {
  std::string text;
  for (const unsigned char byte : key.bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0xF];
  }
  return text;
}

SigningKey key_of(Instant made_at, const std::string& text, const std::string& file) {
  SigningKey key{made_at};
  if (text.size() != 2 * kSigningKeyBytes) {
    throw StoreError(file +
                     ": a signing key is damaged. Restore a backup, or make a new key with "
                     "`fundwatch key rotate`: links in mails already sent stop working");
  }
  const char* digits = text.data();
  for (unsigned char& byte : key.bytes) {
    std::from_chars(digits, digits + 2, byte, 16);
    digits += 2;
  }
  return key;
}

}  // namespace

SigningKeys SigningKeyTable::all() const {
  SigningKeys keys;
  Query row(database_, "SELECT made_at, bytes FROM signing_key ORDER BY id");
  while (row.step()) {
    const Instant made_at = row.instant();
    keys.push_back(key_of(made_at, row.text(), row.file()));
  }
  return keys;
}

void SigningKeyTable::add(const SigningKey& key) {
  Transaction transaction(database_);
  Query(database_, "INSERT INTO signing_key (made_at, bytes) VALUES (?, ?)")
      .bind(key.made_at)
      .bind(hexadecimal(key))
      .run();
  // A key is replaced by the next one: what was replaced too long ago opens nothing.
  Query(database_,
        "DELETE FROM signing_key WHERE (SELECT min(next.made_at) FROM signing_key AS next "
        "WHERE next.id > signing_key.id) < ?")
      .bind(key.made_at - kReplacedKeyValid)
      .run();
  transaction.commit();
}

}  // namespace fundwatch::store
