// tests/bench/usage.h — what a piece of work costs: processor seconds and memory of a child process
// that does nothing else, so that peers and our own code are measured alike.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace fundwatch::bench {

struct Usage {
  double cpu_seconds = 0;  // user and system
  double wall_seconds = 0;
  double peak_megabytes = 0;
  bool succeeded = false;
};

// Runs `work` in a forked child.
Usage measure(const std::function<void()>& work);

// Runs a command with its standard input from a file and its output thrown away.
Usage measure_command(const std::vector<std::string>& command, const std::filesystem::path& input);

// The one with the least processor time of `runs` tries.
Usage best_of(int runs, const std::function<Usage()>& try_once);

// Whether the shell finds this program.
bool is_installed(const std::string& program);

}  // namespace fundwatch::bench
