// Any bytes as a document of kind vinnova: items or words.
#include "feeds/read/read.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  fuzz::check_stated(SourceKind::vinnova, fuzz::bytes_of(data, size));
  return 0;
}
