#include "store/cases.h"

#include "base/check.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

bool has_other_items(const Connection& database, const Item& item) {
  Query row(database, "SELECT 1 FROM item WHERE case_id = ? AND id <> ? LIMIT 1");
  return row.bind(item.case_id).bind(item.id).step();
}

}  // namespace

CaseId Cases::add() {
  Query(database_, "INSERT INTO cases DEFAULT VALUES").run();
  return CaseId{last_id(database_)};
}

Item Cases::speaker(CaseId id) const {
  const auto speaker = find_speaker(id);
  CHECK(speaker);
  return *speaker;
}

// Cases have few items: they are sorted as they are read.
std::optional<Item> Cases::find_speaker(CaseId id) const {
  Query row(database_, "SELECT " + kItemColumns +
                           " FROM item WHERE case_id = ? ORDER BY "
                           "id IS NOT (SELECT speaker FROM cases WHERE cases.id = item.case_id), "
                           "coalesce(deadline, found_deadline, event_date, found_event_date) "
                           "IS NULL, id LIMIT 1");
  if (!row.bind(id).step()) return std::nullopt;
  return read_item(row);
}

std::vector<Item> Cases::items(CaseId id) const {
  Query row(database_, "SELECT " + kItemColumns + " FROM item WHERE case_id = ? ORDER BY id");
  row.bind(id);
  std::vector<Item> items;
  while (row.step()) items.push_back(read_item(row));
  return items;
}

int Cases::version(CaseId id) const {
  Query row(database_, "SELECT version FROM cases WHERE id = ?");
  return row.bind(id).step() ? row.number() : 1;
}

bool Cases::was_told(CaseId id) const {
  return Query(database_, "SELECT 1 FROM ledger WHERE case_id = ? LIMIT 1").bind(id).step();
}

bool Cases::is_settled(const Item& item) const {
  return has_other_items(database_, item) || was_told(item.case_id);
}

bool Cases::is_full(CaseId id) const {
  Query row(database_, "SELECT 1 FROM item WHERE case_id = ? LIMIT 1 OFFSET ?");
  return row.bind(id).bind(kCaseItemsMax - 1).step();
}

void Cases::join(const Item& item, CaseId id) {
  if (item.case_id == id) return;
  CHECK(!is_settled(item));
  Transaction transaction(database_);
  Query(database_, "UPDATE item SET case_id = ? WHERE id = ?").bind(id).bind(item.id).run();
  Query(database_, "DELETE FROM cases WHERE id = ?").bind(item.case_id).run();
  transaction.commit();
}

void Cases::tell_anew(CaseId id, ItemId item) {
  Query(database_, "UPDATE cases SET version = version + 1, speaker = ? WHERE id = ?")
      .bind(item)
      .bind(id)
      .run();
}

void Cases::let_speak(CaseId id, ItemId item) {
  Query(database_, "UPDATE cases SET speaker = ? WHERE id = ?").bind(item).bind(id).run();
}

}  // namespace fundwatch::store
