#include "feeds/read/large_copy.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace fundwatch::feeds {
namespace {

// Whole pages within the memory that a string has reserved and not yet touched.
void ask_for_large_pages(const std::string& reserved) {
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const auto begin = reinterpret_cast<std::uintptr_t>(reserved.data());
  const std::uintptr_t first = (begin + page - 1) / page * page;
  const std::uintptr_t last = (begin + reserved.capacity()) / page * page;
  // Advice only: that it is refused changes nothing but the time taken.
  static_cast<void>(madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE));
}

}  // namespace

std::string large_copy(std::string_view text) {
  std::string copy;
  copy.reserve(text.size());
  if (text.size() >= kLargeCopyBytesMin) ask_for_large_pages(copy);
  copy = text;
  return copy;
}

}  // namespace fundwatch::feeds
