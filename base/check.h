// base/check.h — CHECK(condition): our own promises to ourselves, kept in release builds too.
// A broken one prints the condition and its place and aborts. Never used on outside data.
#pragma once

namespace fundwatch {

[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace fundwatch

#define CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::fundwatch::check_failed(#condition, __FILE__, __LINE__))
