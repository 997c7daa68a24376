// Any bytes as a feed: the reader answers with items or words, within its limits.
#include "feeds/read/read.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  feeds::Document document;
  document.bytes = fuzz::bytes_of(data, size);
  document.url = "https://a.example/feed";
  const auto reading = feeds::read(document, config::Read{});
  if (reading) {
    fuzz::check_items(reading->items);
  } else {
    CHECK(!reading.error().message.empty());
  }
  return 0;
}
