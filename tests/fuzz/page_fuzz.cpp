// Any text as a page: its lists found by themselves, its feeds, its article; items or words.
#include "feeds/read/article.h"
#include "feeds/read/discovery.h"
#include "feeds/read/items.h"
#include "feeds/read/page_list.h"
#include "feeds/read/page_outline.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  const auto html = fuzz::bytes_of(data, size);
  if (!is_valid_utf8(html)) return 0;
  const config::Read limits;
  const auto page = feeds::open_page({html, "https://a.example/nyheter/"}, limits.depth_max);
  CHECK(feeds::find_feeds(page).size() <= feeds::kFoundFeedsMax);
  CHECK(is_valid_utf8(feeds::article(html, limits.depth_max).text));
  for (const feeds::OutlineLine& line : feeds::outline_of(page).lines) {
    CHECK(is_valid_utf8(line.text) && !line.text.empty());
  }
  auto list = feeds::read_page(page, {}, limits);
  if (!list) {
    CHECK(!list.error().message.empty());
    return 0;
  }
  std::vector<std::string> problems;
  fuzz::check_items(feeds::make_items(std::move(list->feed), Calendar("UTC"), "sv", problems));
  return 0;
}
