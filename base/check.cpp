#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace fundwatch {

void check_failed(const char* condition, const char* file, int line) {
  // <2> is the journal's priority "critical": the program itself is wrong.
  std::fprintf(stderr, "<2>fundwatch: CHECK failed: %s at %s:%d; please report this\n", condition,
               file, line);
  std::abort();
}

}  // namespace fundwatch
