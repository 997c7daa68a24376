#include "feeds/read/read.h"

#include "feeds/read/items.h"
#include "feeds/read/raw_reading.h"
#include "feeds/read/stated_reading.h"

namespace fundwatch::feeds {

Result<Reading> read(const Document& document, const config::Read& limits) {
  if (states_facts(document.kind)) return read_stated(document, limits);
  auto raw = read_raw(document, limits);
  if (!raw) return raw.error();
  const Calendar calendar(document.time_zone);
  Reading reading;
  reading.format = raw->feed.format;
  reading.encoding = raw->encoding;
  reading.problems = std::move(raw->problems);
  reading.page_rule = std::move(raw->page_rule);
  reading.feed = feed_info(raw->feed, calendar);
  if (reading.feed.language.empty()) reading.feed.language = document.language;
  reading.items = make_items(std::move(raw->feed), calendar, document.language, reading.problems);
  return reading;
}

}  // namespace fundwatch::feeds
