// Any two texts as the title and text of an item, all finders together: what is found of a notice
// is short and well formed, and whom it is reserved for is said by words of the item.
#include "base/call_status.h"
#include "feeds/facts/cpv.h"
#include "feeds/facts/facts.h"
#include "feeds/facts/limits.h"
#include "feeds/facts/reservation.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  static const Calendar stockholm("Europe/Stockholm");
  const auto halves = fuzz::at_line_end(fuzz::bytes_of(data, size));
  Item item;
  item.title = halves.first;
  item.text = halves.rest;
  const Instant seen = *parse_iso8601("2026-10-05T07:00:00Z");
  for (const std::string& code : feeds::find_limits(item, feeds::ItemWords(item))) {
    CHECK(code.size() == 2 || code.size() == 5);
  }
  feeds::find_facts(item, {.publisher = "", .seen = seen}, stockholm);
  CHECK(!is_over(item.status) || !item.deadline);
  if (!item.notice) return 0;
  CHECK(item.notice->cpv.size() <= feeds::kCpvCodesMax);
  for (const std::string& code : item.notice->cpv) CHECK(code.size() == 8);
  CHECK(item.notice->reserved_ground.empty() == (item.notice->reserved == Reserved::none));
  return 0;
}
