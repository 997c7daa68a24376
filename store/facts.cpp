#include "store/facts.h"

#include "base/check.h"
#include "store/cases.h"
#include "store/lists.h"
#include "store/notice_text.h"
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

bool is_past(Day day, Instant now) {
  return std::chrono::sys_days(day) + std::chrono::days(1) < now;
}

// Whether those who were told of it must be told again.
bool is_news(const Item& before, const Item& after, Instant now) {
  if (after.status == CallStatus::cancelled && before.status != after.status) return true;
  const bool is_due_gone = before.deadline && !after.deadline && is_past(before.deadline->day, now);
  const bool is_event_gone =
      before.event_date && !after.event_date && is_past(*before.event_date, now);
  return (before.deadline != after.deadline && !is_due_gone) ||
         (before.event_date != after.event_date && !is_event_gone);
}

// Whether another item said the news first.
bool is_told_by(const Item& speaker, const Item& item) {
  return speaker.id != item.id && speaker.deadline == item.deadline &&
         speaker.event_date == item.event_date &&
         (item.status != CallStatus::cancelled || speaker.status == item.status);
}

}  // namespace

std::optional<Item> Facts::unread(ItemId id) const {
  Query row(database_, "SELECT " + kSaidColumnsWholeText + " FROM item WHERE id = ?");
  if (!row.bind(id).step()) return std::nullopt;
  return read_item(row);
}

// What has none stands there so already.
void Facts::add(const Item& item) {
  const bool has_any = item.deadline || !item.deadline_text.empty() || item.event_date ||
                       item.amount || item.place != Place{} || item.notice ||
                       item.status != CallStatus::unknown ||
                       item.kind != AnnouncementKind::unknown || !item.limited_to.empty();
  if (has_any) put(item);
}

void Facts::put(const Item& item) {
  Query query(database_,
              "UPDATE item SET found_deadline = ?, found_deadline_at = ?, "
              "found_deadline_doubtful = ?, found_deadline_text = ?, found_event_date = ?, "
              "found_amount = ?, found_currency = ?, found_amount_doubtful = ?, "
              "found_municipality = ?, found_nuts = ?, kind = ?, status = ?, limited_to = ?, "
              "found_notice = iif(notice = ?, '', ?) WHERE id = ?");
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
  const std::string notice = text_of(item.notice);
  query.bind(word(item.kind)).bind(word(item.status)).bind(json_of(item.limited_to));
  query.bind(notice).bind(notice).bind(item.id).run();
}

void Facts::revise(const Item& item, Instant now) {
  const Item before = visible(database_, item.id);
  Cases cases(database_);
  const Item speaker = cases.speaker(before.case_id);
  put(item);
  const Item after = visible(database_, item.id);  // with what people know better
  if (is_news(before, after, now) && !is_told_by(speaker, after)) {
    cases.tell_anew(before.case_id, item.id);
  }
}

}  // namespace fundwatch::store
