// store/case_words_schema.h — the words of cases that are hits, to be searched by people, as a step
// of the migrations: in place of the words of items (store/hit_words_schema.h), of which each that
// was found had to be read for its case. Beginnings of two to four letters have lists of their own:
// what people type begins thousands of words. Triggers note what changes, as before.
#pragma once

#include <string_view>

namespace fundwatch::store {

inline constexpr std::string_view kCaseWordsSchema = R"(
DROP TRIGGER hit_words_hit_added;
DROP TRIGGER hit_words_hit_removed;
DROP TRIGGER hit_words_item_changed;
DROP TRIGGER hit_words_text_changed;
DROP TRIGGER hit_words_text_added;
DROP TABLE hit_words_pending;
DROP TABLE hit_words;

CREATE VIRTUAL TABLE hit_words USING fts5 (title, words,
  tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3 4');

-- Cases whose row may be out of date until the transaction ends (store/hit_words.h).
CREATE TABLE hit_words_pending (case_id INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER hit_words_hit_added AFTER INSERT ON hit BEGIN
  INSERT OR IGNORE INTO hit_words_pending SELECT case_id FROM item WHERE id = new.item
    AND NOT EXISTS (SELECT 1 FROM hit_words WHERE hit_words.rowid = item.case_id);
END;
CREATE TRIGGER hit_words_hit_removed AFTER DELETE ON hit BEGIN
  INSERT OR IGNORE INTO hit_words_pending SELECT case_id FROM item WHERE id = old.item;
END;
CREATE TRIGGER hit_words_item_added AFTER INSERT ON item
  WHEN EXISTS (SELECT 1 FROM inbox WHERE case_id = new.case_id) BEGIN
  INSERT OR IGNORE INTO hit_words_pending VALUES (new.case_id);
END;
CREATE TRIGGER hit_words_item_removed AFTER DELETE ON item
  WHEN EXISTS (SELECT 1 FROM hit_words WHERE rowid = old.case_id) BEGIN
  INSERT OR IGNORE INTO hit_words_pending VALUES (old.case_id);
END;
CREATE TRIGGER hit_words_item_moved AFTER UPDATE OF case_id ON item
  WHEN old.case_id <> new.case_id BEGIN
  INSERT OR IGNORE INTO hit_words_pending VALUES (old.case_id), (new.case_id);
END;
CREATE TRIGGER hit_words_item_changed AFTER UPDATE OF title, summary, text ON item
  WHEN EXISTS (SELECT 1 FROM inbox WHERE case_id = new.case_id)
    AND (old.title <> new.title OR old.summary <> new.summary OR old.text <> new.text) BEGIN
  INSERT OR IGNORE INTO hit_words_pending VALUES (new.case_id);
END;
CREATE TRIGGER hit_words_text_changed AFTER UPDATE OF text ON linked_text BEGIN
  INSERT OR IGNORE INTO hit_words_pending SELECT case_id FROM item WHERE id = new.item
    AND EXISTS (SELECT 1 FROM inbox WHERE inbox.case_id = item.case_id);
END;
CREATE TRIGGER hit_words_text_added AFTER INSERT ON linked_text BEGIN
  INSERT OR IGNORE INTO hit_words_pending SELECT case_id FROM item WHERE id = new.item
    AND EXISTS (SELECT 1 FROM inbox WHERE inbox.case_id = item.case_id);
END;
INSERT INTO hit_words_pending SELECT case_id FROM inbox;
)";

}  // namespace fundwatch::store
