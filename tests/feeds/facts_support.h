// tests/feeds/facts_support.h — items made of one sentence, for the finders of facts.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/calendar.h"
#include "base/model.h"
#include "feeds/facts/item_words.h"

namespace fundwatch::feeds {

inline const Calendar kStockholm("Europe/Stockholm");

// Monday 5 October 2026, morning.
inline Instant written_in_october() {
  return kStockholm.instant(
      Day{std::chrono::year(2026), std::chrono::month(10), std::chrono::day(5)},
      std::chrono::hours(9));
}

inline Item item_with(const std::string& text, const std::string& title = "") {
  Item item;
  item.title = title;
  item.text = text;
  return item;
}

}  // namespace fundwatch::feeds
