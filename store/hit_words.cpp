#include "store/hit_words.h"

#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

bool is_any_pending(const Connection& database) {
  return Query(database, "SELECT 1 FROM hit_words_pending LIMIT 1").step();
}

// Of the first pending cases, of which there are some.
void index_portion(const Connection& database) {
  Query portion(database,
                "SELECT max(case_id) FROM (SELECT case_id FROM hit_words_pending ORDER BY case_id "
                "LIMIT ?)");
  portion.bind(kCasesIndexedAtOnceMax).step();
  const std::int64_t last = portion.integer();
  Query(database,
        "DELETE FROM hit_words WHERE rowid IN "
        "(SELECT case_id FROM hit_words_pending WHERE case_id <= ?)")
      .bind(last)
      .run();
  Query(database,
        "INSERT INTO hit_words (rowid, title, words) SELECT pending.case_id, "
        "group_concat(title, char(10)), group_concat(summary || char(10) || "
        "coalesce((SELECT linked_text.text FROM linked_text WHERE linked_text.item = item.id), "
        "text), char(10)) FROM hit_words_pending AS pending CROSS JOIN item "
        "ON item.case_id = pending.case_id WHERE pending.case_id <= ? "
        "AND EXISTS (SELECT 1 FROM inbox WHERE inbox.case_id = pending.case_id) "
        "GROUP BY pending.case_id")
      .bind(last)
      .run();
  Query(database, "DELETE FROM hit_words_pending WHERE case_id <= ?").bind(last).run();
}

}  // namespace

void index_hit_words(const Connection& database) {
  while (is_any_pending(database)) index_portion(database);
}

void index_left_hit_words(Connection& database) {
  // Without a transaction if there is nothing to do: whoever opens the database to read it does not
  // wait for who writes.
  while (is_any_pending(database)) {
    Transaction transaction(database);
    if (is_any_pending(database)) index_portion(database);  // nobody else has done it meanwhile
    transaction.commit();
  }
}

}  // namespace fundwatch::store
