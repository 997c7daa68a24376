// tests/support/tunnel.h — an HTTP proxy on loopback that knows CONNECT alone. Wherever a client
// wants to be connected to, it gets the one server that the test names. One thread, one client at a
// time.
#pragma once

#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace fundwatch::tests {

class Tunnel {
 public:
  explicit Tunnel(int port_behind);
  ~Tunnel();
  Tunnel(const Tunnel&) = delete;
  Tunnel& operator=(const Tunnel&) = delete;

  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

  // The heads of what it was asked, in order.
  std::vector<std::string> heads() const;

 private:
  void run();
  void serve(int client);
  void relay(int client, int server) const;

  const int port_behind_;
  int listener_ = -1;
  int wake_up_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;  // guards what follows
  std::vector<std::string> heads_;
  std::thread thread_;
};

}  // namespace fundwatch::tests
