#include "tests/bench/figures.h"

#include <cstdio>

namespace fundwatch::bench {

void print_usage(const char* name, const Usage& usage, double megabytes) {
  if (!usage.succeeded) {
    std::printf("  %-42s not run\n", name);
    return;
  }
  std::printf("  %-42s %8.1f MB/s %8.2f CPU s %8.0f MB\n", name, megabytes / usage.cpu_seconds,
              usage.cpu_seconds, usage.peak_megabytes);
}

void print_at_least(const char* words, double value, double limit) {
  std::printf("  %-42s %8.2f   wanted >= %-4g %s\n", words, value, limit,
              value >= limit ? "PASS" : "MISS");
}

void print_at_most(const char* words, double value, double limit) {
  std::printf("  %-42s %8.2f   wanted <= %-4g %s\n", words, value, limit,
              value <= limit ? "PASS" : "MISS");
}

}  // namespace fundwatch::bench
