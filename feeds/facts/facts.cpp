#include "feeds/facts/facts.h"

#include "base/call_status.h"
#include "feeds/facts/amount.h"
#include "feeds/facts/cpv.h"
#include "feeds/facts/deadline.h"
#include "feeds/facts/event_date.h"
#include "feeds/facts/item_words.h"
#include "feeds/facts/kind.h"
#include "feeds/facts/limits.h"
#include "feeds/facts/place.h"
#include "feeds/facts/reservation.h"
#include "feeds/facts/status.h"

namespace fundwatch::feeds {

namespace {

// Decisions and reports tell of days and sums that nobody can apply by or for.
bool offers_nothing(AnnouncementKind kind) {
  return kind == AnnouncementKind::decision || kind == AnnouncementKind::report;
}

void find_notice(Item& item, const ItemWords& words) {
  Notice notice = item.notice.value_or(Notice{});
  if (notice.cpv.empty()) notice.cpv = find_cpv(words);
  const bool may_be_reserved =
      notice.id.empty() && notice.reserved == Reserved::none && !item.event_date;
  if (may_be_reserved && is_procurement(words)) {
    Reservation said = find_reservation(item, words);
    notice.reserved = said.whom;
    notice.reserved_ground = std::move(said.ground);
  }
  if (notice != Notice{}) item.notice = std::move(notice);
}

}  // namespace

void find_facts(Item& item, const Provenance& provenance, const Calendar& calendar) {
  const ItemWords words(item);
  const Instant written = item.published.value_or(provenance.seen);
  if (item.kind == AnnouncementKind::unknown) item.kind = find_kind(item, words);
  std::optional<StatedDeadline> deadline;
  if (!offers_nothing(item.kind)) deadline = find_deadline(item, words, written, calendar);
  item.status = find_status(words, item.deadline || deadline);
  if (!item.deadline && deadline && !is_over(item.status)) {
    item.deadline = deadline->due;
    item.deadline_text = std::move(deadline->text);
  }
  if (!item.event_date && item.status != CallStatus::cancelled) {
    item.event_date = find_event_date(item, words, calendar.day(written));
  }
  const bool may_have_amount =
      !offers_nothing(item.kind) && !is_over(item.status) && item.kind != AnnouncementKind::vacancy;
  if (!item.amount && may_have_amount) item.amount = find_amount(words);
  find_notice(item, words);
  Place place =
      find_place(words, {.publisher = provenance.publisher, .url = item.url, .kind = item.kind});
  if (item.place.municipality.empty()) item.place.municipality = std::move(place.municipality);
  if (item.place.nuts.empty()) item.place.nuts = std::move(place.nuts);
  item.limited_to = find_limits(item, words);
}

}  // namespace fundwatch::feeds
