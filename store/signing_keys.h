// store/signing_keys.h — the keys that links in mails are signed with. In the database, so that a
// backup has them.
#pragma once

#include "base/signing_key.h"
#include "store/sqlite.h"

namespace fundwatch::store {

class SigningKeyTable {
 public:
  explicit SigningKeyTable(Connection& database) : database_(database) {}

  // Oldest first.
  SigningKeys all() const;

  // It signs from now on. Keys that are good for nothing any more are removed.
  void add(const SigningKey& key);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
