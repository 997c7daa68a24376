#include "store/linked_texts.h"

#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {

void LinkedTexts::wait_for(ItemId item, Instant now) {
  Query(database_,
        "INSERT INTO linked_text (item, next_attempt) VALUES (?, ?) ON CONFLICT (item) DO UPDATE "
        "SET attempts = 0, error = '', next_attempt = excluded.next_attempt")
      .bind(item)
      .bind(now)
      .run();
}

void LinkedTexts::forget(ItemId item) {
  Query(database_, "DELETE FROM linked_text WHERE item = ?").bind(item).run();
}

std::vector<LinkedPage> LinkedTexts::due(Instant now, std::size_t pages_max) const {
  Query row(database_,
            "SELECT item.id, item.source, item.url, source.ca_file, linked_text.attempts "
            "FROM linked_text CROSS JOIN item ON item.id = linked_text.item "
            "CROSS JOIN source ON source.id = item.source WHERE linked_text.next_attempt <= ? "
            "ORDER BY linked_text.next_attempt, linked_text.item LIMIT ?");
  row.bind(now).bind(static_cast<std::int64_t>(pages_max));
  std::vector<LinkedPage> pages;
  while (row.step()) {
    LinkedPage page;
    page.item = ItemId{row.integer()};
    page.source = SourceId{row.integer()};
    page.url = row.text();
    page.ca_file = row.text();
    page.attempts = row.number();
    pages.push_back(std::move(page));
  }
  return pages;
}

std::optional<Instant> LinkedTexts::next_attempt() const {
  Query row(database_, "SELECT min(next_attempt) FROM linked_text WHERE next_attempt IS NOT NULL");
  row.step();
  return row.maybe_instant();
}

void LinkedTexts::put(ItemId item, const std::string& text) {
  Transaction transaction(database_);
  Query(database_,
        "UPDATE linked_text SET text = ?, error = '', next_attempt = NULL WHERE item = ?")
      .bind(text)
      .bind(item)
      .run();
  transaction.commit();
}

void LinkedTexts::record_failure(ItemId item, const std::string& error,
                                 std::optional<Instant> next_attempt) {
  Query(database_,
        "UPDATE linked_text SET attempts = attempts + 1, error = ?, next_attempt = ? "
        "WHERE item = ?")
      .bind(error)
      .bind(next_attempt)
      .bind(item)
      .run();
}

void LinkedTexts::put_off(ItemId item, Instant next_attempt) {
  Query(database_, "UPDATE linked_text SET next_attempt = ? WHERE item = ?")
      .bind(next_attempt)
      .bind(item)
      .run();
}

}  // namespace fundwatch::store
