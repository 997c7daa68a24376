// Any text as two visits to a watched page, its halves: a change that can be told, or none.
#include "feeds/read/watched_page.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  const auto bytes = fuzz::bytes_of(data, size);
  const std::string before(bytes.substr(0, bytes.size() / 2));
  const std::string after(bytes.substr(before.size()));
  if (!is_valid_utf8(before) || !is_valid_utf8(after)) return 0;
  const Day day{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
  Item visit;
  visit.key = "visit";
  visit.text = after;
  CHECK(!feeds::change_since(after, visit, day));
  const auto change = feeds::change_since(before, visit, day);
  if (!change) return 0;
  CHECK(!change->text.empty() && !change->title.empty());
  CHECK(is_valid_utf8(change->text) && is_valid_utf8(change->summary));
  return 0;
}
