// tests/support/nginx.h — a real web server on loopback that serves one folder, for end-to-end
// tests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {

class Nginx {
 public:
  // Whether Debian's nginx is installed.
  static bool is_installed();

  // Serves `root` on so many loopback addresses from 127.0.0.1 on; runs when the constructor
  // returns and ends with the object.
  explicit Nginx(const std::filesystem::path& root, int addresses = 1);
  // The same by TLS and HTTP/2, with this certificate (tests/support/tls_server.h).
  Nginx(const std::filesystem::path& root, const std::string& certificate);
  ~Nginx();
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  int port() const { return port_; }
  std::string url(const std::string& path) const;
  // Waits until so many are noted. What it was asked, a line each: "HTTP/2.0 200 GET /nytt.rss 1",
  // the last the how-manieth request over its connection.
  std::vector<std::string> requests(std::size_t count) const;

 private:
  void start(const std::string& listen, const std::filesystem::path& root);

  TemporaryFolder folder_;
  int port_ = 0;
  int pid_ = -1;
};

}  // namespace fundwatch::tests
