// base/heap.h — how the process holds its memory. Called once, first thing in main().
#pragma once

#include <cstddef>

namespace fundwatch {

// Freed memory at the end of the heap, up to so much, is kept for what comes next.
inline constexpr std::size_t kHeapKeptBytes = 64UL * 1024 * 1024;
// What is larger has pages of its own, which go back when it is freed.
inline constexpr std::size_t kOwnPagesBytes = 32UL * 1024 * 1024;

// Left alone, the C library gives memory back to the system and asks for it again thousands of
// times a second while SQLite makes and drops the tables of statements.
void keep_freed_memory();

}  // namespace fundwatch
