// Any text as a date: what is understood, and is of our time, is understood again when written the
// standard's way.
#include "feeds/read/dates.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  static const Calendar stockholm("Europe/Stockholm");
  const auto instant = feeds::parse_date(fuzz::bytes_of(data, size), stockholm);
  if (!instant || !feeds::is_plausible(*instant)) return 0;
  CHECK(feeds::parse_date(iso8601_utc(*instant), stockholm) == instant);
  return 0;
}
