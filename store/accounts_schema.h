// store/accounts_schema.h — the tables of store/accounts.h, sessions.h and audit.h, as a step of
// the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// Who works at the desk, where they are logged in, and what they changed. An audit row outlives
// the account that it names.
inline constexpr std::string_view kAccountsSchema = R"(
CREATE TABLE account (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  email         TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name          TEXT NOT NULL,
  role          TEXT NOT NULL,
  language      TEXT NOT NULL,
  disabled      INTEGER NOT NULL DEFAULT 0,
  password_hash TEXT NOT NULL
) STRICT;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY, -- of what stands in the browser's cookie
  account    INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  begun_at   INTEGER NOT NULL,
  used_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX session_account ON session (account);

CREATE TABLE audit (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  at      INTEGER NOT NULL,
  account TEXT NOT NULL, -- its address
  action  TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail  TEXT NOT NULL
) STRICT;
CREATE INDEX audit_at ON audit (at);
)";

}  // namespace fundwatch::store
