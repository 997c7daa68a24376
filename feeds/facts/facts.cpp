#include "feeds/facts/facts.h"

#include "base/call_status.h"
#include "feeds/facts/amount.h"
#include "feeds/facts/cpv.h"
#include "feeds/facts/deadline.h"
#include "feeds/facts/event_date.h"
#include "feeds/facts/item_words.h"
#include "feeds/facts/place.h"
#include "feeds/facts/reservation.h"
#include "feeds/facts/status.h"

namespace fundwatch::feeds {

namespace {

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
  auto deadline = find_deadline(item, words, written, calendar);
  item.status = find_status(words, item.deadline || deadline);
  if (!item.deadline && deadline && !is_over(item.status)) {
    item.deadline = deadline->due;
    item.deadline_text = std::move(deadline->text);
  }
  if (!item.event_date) {
    item.event_date = find_event_date(words, item.deadline, calendar.day(written));
  }
  if (!item.amount && !is_over(item.status)) item.amount = find_amount(words);
  find_notice(item, words);
  Place place = find_place(words, {.publisher = provenance.publisher, .url = item.url});
  if (item.place.municipality.empty()) item.place.municipality = std::move(place.municipality);
  if (item.place.nuts.empty()) item.place.nuts = std::move(place.nuts);
}

}  // namespace fundwatch::feeds
