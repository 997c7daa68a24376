// Any bytes as a feed: the reader answers with items or words, within its limits.
#include <cstdint>

#include "base/check.h"
#include "base/text.h"
#include "feeds/read/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  feeds::Document document;
  document.bytes = {reinterpret_cast<const char*>(data), size};
  document.url = "https://a.example/feed";
  const auto reading = feeds::read(document, config::Read{});
  if (!reading) {
    CHECK(!reading.error().message.empty());
    return 0;
  }
  for (const Item& item : reading->items) {
    CHECK(!item.key.empty());
    CHECK(is_valid_utf8(item.title) && is_valid_utf8(item.summary) && is_valid_utf8(item.text));
    CHECK(item.url.empty() || item.url.starts_with("http"));
  }
  return 0;
}
