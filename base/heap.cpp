#include "base/heap.h"

#include <malloc.h>

namespace fundwatch {

void keep_freed_memory() {
  mallopt(M_TRIM_THRESHOLD, static_cast<int>(kHeapKeptBytes));
  mallopt(M_MMAP_THRESHOLD, static_cast<int>(kOwnPagesBytes));
}

}  // namespace fundwatch
