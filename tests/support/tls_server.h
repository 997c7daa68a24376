// tests/support/tls_server.h — certificates made on the spot, and openssl's own small web server
// that shows one of them, on a loopback port that the kernel chose.
#pragma once

#include <sys/types.h>

#include <string>

#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {

// When a certificate holds, as openssl writes it: "20261101000000Z".
struct Validity {
  std::string from;
  std::string until;
};

// Certificates of an authority made for the test.
class Certificates {
 public:
  Certificates();

  std::string authority() const { return file("ca.pem"); }

  // For this host, valid now. The path, without ".pem" and ".key".
  std::string make(const std::string& host) const;
  std::string make(const std::string& host, const Validity& validity) const;
  std::string make_self_signed(const std::string& host) const;

 private:
  std::string file(const std::string& name) const { return (folder_ / name).string(); }

  TemporaryFolder folder_;
};

class TlsServer {
 public:
  explicit TlsServer(const std::string& certificate);
  ~TlsServer();
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;

  int port() const { return port_; }
  std::string url(const std::string& host) const;

 private:
  void read_port();

  pid_t pid_ = -1;
  int output_ = -1;
  int port_ = 0;
};

}  // namespace fundwatch::tests
