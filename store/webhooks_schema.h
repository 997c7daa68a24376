// store/webhooks_schema.h — the tables of store/webhooks.h, as a step of the migrations.
// Triggers queue: whatever adds a hit while its profile has a webhook that is on queues it in the
// same transaction, so that no way of adding hits can forget to, and nothing from before is queued.
#pragma once

#include <string_view>

namespace fundwatch::store {

// What was delivered stays as long as its item, so that it is not queued again. 1000 is
// kWebhookQueueMax.
inline constexpr std::string_view kWebhooksSchema = R"(
CREATE TABLE webhook (
  profile       INTEGER PRIMARY KEY REFERENCES profile (id) ON DELETE CASCADE,
  url           TEXT NOT NULL,
  secret        TEXT NOT NULL,
  state         TEXT NOT NULL,              -- on, off, gone
  set_at        INTEGER NOT NULL,
  failing_since INTEGER,                    -- NULL: the last attempt succeeded, or there was none
  tries         INTEGER NOT NULL DEFAULT 0, -- in a row that failed through the receiver
  next_try      INTEGER NOT NULL DEFAULT 0, -- nothing is posted before
  answer        TEXT NOT NULL DEFAULT '',   -- to the last attempt, in words
  last_success  INTEGER,
  lost          INTEGER NOT NULL DEFAULT 0, -- hits that were given up, or found no place
  is_told       INTEGER NOT NULL DEFAULT 0  -- that it fails, until it succeeds
) STRICT;

CREATE TABLE webhook_delivery (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  profile       INTEGER NOT NULL REFERENCES webhook (profile) ON DELETE CASCADE,
  item          INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  message_id    TEXT NOT NULL UNIQUE,       -- the header webhook-id
  queued_at     INTEGER NOT NULL,
  failing_since INTEGER,
  attempts      INTEGER NOT NULL DEFAULT 0, -- that were refused because of what it says
  next_attempt  INTEGER NOT NULL,
  done_at       INTEGER,                    -- NULL: queued
  UNIQUE (profile, item)
) STRICT;
CREATE INDEX webhook_delivery_due ON webhook_delivery (profile, id) WHERE done_at IS NULL;
CREATE INDEX webhook_delivery_item ON webhook_delivery (item);

CREATE TRIGGER webhook_hit_added AFTER INSERT ON hit
  WHEN EXISTS (SELECT 1 FROM webhook WHERE profile = new.profile AND state = 'on') BEGIN
  INSERT OR IGNORE INTO webhook_delivery (profile, item, message_id, queued_at, next_attempt)
    SELECT new.profile, new.item, 'msg_' || lower(hex(randomblob(16))), new.found_at, new.found_at
    WHERE (SELECT count(*) FROM webhook_delivery
           WHERE profile = new.profile AND done_at IS NULL) < 1000;
  UPDATE webhook SET lost = lost + 1 WHERE profile = new.profile AND NOT EXISTS
    (SELECT 1 FROM webhook_delivery WHERE profile = new.profile AND item = new.item);
END;
CREATE TRIGGER webhook_hit_removed AFTER DELETE ON hit BEGIN
  DELETE FROM webhook_delivery
  WHERE profile = old.profile AND item = old.item AND done_at IS NULL;
END;
CREATE TRIGGER webhook_profile_removed AFTER UPDATE OF removed ON profile
  WHEN new.removed <> 0 BEGIN
  DELETE FROM webhook WHERE profile = new.id;
END;
)";

}  // namespace fundwatch::store
