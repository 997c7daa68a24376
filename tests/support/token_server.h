// tests/support/token_server.h — gives out access tokens on loopback (RFC 6749), as the test says.
// One thread, one port chosen by the kernel; what was posted is kept for the test to look at.
#pragma once

#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace fundwatch::tests {

class TokenServer {
 public:
  TokenServer();
  ~TokenServer();
  TokenServer(const TokenServer&) = delete;
  TokenServer& operator=(const TokenServer&) = delete;

  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/token"; }

  // The next request is answered so; several wait for their turn. Unscripted ones are a 404.
  void answer(int status, const std::string& json);

  std::vector<std::string> posted() const;  // bodies, in order

 private:
  void run();
  void serve(int connection);

  int listener_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;  // guards what follows
  std::deque<std::string> answers_;
  std::vector<std::string> posted_;
  std::thread thread_;
};

}  // namespace fundwatch::tests
