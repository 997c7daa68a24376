// tests/support/shell.h — a command line of the shell, run for what it prints.
#pragma once

#include <cstdio>
#include <string>

namespace fundwatch::tests {

// What it prints on its standard output until it ends.
inline std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) output += static_cast<char>(c);
  pclose(pipe);
  return output;
}

}  // namespace fundwatch::tests
