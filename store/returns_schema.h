// store/returns_schema.h — the tables of store/returns.h, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// Mails of ours that came back, and up to where the mailbox they come back to was read.
inline constexpr std::string_view kReturnsSchema = R"(
CREATE TABLE mail_return (
  mail    INTEGER PRIMARY KEY REFERENCES mail (id) ON DELETE CASCADE,
  is_hard INTEGER NOT NULL,
  status  TEXT NOT NULL, -- "5.1.1"
  words   TEXT NOT NULL, -- of the server that gave it back
  at      INTEGER NOT NULL
) STRICT;

CREATE TABLE dead_address (
  subscriber INTEGER PRIMARY KEY REFERENCES subscriber (id) ON DELETE CASCADE,
  since      INTEGER NOT NULL,
  words      TEXT NOT NULL
) STRICT;
CREATE INDEX dead_address_since ON dead_address (since);

CREATE TABLE returns_position (
  mailbox  TEXT PRIMARY KEY, -- its address in the settings
  validity INTEGER NOT NULL,
  last     INTEGER NOT NULL,
  next     INTEGER NOT NULL  -- when it is read again
) STRICT, WITHOUT ROWID;
)";

}  // namespace fundwatch::store
