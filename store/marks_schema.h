// store/marks_schema.h — the tables of store/marks.h, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// What items are remembered by for tuning profiles. A new turn for every change; an item that is
// there without current marks stands in unmarked_item.
inline constexpr std::string_view kMarksSchema = R"(
CREATE TABLE mark (
  id   INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE marked_item (
  turn       INTEGER PRIMARY KEY AUTOINCREMENT,
  item       INTEGER NOT NULL UNIQUE REFERENCES item (id) ON DELETE CASCADE,
  first_seen INTEGER NOT NULL,
  marks      BLOB NOT NULL
) STRICT;

CREATE TABLE marks_state (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  removals INTEGER NOT NULL
) STRICT;
INSERT INTO marks_state (id, removals) VALUES (1, 0);

CREATE TABLE unmarked_item (
  item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE
) STRICT;
INSERT INTO unmarked_item (item) SELECT id FROM item;

CREATE TRIGGER item_added AFTER INSERT ON item BEGIN
  INSERT OR IGNORE INTO unmarked_item (item) VALUES (new.id);
END;
CREATE TRIGGER item_changed AFTER UPDATE ON item BEGIN
  INSERT OR IGNORE INTO unmarked_item (item) VALUES (new.id);
END;
CREATE TRIGGER linked_text_added AFTER INSERT ON linked_text WHEN new.text IS NOT NULL BEGIN
  INSERT OR IGNORE INTO unmarked_item (item) VALUES (new.item);
END;
CREATE TRIGGER linked_text_changed AFTER UPDATE OF text ON linked_text BEGIN
  INSERT OR IGNORE INTO unmarked_item (item) VALUES (new.item);
END;
CREATE TRIGGER linked_text_removed AFTER DELETE ON linked_text BEGIN
  INSERT OR IGNORE INTO unmarked_item (item) SELECT id FROM item WHERE id = old.item;
END;
CREATE TRIGGER marked_item_removed AFTER DELETE ON marked_item BEGIN
  UPDATE marks_state SET removals = removals + 1;
END;
)";

}  // namespace fundwatch::store
