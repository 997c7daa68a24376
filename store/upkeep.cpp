#include "store/upkeep.h"

#include <unordered_set>

#include "store/mark_texts.h"
#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

struct OldItem {
  ItemId id{};
  CaseId case_id{};
};

std::vector<OldItem> items_before(const Connection& database, Instant moment, int items_max) {
  Query query(database,
              "SELECT id, case_id FROM item WHERE first_seen < ? ORDER BY first_seen LIMIT ?");
  query.bind(moment).bind(items_max);
  std::vector<OldItem> items;
  while (query.step()) {
    OldItem item;
    item.id = ItemId{query.integer()};
    item.case_id = CaseId{query.integer()};
    items.push_back(item);
  }
  return items;
}

void retire(const Connection& database, const OldItem& item) {
  Query(database,
        "INSERT INTO retired_item (source, key) SELECT source, key FROM item WHERE id = ? "
        "ON CONFLICT (source, key) DO NOTHING")
      .bind(item.id)
      .run();
  Query(database, "DELETE FROM item WHERE id = ?").bind(item.id).run();
  Query(database,
        "DELETE FROM cases WHERE id = ? "
        "AND NOT EXISTS (SELECT 1 FROM item WHERE case_id = cases.id) "
        "AND NOT EXISTS (SELECT 1 FROM answer WHERE case_id = cases.id)")
      .bind(item.case_id)
      .run();
}

}  // namespace

std::optional<Instant> Upkeep::done_at() const {
  const std::int64_t seconds = number_of(database_, "SELECT done_at FROM upkeep");
  return seconds == 0 ? std::nullopt : std::optional(Instant{std::chrono::seconds(seconds)});
}

void Upkeep::set_done(Instant now) {
  Query(database_, "UPDATE upkeep SET done_at = ?").bind(now).run();
}

int Upkeep::retire_items(Instant moment, int items_max) {
  Transaction transaction(database_);
  const std::vector<OldItem> items = items_before(database_, moment, items_max);
  for (const OldItem& item : items) retire(database_, item);
  transaction.commit();
  return static_cast<int>(items.size());
}

std::vector<Item> Upkeep::without_retired(SourceId source, std::vector<Item> items) const {
  // For years there are none.
  Query any(database_, "SELECT 1 FROM retired_item WHERE source = ? LIMIT 1");
  if (!any.bind(source).step()) return items;
  std::unordered_set<std::string> retired;
  Query query(database_, "SELECT 1 FROM retired_item WHERE source = ? AND key = ?");
  for (const Item& item : items) {
    query.reset();
    if (query.bind(source).bind(item.key).step()) retired.insert(item.key);
  }
  if (retired.empty()) return items;
  std::erase_if(items, [&](const Item& item) { return retired.contains(item.key); });
  return items;
}

int Upkeep::empty_mails(Instant moment, int mails_max) {
  return Query(database_,
               "UPDATE mail SET bytes = '' WHERE id IN (SELECT id FROM mail "
               "WHERE done_at IS NOT NULL AND done_at < ? AND bytes <> '' LIMIT ?)")
      .bind(moment)
      .bind(mails_max)
      .run();
}

int Upkeep::remove_mails(Instant moment, int mails_max) {
  Transaction transaction(database_);
  const int removed = Query(database_,
                            "DELETE FROM mail WHERE id IN (SELECT id FROM mail "
                            "WHERE done_at IS NOT NULL AND done_at < ? LIMIT ?)")
                          .bind(moment)
                          .bind(mails_max)
                          .run();
  Query(database_, "DELETE FROM digest WHERE composed_at < ?").bind(moment).run();
  transaction.commit();
  return removed;
}

void Upkeep::tidy_up(int pages_max) {
  // A look at some rows of each index is enough, however many there are.
  execute(database_, "PRAGMA analysis_limit = 1000");
  execute(database_, "PRAGMA optimize");
  forget_unused_marks(database_, kMarkTextsForgottenMax);
  execute(database_, "PRAGMA incremental_vacuum(" + std::to_string(pages_max) + ")");
  execute(database_, "PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace fundwatch::store
