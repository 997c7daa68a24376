// Any text as HTML to plain text: valid UTF-8, nothing at its ends.
#include "feeds/read/plain_text.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  const auto html = fuzz::bytes_of(data, size);
  if (!is_valid_utf8(html)) return 0;
  const std::string text = feeds::plain_text(html);
  CHECK(is_valid_utf8(text));
  CHECK(trimmed(text) == text);
  static_cast<void>(feeds::looks_like_html(html));
  return 0;
}
