// Any bytes as what an IMAP server says, in one piece and byte by byte: the same lines.
#include <cstdlib>

#include "mailbox/imap_reply.h"
#include "tests/fuzz/checks.h"

namespace {

using fundwatch::mailbox::ImapReplies;

void take_all(ImapReplies& replies, std::string& said) {
  while (const auto line = replies.next()) {
    said += line->text + "\n";
    for (const std::string& literal : line->literals) said += literal + "\n";
    (void)fundwatch::mailbox::numbers_found(line->text);
    (void)fundwatch::mailbox::number_after(line->text, "UID ");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fundwatch::fuzz::bytes_of(data, size);
  constexpr std::size_t kLiteralBytesMax = 1000;
  ImapReplies whole(kLiteralBytesMax);
  ImapReplies piecewise(kLiteralBytesMax);
  std::string said;
  std::string said_piecewise;
  whole.add(bytes);
  take_all(whole, said);
  for (const char byte : bytes.substr(0, kLiteralBytesMax)) {
    piecewise.add({&byte, 1});
    take_all(piecewise, said_piecewise);
  }
  if (size <= kLiteralBytesMax && said != said_piecewise) std::abort();
  return 0;
}
