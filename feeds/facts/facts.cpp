#include "feeds/facts/facts.h"

#include "base/call_status.h"
#include "feeds/facts/amount.h"
#include "feeds/facts/deadline.h"
#include "feeds/facts/event_date.h"
#include "feeds/facts/item_words.h"
#include "feeds/facts/place.h"
#include "feeds/facts/status.h"

namespace fundwatch::feeds {

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
  Place place = find_place(words, {.publisher = provenance.publisher, .url = item.url});
  if (item.place.municipality.empty()) item.place.municipality = std::move(place.municipality);
  if (item.place.nuts.empty()) item.place.nuts = std::move(place.nuts);
}

}  // namespace fundwatch::feeds
