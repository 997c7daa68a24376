// tests/support/program.h — the built program, run as a person runs it.
#pragma once

#include <string>
#include <vector>

namespace fundwatch::tests {

struct Ran {
  int exit = 0;
  std::string out;
  std::string err;
};

// Waits for its end. `input` is its standard input.
Ran run_program(const std::vector<std::string>& arguments, const std::string& input = "");

// A daemon in the background, with its output in hand; ended by the destructor if it still runs.
class Background {
 public:
  // `socket`, if any, is handed over as systemd would (sd_listen_fds(3)).
  explicit Background(const std::vector<std::string>& arguments, int socket = -1);
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  // Reads its output until these words stand in it; false after `seconds_max`.
  bool says(const std::string& words, int seconds_max);
  const std::string& heard() const { return heard_; }
  void signal(int number) const;
  // Its exit status, once it has ended by itself.
  int wait();

 private:
  int pid_ = -1;
  int output_ = -1;
  std::string heard_;
};

}  // namespace fundwatch::tests
