// Any bytes under any Content-Type (the first line): UTF-8 without control characters, or words.
#include "feeds/read/charset.h"

#include <algorithm>

#include "tests/fuzz/checks.h"

namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  const auto [content_type, bytes] = fuzz::at_line_end(fuzz::bytes_of(data, size));
  for (const auto markup : {feeds::Markup::xml, feeds::Markup::html, feeds::Markup::json}) {
    const auto decoded = feeds::decode(bytes, content_type, markup);
    if (!decoded) continue;
    CHECK(is_valid_utf8(decoded->text));
    CHECK(std::none_of(decoded->text.begin(), decoded->text.end(), is_control));
    CHECK(!decoded->encoding.empty());
  }
  return 0;
}
