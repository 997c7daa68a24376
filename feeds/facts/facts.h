// feeds/facts/facts.h — what an item states besides its words: until when, how much, where.
// Fills what the feed itself did not give. Pure; the finders are beside it, one a file.
#pragma once

#include <string>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::feeds {

// What the words do not say of themselves.
struct Provenance {
  std::string publisher;  // the source's name; may be empty
  Instant seen{};         // when they were written, if the item does not say when it was published
};

// Deadline, event date, amount, place and status, CPV codes and whom a procurement is reserved for,
// found in the item's title, summary and text. A cancelled call has no deadline, and only one that
// can be applied for has an amount. An official notice, which has an id, says itself whether it is
// reserved.
void find_facts(Item& item, const Provenance& provenance, const Calendar& calendar);

}  // namespace fundwatch::feeds
