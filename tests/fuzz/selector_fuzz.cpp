// Any selector (the first line) on any page: elements of that page, or words that say where it is
// wrong.
#include "feeds/read/selector.h"

#include "feeds/read/html_tree.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  constexpr std::size_t kDepthMax = 64;
  constexpr std::size_t kFoundMax = 50;
  const auto [selector_text, html] = fuzz::at_line_end(fuzz::bytes_of(data, size));
  if (!is_valid_utf8(html)) return 0;
  const auto selector = feeds::Selector::compile(selector_text);
  if (!selector) {
    CHECK(!selector.error().message.empty());
    return 0;
  }
  const pugi::xml_document tree = feeds::html_tree(html, kDepthMax);
  CHECK(selector->select(tree, kFoundMax).size() <= kFoundMax);
  return 0;
}
