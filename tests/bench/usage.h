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

// Of this process so far, user and system.
double cpu_seconds();

// Runs `work` in a forked child.
Usage measure(const std::function<void()>& work);

// Runs a command with its standard input from a file and its output thrown away.
Usage measure_command(const std::vector<std::string>& command, const std::filesystem::path& input);

// Each contender's try with the least processor time. They take turns, so that what else the
// machine does hits all alike.
std::vector<Usage> best_of_rounds(int rounds,
                                  const std::vector<std::function<Usage()>>& contenders);

}  // namespace fundwatch::bench
