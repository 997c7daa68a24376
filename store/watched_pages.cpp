#include "store/watched_pages.h"

#include "store/query.h"

namespace fundwatch::store {

std::optional<std::string> WatchedPages::find(SourceId source) const {
  Query row(database_, "SELECT text FROM watched_page WHERE source = ?");
  if (!row.bind(source).step()) return std::nullopt;
  return row.text();
}

void WatchedPages::put(SourceId source, const std::string& text, Instant now) {
  Query(database_,
        "INSERT INTO watched_page (source, text, seen_at) VALUES (?, ?, ?) ON CONFLICT (source) "
        "DO UPDATE SET text = excluded.text, seen_at = excluded.seen_at")
      .bind(source)
      .bind(text)
      .bind(now)
      .run();
}

}  // namespace fundwatch::store
