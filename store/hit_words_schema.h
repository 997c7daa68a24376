// store/hit_words_schema.h — the words of items that are hits, to be searched by people, as a step
// of the migrations. Only of those: some of a hundred items, so that the copy costs little.
// Triggers note what changes, and the end of the transaction (store/hit_words.h) writes it: FTS5
// would put all it holds on disk at every statement that comes between two of its rows.
#pragma once

#include <string_view>

namespace fundwatch::store {

inline constexpr std::string_view kHitWordsSchema = R"(
CREATE VIRTUAL TABLE hit_words USING fts5 (title, words, tokenize = 'unicode61 remove_diacritics 0');

-- Items whose row may be out of date until the transaction ends (store/hit_words.h).
CREATE TABLE hit_words_pending (item INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER hit_words_hit_added AFTER INSERT ON hit
  WHEN NOT EXISTS (SELECT 1 FROM hit_words WHERE rowid = new.item) BEGIN
  INSERT OR IGNORE INTO hit_words_pending VALUES (new.item);
END;
CREATE TRIGGER hit_words_hit_removed AFTER DELETE ON hit BEGIN
  INSERT OR IGNORE INTO hit_words_pending VALUES (old.item);
END;
CREATE TRIGGER hit_words_item_changed AFTER UPDATE OF title, summary, text ON item
  WHEN EXISTS (SELECT 1 FROM hit WHERE hit.item = new.id)
    AND (old.title <> new.title OR old.summary <> new.summary OR old.text <> new.text) BEGIN
  INSERT OR IGNORE INTO hit_words_pending VALUES (new.id);
END;
CREATE TRIGGER hit_words_text_changed AFTER UPDATE OF text ON linked_text
  WHEN EXISTS (SELECT 1 FROM hit WHERE hit.item = new.item) BEGIN
  INSERT OR IGNORE INTO hit_words_pending VALUES (new.item);
END;
CREATE TRIGGER hit_words_text_added AFTER INSERT ON linked_text
  WHEN EXISTS (SELECT 1 FROM hit WHERE hit.item = new.item) BEGIN
  INSERT OR IGNORE INTO hit_words_pending VALUES (new.item);
END;
INSERT INTO hit_words_pending SELECT DISTINCT item FROM hit;
)";

}  // namespace fundwatch::store
