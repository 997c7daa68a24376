// digest/letter_entry.h — one entry of a letter in words: title, facts, its day, why it is here.
#pragma once

#include "base/calendar.h"
#include "digest/letter.h"

namespace fundwatch::digest {

// What the words of an entry depend on beside itself.
struct EntryContext {
  SectionKind section = SectionKind::fresh;
  Language language = Language::swedish;
  const Calendar& calendar;
  Instant now{};
};

LetterEntry write_entry(const Entry& entry, int number, const EntryContext& context);

}  // namespace fundwatch::digest
