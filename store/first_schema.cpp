#include "store/first_schema.h"

namespace fundwatch::store {
namespace {

// Tables are STRICT. Instants are seconds since 1970 UTC, days ISO text, lists JSON text, truths 0
// or 1. Ids are never given twice (AUTOINCREMENT): the ledger outlives cases, and Message-IDs
// outlive subscribers. Every foreign key has an index that begins with it, so that removing is no
// scan.
constexpr std::string_view kFirstSchema = R"(
CREATE TABLE revision (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  value INTEGER NOT NULL
) STRICT;
INSERT INTO revision (id, value) VALUES (1, 0);

CREATE TABLE source (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  name             TEXT NOT NULL UNIQUE,
  url              TEXT NOT NULL,
  kind             TEXT NOT NULL,
  language         TEXT NOT NULL,
  interval_minutes INTEGER NOT NULL,
  paused           INTEGER NOT NULL,
  etag             TEXT NOT NULL,
  last_modified    TEXT NOT NULL,
  failures         INTEGER NOT NULL,
  error            TEXT NOT NULL,
  failing_since    INTEGER,
  last_attempt     INTEGER,
  last_success     INTEGER,
  next_check       INTEGER NOT NULL
) STRICT;
CREATE INDEX source_due ON source (next_check) WHERE paused = 0;

CREATE TABLE cases (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE item (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  source        INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  case_id       INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  key           TEXT NOT NULL CHECK (key <> ''),
  first_seen    INTEGER NOT NULL,
  url           TEXT NOT NULL,
  title         TEXT NOT NULL,
  summary       TEXT NOT NULL,
  text          TEXT NOT NULL,
  author        TEXT NOT NULL,
  language      TEXT NOT NULL,
  categories    TEXT NOT NULL,
  enclosures    TEXT NOT NULL,
  published     INTEGER,
  updated       INTEGER,
  deadline      TEXT,
  deadline_at   INTEGER,
  deadline_text TEXT NOT NULL,
  event_date    TEXT,
  amount        INTEGER,
  currency      TEXT NOT NULL,
  municipality  TEXT NOT NULL,
  nuts          TEXT NOT NULL,
  UNIQUE (source, key)
) STRICT;
CREATE INDEX item_first_seen ON item (first_seen);
CREATE INDEX item_source_first_seen ON item (source, first_seen);
CREATE INDEX item_case ON item (case_id, first_seen);

CREATE TABLE profile (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  name            TEXT NOT NULL UNIQUE,
  version         INTEGER NOT NULL,
  matched_version INTEGER NOT NULL DEFAULT 0,
  removed         INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE profile_version (
  profile       INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  version       INTEGER NOT NULL,
  title_swedish TEXT NOT NULL,
  title_english TEXT NOT NULL,
  threshold     REAL NOT NULL,
  terms         TEXT NOT NULL,
  author        TEXT NOT NULL,
  saved_at      INTEGER NOT NULL,
  PRIMARY KEY (profile, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE hit (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  item            INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  profile         INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  profile_version INTEGER NOT NULL,
  score           REAL NOT NULL,
  reasons         TEXT NOT NULL,
  review          TEXT NOT NULL DEFAULT 'none',
  found_at        INTEGER NOT NULL,
  UNIQUE (item, profile)
) STRICT;
CREATE INDEX hit_profile_found ON hit (profile, found_at);
CREATE INDEX hit_found ON hit (found_at);

CREATE TABLE subscriber (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  email        TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name         TEXT NOT NULL,
  organisation TEXT NOT NULL,
  language     TEXT NOT NULL,
  weekday      INTEGER NOT NULL, -- 1 is Monday
  time_of_day  INTEGER NOT NULL, -- minutes
  paused       INTEGER NOT NULL,
  since        INTEGER NOT NULL,
  next_digest  INTEGER,
  refusals     INTEGER NOT NULL
) STRICT;
CREATE INDEX subscriber_due ON subscriber (next_digest) WHERE paused = 0;

CREATE TABLE subscriber_profile (
  subscriber INTEGER NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
  profile    INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  PRIMARY KEY (subscriber, profile)
) STRICT, WITHOUT ROWID;
CREATE INDEX subscriber_profile_profile ON subscriber_profile (profile);

CREATE TABLE digest (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  subscriber    INTEGER NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
  weekly_moment INTEGER NOT NULL,
  message_id    TEXT NOT NULL UNIQUE,
  composed_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX digest_subscriber ON digest (subscriber, composed_at);

-- What was told stays told when the case or the digest is gone: no reference to either.
CREATE TABLE ledger (
  subscriber INTEGER NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
  case_id    INTEGER NOT NULL,
  version    INTEGER NOT NULL,
  digest     INTEGER NOT NULL,
  PRIMARY KEY (subscriber, case_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE mail (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  subscriber   INTEGER REFERENCES subscriber (id) ON DELETE CASCADE, -- NULL: to nobody who subscribes
  message_id   TEXT NOT NULL UNIQUE,
  sender       TEXT NOT NULL,
  recipient    TEXT NOT NULL,
  subject      TEXT NOT NULL,
  bytes        TEXT NOT NULL,
  state        TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'refused')),
  attempts     INTEGER NOT NULL,
  answer       TEXT NOT NULL DEFAULT '', -- of the last attempt, in the server's words
  made_at      INTEGER NOT NULL,
  next_attempt INTEGER NOT NULL,
  done_at      INTEGER
) STRICT;
CREATE INDEX mail_due ON mail (next_attempt) WHERE state = 'queued';
CREATE INDEX mail_subscriber ON mail (subscriber);

CREATE TABLE hold (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  reason   TEXT NOT NULL,
  since    INTEGER NOT NULL,
  next_try INTEGER NOT NULL,
  tries    INTEGER NOT NULL
) STRICT;
)";

}  // namespace

std::string_view first_schema() { return kFirstSchema; }

}  // namespace fundwatch::store
