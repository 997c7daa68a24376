#include "tests/bench/usage.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace fundwatch::bench {
namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Usage measure_child(const std::function<int()>& child) {
  const auto start = std::chrono::steady_clock::now();
  std::fflush(nullptr);  // else the child would say again what waits to be said
  const int pid = fork();
  if (pid == 0) _exit(child());
  int status = 0;
  rusage used{};
  wait4(pid, &status, 0, &used);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  return {.cpu_seconds = seconds_of(used.ru_utime) + seconds_of(used.ru_stime),
          .wall_seconds = wall.count(),
          .peak_megabytes = static_cast<double>(used.ru_maxrss) / 1024,
          .succeeded = WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

}  // namespace

double cpu_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
}

Usage measure(const std::function<void()>& work) {
  return measure_child([&] {
    work();
    return 0;
  });
}

Usage measure_command(const std::vector<std::string>& command, const std::filesystem::path& input) {
  return measure_child([&] {
    std::vector<std::string> copies = command;
    std::vector<char*> argv;
    for (std::string& word : copies) argv.push_back(word.data());
    argv.push_back(nullptr);
    const int in = open(input.c_str(), O_RDONLY);
    const int out = open("/dev/null", O_WRONLY);
    if (in < 0 || out < 0) return 126;
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    execvp(argv[0], argv.data());
    return 127;
  });
}

std::vector<Usage> best_of_rounds(int rounds,
                                  const std::vector<std::function<Usage()>>& contenders) {
  std::vector<Usage> best;
  for (const auto& contender : contenders) best.push_back(contender());
  for (int round = 1; round < rounds; ++round) {
    for (std::size_t i = 0; i < contenders.size(); ++i) {
      const Usage usage = contenders[i]();
      if (usage.succeeded && usage.cpu_seconds < best[i].cpu_seconds) best[i] = usage;
    }
  }
  return best;
}

}  // namespace fundwatch::bench
