// Any text as HTML: what comes out is valid, without active matter, and stays as it is when
// sanitised again.
#include "feeds/read/sanitize.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  const auto html = fuzz::bytes_of(data, size);
  if (!is_valid_utf8(html)) return 0;
  const std::string clean = feeds::sanitized(html, "https://a.example/");
  CHECK(is_valid_utf8(clean));
  for (const std::string_view active : {"<script", "<style", "<iframe", "<object", "<svg"}) {
    CHECK(clean.find(active) == std::string::npos);
  }
  CHECK(feeds::sanitized(clean, "https://a.example/") == clean);
  return 0;
}
