// store/tokens_schema.h — the table of store/tokens.h, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// By what programs are known. A row goes with its account.
inline constexpr std::string_view kTokensSchema = R"(
CREATE TABLE token (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  account    INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  hash       TEXT NOT NULL UNIQUE,
  label      TEXT NOT NULL,
  made_at    INTEGER NOT NULL,
  used_on    TEXT,   -- NULL: never
  revoked_at INTEGER -- NULL: it is good
) STRICT;
CREATE INDEX token_account ON token (account);
)";

}  // namespace fundwatch::store
