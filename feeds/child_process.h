// feeds/child_process.h — another program run on bytes that nobody trusts.
// It gets the bytes as its standard input, no other file of ours, no environment, and limits on
// processor time, memory, output and patience; whatever it does, it is gone when run_child returns.
// Safe in a program with threads. Throws std::system_error when no process can be made.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::feeds {

struct ChildProgram {
  std::string path;  // absolute
  std::vector<std::string> arguments;
};

struct ChildLimits {
  std::chrono::seconds processor_time{10};
  std::chrono::milliseconds patience{20'000};                     // by the clock on the wall
  std::size_t memory_bytes_max = std::size_t{512} * 1024 * 1024;  // of addresses
  std::size_t output_bytes_max = std::size_t{2} * 1024 * 1024;
};

enum class ChildEnd {
  exited,           // by itself, with `exit_code`
  crashed,          // by a signal: its own fault, or a limit of processor time
  out_of_time,      // killed by us
  too_much_output,  // killed by us; `output` holds as much as is allowed
  stopped,          // killed because we were asked to stop
  missing           // there is no such program, or it may not be run
};

struct ChildResult {
  ChildEnd end = ChildEnd::missing;
  int exit_code = 0;
  std::string output;  // of standard output; what it says on standard error is dropped
};

// `stopping` is asked, and with that a sign of life given, several times a second.
ChildResult run_child(const ChildProgram& program, std::string_view input,
                      const ChildLimits& limits, const std::function<bool()>& stopping);

}  // namespace fundwatch::feeds
