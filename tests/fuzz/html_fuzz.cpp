// Any bytes as HTML: plain text is valid UTF-8 without active matter, sanitising twice changes
// nothing.
#include <cstdint>

#include "base/check.h"
#include "base/text.h"
#include "feeds/read/plain_text.h"
#include "feeds/read/sanitize.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!is_valid_utf8(bytes)) return 0;
  CHECK(is_valid_utf8(feeds::plain_text(bytes)));
  const std::string clean = feeds::sanitized(bytes, "https://a.example/");
  CHECK(is_valid_utf8(clean));
  CHECK(clean.find("<script") == std::string::npos);
  CHECK(feeds::sanitized(clean, "https://a.example/") == clean);
  return 0;
}
