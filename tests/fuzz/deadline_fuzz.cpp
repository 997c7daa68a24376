// Any text as an item: a last day that is found is a day, not past, and stands in words of the
// text.
#include "feeds/facts/deadline.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  static const Calendar stockholm("Europe/Stockholm");
  Item item;
  item.text = fuzz::bytes_of(data, size);
  const Instant written = *parse_iso8601("2026-10-05T07:00:00Z");
  const auto found = feeds::find_deadline(item, feeds::ItemWords(item), written, stockholm);
  if (!found) return 0;
  CHECK(found->due.day.ok());
  CHECK(found->due.day >= stockholm.day(written));
  CHECK(!found->text.empty() && found->text.size() <= size);
  return 0;
}
