// Any bytes as an OPML file: every feed that is listed has a title and an address of the web, once.
#include <set>

#include "base/text.h"
#include "feeds/read/opml.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  const auto feeds = feeds::read_opml(fuzz::bytes_of(data, size), 20);
  if (!feeds) return 0;
  std::set<std::string> known;
  for (const feeds::ListedFeed& feed : *feeds) {
    CHECK(!feed.title.empty() && is_valid_utf8(feed.title));
    CHECK(feed.url.starts_with("http://") || feed.url.starts_with("https://"));
    CHECK(known.insert(feed.url).second);
  }
  return 0;
}
