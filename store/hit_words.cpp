#include "store/hit_words.h"

#include "store/query.h"

namespace fundwatch::store {

void index_hit_words(const Connection& database) {
  if (!Query(database, "SELECT 1 FROM hit_words_pending LIMIT 1").step()) return;
  Query(database, "DELETE FROM hit_words WHERE rowid IN (SELECT item FROM hit_words_pending)")
      .run();
  Query(database,
        "INSERT INTO hit_words (rowid, title, words) SELECT id, title, summary || char(10) || "
        "coalesce((SELECT linked_text.text FROM linked_text WHERE linked_text.item = item.id), "
        "text) FROM hit_words_pending CROSS JOIN item ON item.id = hit_words_pending.item "
        "WHERE EXISTS (SELECT 1 FROM hit WHERE hit.item = item.id)")
      .run();
  Query(database, "DELETE FROM hit_words_pending").run();
}

}  // namespace fundwatch::store
