// tests/bench/figures.h — what a benchmark found out, a line each.
#pragma once

#include "tests/bench/usage.h"

namespace fundwatch::bench {

// One contender over so much input.
void print_usage(const char* name, const Usage& usage, double megabytes);

// A figure beside what is wanted of it: PASS or MISS.
void print_at_least(const char* words, double value, double limit);
void print_at_most(const char* words, double value, double limit);

}  // namespace fundwatch::bench
