#include "store/facts.h"

#include "base/check.h"
#include "store/lists.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

Item visible(const Connection& database, ItemId id) {
  Query row(database, "SELECT " + kItemColumns + " FROM item WHERE id = ?");
  CHECK(row.bind(id).step());
  return read_item(row);
}

}  // namespace

std::optional<Item> Facts::unread(ItemId id) const {
  Query row(database_, "SELECT " + kSaidColumnsWholeText + " FROM item WHERE id = ?");
  if (!row.bind(id).step()) return std::nullopt;
  return read_item(row);
}

void Facts::put(const Item& item) {
  Query query(database_,
              "UPDATE item SET found_deadline = ?, found_deadline_at = ?, "
              "found_deadline_doubtful = ?, found_deadline_text = ?, found_event_date = ?, "
              "found_amount = ?, found_currency = ?, found_amount_doubtful = ?, "
              "found_municipality = ?, found_nuts = ?, status = ? WHERE id = ?");
  const DueDate due = item.deadline.value_or(DueDate{});
  query.bind(item.deadline ? std::optional(due.day) : std::nullopt).bind(due.at);
  query.bind(due.is_doubtful).bind(item.deadline_text).bind(item.event_date);
  const Amount amount = item.amount.value_or(Amount{});
  if (item.amount) {
    query.bind(amount.value);
  } else {
    query.bind_null();
  }
  query.bind(amount.currency).bind(amount.is_doubtful);
  query.bind(item.place.municipality).bind(json_of(item.place.nuts));
  query.bind(word(item.status)).bind(item.id).run();
}

void Facts::revise(const Item& item) {
  const Item before = visible(database_, item.id);
  put(item);
  if (before.deadline == item.deadline && before.event_date == item.event_date) return;
  Query(database_, "UPDATE cases SET version = version + 1 WHERE id = ?")
      .bind(before.case_id)
      .run();
}

}  // namespace fundwatch::store
