// feeds/read/large_copy.h — a large text copied without a page fault every 4 KB.
// On feeds of tens of megabytes those faults cost more than the reading of the bytes; here the
// kernel is asked for large pages, and may say no.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fundwatch::feeds {

// Shorter texts are copied as always.
inline constexpr std::size_t kLargeCopyBytesMin = 8'000'000;

std::string large_copy(std::string_view text);

}  // namespace fundwatch::feeds
