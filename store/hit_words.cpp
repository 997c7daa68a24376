#include "store/hit_words.h"

#include "store/query.h"

namespace fundwatch::store {

void index_hit_words(const Connection& database) {
  if (!Query(database, "SELECT 1 FROM hit_words_pending LIMIT 1").step()) return;
  Query(database, "DELETE FROM hit_words WHERE rowid IN (SELECT case_id FROM hit_words_pending)")
      .run();
  Query(database,
        "INSERT INTO hit_words (rowid, title, words) SELECT pending.case_id, "
        "group_concat(title, char(10)), group_concat(summary || char(10) || "
        "coalesce((SELECT linked_text.text FROM linked_text WHERE linked_text.item = item.id), "
        "text), char(10)) FROM hit_words_pending AS pending CROSS JOIN item "
        "ON item.case_id = pending.case_id "
        "WHERE EXISTS (SELECT 1 FROM inbox WHERE inbox.case_id = pending.case_id) "
        "GROUP BY pending.case_id")
      .run();
  Query(database, "DELETE FROM hit_words_pending").run();
}

}  // namespace fundwatch::store
