// store/hit_words_schema.h — the words of items that are hits, to be searched by people, as a step
// of the migrations. Only of those: some of a hundred items, so that the copy costs little.
// Triggers keep it like the inbox (store/inbox_schema.h).
#pragma once

#include <string_view>

namespace fundwatch::store {

inline constexpr std::string_view kHitWordsSchema = R"(
CREATE VIRTUAL TABLE hit_words USING fts5 (title, words, tokenize = 'unicode61 remove_diacritics 0');

CREATE VIEW hit_words_change AS SELECT 0 AS item;
CREATE TRIGGER hit_words_changed INSTEAD OF INSERT ON hit_words_change BEGIN
  DELETE FROM hit_words WHERE rowid = new.item;
  INSERT INTO hit_words (rowid, title, words)
    SELECT id, title, summary || char(10) ||
      coalesce((SELECT linked_text.text FROM linked_text WHERE linked_text.item = item.id), text)
    FROM item WHERE id = new.item AND EXISTS (SELECT 1 FROM hit WHERE hit.item = new.item);
END;

CREATE TRIGGER hit_words_hit_added AFTER INSERT ON hit
  WHEN NOT EXISTS (SELECT 1 FROM hit_words WHERE rowid = new.item) BEGIN
  INSERT INTO hit_words_change VALUES (new.item);
END;
CREATE TRIGGER hit_words_hit_removed AFTER DELETE ON hit
  WHEN NOT EXISTS (SELECT 1 FROM hit WHERE hit.item = old.item) BEGIN
  DELETE FROM hit_words WHERE rowid = old.item;
END;
CREATE TRIGGER hit_words_item_changed AFTER UPDATE OF title, summary, text ON item
  WHEN EXISTS (SELECT 1 FROM hit WHERE hit.item = new.id)
    AND (old.title <> new.title OR old.summary <> new.summary OR old.text <> new.text) BEGIN
  INSERT INTO hit_words_change VALUES (new.id);
END;
CREATE TRIGGER hit_words_text_changed AFTER UPDATE OF text ON linked_text
  WHEN EXISTS (SELECT 1 FROM hit WHERE hit.item = new.item) BEGIN
  INSERT INTO hit_words_change VALUES (new.item);
END;
CREATE TRIGGER hit_words_text_added AFTER INSERT ON linked_text
  WHEN EXISTS (SELECT 1 FROM hit WHERE hit.item = new.item) BEGIN
  INSERT INTO hit_words_change VALUES (new.item);
END;
INSERT INTO hit_words_change SELECT DISTINCT item FROM hit;
)";

}  // namespace fundwatch::store
