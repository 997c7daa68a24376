// Any text as a JSON Feed: items or words.
#include "feeds/read/json_feed.h"

#include "feeds/read/items.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  const auto json = fuzz::bytes_of(data, size);
  if (!is_valid_utf8(json)) return 0;  // decode() comes first
  auto feed = feeds::read_json_feed(json, "https://a.example/feed.json", 100);
  if (!feed) {
    CHECK(!feed.error().message.empty());
    return 0;
  }
  std::vector<std::string> problems;
  fuzz::check_items(feeds::make_items(*std::move(feed), Calendar("UTC"), "sv", problems));
  return 0;
}
