// feeds/read/byte_scan.h — looking through bytes a block at a time.
// Every document is looked through several times before anything is known about it; these loops are
// what that costs. They are written so that the compiler makes vector instructions of them.
#pragma once

#include <cstddef>
#include <string_view>

namespace fundwatch::feeds {

bool is_ascii(std::string_view bytes);

// As base/text.h's is_valid_utf8(), and many times as fast.
bool is_utf8(std::string_view bytes);

// UTF-8 in which nobody has to mend anything: without the control characters that XML forbids and
// those of 0x80-0x9F.
bool is_clean_utf8(std::string_view bytes);

}  // namespace fundwatch::feeds
