// feeds/read/control_characters.h — characters that no document means, out of its text.
// Those below 0x20 but for tab and line ends, which XML forbids, and Unicode's 0x80-0x9F. Pure.
#pragma once

#include <cstddef>
#include <string>

namespace fundwatch::feeds {

// Takes those below 0x20 out, line-like ones become spaces; says how many.
std::size_t remove_control_characters(std::string& text);

// 0x80-0x9F of valid UTF-8 are windows-1252 that somebody took for ISO 8859-1 on the way: they
// become the characters that were meant.
void mend_c1_controls(std::string& text);

}  // namespace fundwatch::feeds
