// Any bytes as a mail that came back: what it says of ours, within its limits, or words.
#include "digest/returned_mail.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  const auto mail = digest::read_returned(fuzz::bytes_of(data, size));
  if (!mail) {
    CHECK(!mail.error().message.empty());
    return 0;
  }
  CHECK(mail->words.size() <= digest::kStatusWordsMax + 3);
  CHECK(mail->kind != digest::ReturnedMail::Kind::bounce || !mail->status.empty());
  return 0;
}
