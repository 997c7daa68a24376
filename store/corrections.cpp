#include "store/corrections.h"

#include <boost/json.hpp>

#include "base/calendar.h"
#include "store/cases.h"
#include "store/members.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

namespace json = boost::json;

json::value value_of(const std::optional<DueDate>& due) {
  if (!due) return nullptr;
  json::value at = nullptr;
  if (due->at) at = std::int64_t{due->at->time_since_epoch().count()};
  return json::object{{"day", iso_day(due->day)}, {"at", std::move(at)}};
}

json::value value_of(const std::optional<Amount>& amount) {
  if (!amount) return nullptr;
  return json::object{{"value", amount->value}, {"currency", amount->currency}};
}

std::optional<DueDate> as_due(const std::optional<Day>& day) {
  return day ? std::optional(DueDate{*day, {}}) : std::nullopt;
}

std::optional<Day> as_day(const std::optional<DueDate>& due) {
  return due ? std::optional(due->day) : std::nullopt;
}

bool is_same_sum(const std::optional<Amount>& a, const std::optional<Amount>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->value == b->value && a->currency == b->currency;
}

// What was read differs from what is right.
Correction difference(const Item& read, const Item& right) {
  Correction correction;
  if (read.deadline != right.deadline) correction.deadline = {read.deadline, right.deadline};
  if (read.event_date != right.event_date) correction.event = {read.event_date, right.event_date};
  if (read.amount != right.amount) correction.amount = {read.amount, right.amount};
  if (read.place.municipality != right.place.municipality) {
    correction.place = {read.place.municipality, right.place.municipality};
  }
  return correction;
}

std::optional<Item> find_item(const Connection& database, const std::string& columns, ItemId id) {
  Query row(database, "SELECT " + columns + " FROM item WHERE id = ?");
  if (!row.bind(id).step()) return std::nullopt;
  return read_item(row);
}

}  // namespace

// By their days alone: a source that only adds an hour has not moved the day.
void apply(const Correction& correction, Item& item) {
  if (correction.deadline && as_day(correction.deadline->read) == as_day(item.deadline)) {
    item.deadline = correction.deadline->right;
    item.deadline_text.clear();
  }
  if (correction.event && correction.event->read == item.event_date) {
    item.event_date = correction.event->right;
  }
  if (correction.amount && is_same_sum(correction.amount->read, item.amount)) {
    item.amount = correction.amount->right;
  }
  if (correction.place && correction.place->read == item.place.municipality) {
    item.place.municipality = correction.place->right;
  }
}

std::string text_of(const Correction& correction) {
  if (correction.is_empty()) return {};
  json::object object;
  if (const auto& deadline = correction.deadline) {
    object["deadline"] = {{"read", value_of(deadline->read)}, {"right", value_of(deadline->right)}};
  }
  if (const auto& event = correction.event) {
    object["event"] = {{"read", value_of(as_due(event->read))},
                       {"right", value_of(as_due(event->right))}};
  }
  if (const auto& amount = correction.amount) {
    object["amount"] = {{"read", value_of(amount->read)}, {"right", value_of(amount->right)}};
  }
  if (const auto& place = correction.place) {
    object["place"] = {{"read", place->read}, {"right", place->right}};
  }
  return json::serialize(object);
}

std::optional<Correction> correction_of(const std::string& text, const std::string& file) {
  if (text.empty()) return std::nullopt;
  const json::value value = json_value(text, file);
  const Members members(value, text, file);
  Correction correction;
  if (members.has("deadline")) {
    const Members deadline(members.at("deadline"), text, file);
    correction.deadline = {deadline.maybe_due_date("read"), deadline.maybe_due_date("right")};
  }
  if (members.has("event")) {
    const Members event(members.at("event"), text, file);
    correction.event = {as_day(event.maybe_due_date("read")),
                        as_day(event.maybe_due_date("right"))};
  }
  if (members.has("amount")) {
    const Members amount(members.at("amount"), text, file);
    correction.amount = {amount.maybe_amount("read"), amount.maybe_amount("right")};
  }
  if (members.has("place")) {
    const Members place(members.at("place"), text, file);
    correction.place = {place.text("read"), place.text("right")};
  }
  return correction;
}

bool Corrections::save(const Item& right) {
  Transaction transaction(database_);
  const auto before = find_item(database_, kItemColumns, right.id);
  const auto read = find_item(database_, kReadColumns, right.id);
  if (!before || !read) return false;
  Query(database_, "UPDATE item SET corrected = ? WHERE id = ?")
      .bind(text_of(difference(*read, right)))
      .bind(right.id)
      .run();
  const auto after = find_item(database_, kItemColumns, right.id);
  const bool has_moved =
      before->deadline != after->deadline || before->event_date != after->event_date;
  Cases cases(database_);
  if (has_moved && cases.was_told(before->case_id)) cases.tell_anew(before->case_id, right.id);
  transaction.commit();
  return true;
}

bool Corrections::take_back(ItemId id) {
  const auto read = find_item(database_, kReadColumns, id);
  return read && save(*read);
}

Correction Corrections::find(ItemId id) const {
  Query row(database_, "SELECT corrected FROM item WHERE id = ?");
  if (!row.bind(id).step()) return {};
  return correction_of(row.text(), row.file()).value_or(Correction{});
}

std::vector<ItemId> Corrections::unmatched(std::size_t items_max) const {
  Query row(database_, "SELECT item FROM unmatched_item ORDER BY item LIMIT ?");
  row.bind(static_cast<std::int64_t>(items_max));
  std::vector<ItemId> items;
  while (row.step()) items.push_back(ItemId{row.integer()});
  return items;
}

void Corrections::set_matched(ItemId id) {
  Query(database_, "DELETE FROM unmatched_item WHERE item = ?").bind(id).run();
}

}  // namespace fundwatch::store
