// feeds/read/byte_scan.h — looking through bytes eight at a time.
// Every document is looked through several times before anything is known about it; these loops are
// what that costs.
#pragma once

#include <cstddef>
#include <string_view>

namespace fundwatch::feeds {

// The first byte of 0x80 and above from `at` on; the size when there is none.
std::size_t find_beyond_ascii(std::string_view bytes, std::size_t at);

// The first byte below 0x20 that is no tab, line feed or carriage return.
std::size_t find_control_character(std::string_view bytes, std::size_t at);

bool is_ascii(std::string_view bytes);

// As base/text.h's, and much faster on text that is mostly ASCII.
bool is_utf8(std::string_view bytes);

}  // namespace fundwatch::feeds
