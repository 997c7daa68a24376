#include "store/rows.h"

#include "store/corrections.h"
#include "store/lists.h"
#include "store/notice_text.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

std::optional<DueDate> read_due_date(Query& row) {
  const std::optional<Day> day = row.maybe_day();
  const std::optional<Instant> at = row.maybe_instant();
  const bool is_doubtful = row.flag();
  if (!day) return std::nullopt;
  return DueDate{*day, at, is_doubtful};
}

std::optional<Amount> read_amount(Query& row) {
  const std::optional<std::int64_t> value = row.maybe_integer();
  std::string currency = row.text();
  const bool is_doubtful = row.flag();
  if (!value) return std::nullopt;
  return Amount{*value, std::move(currency), is_doubtful};
}

}  // namespace

Item read_item(Query& row) {
  Item item;
  item.id = ItemId{row.integer()};
  item.source = SourceId{row.integer()};
  item.case_id = CaseId{row.integer()};
  item.key = row.text();
  item.address = row.text();
  item.first_seen = row.instant();
  item.url = row.text();
  item.title = row.text();
  item.summary = row.text();
  item.author = row.text();
  item.language = row.text();
  item.categories = words_of(row.text(), row.file());
  item.enclosures = enclosures_of(row.text(), row.file());
  item.published = row.maybe_instant();
  item.updated = row.maybe_instant();
  item.notice = notice_of(row.text(), row.file());
  item.deadline = read_due_date(row);
  item.deadline_text = row.text();
  item.event_date = row.maybe_day();
  item.amount = read_amount(row);
  item.place.municipality = row.text();
  item.place.nuts = words_of(row.text(), row.file());
  item.kind = announcement_kind(row.text(), row.file());
  item.status = call_status(row.text(), row.file());
  item.limited_to = words_of(row.text(), row.file());
  const auto correction = correction_of(row.text(), row.file());
  item.text = row.text();
  if (correction) apply(*correction, item);
  return item;
}

Hit read_hit(Query& row) {
  Hit hit;
  hit.id = HitId{row.integer()};
  hit.item = ItemId{row.integer()};
  hit.profile = ProfileId{row.integer()};
  hit.profile_version = row.number();
  hit.score = row.real();
  hit.reasons = reasons_of(row.text(), row.file());
  hit.review = review(row.text(), row.file());
  hit.note = row.text();
  hit.found_at = row.instant();
  return hit;
}

}  // namespace fundwatch::store
