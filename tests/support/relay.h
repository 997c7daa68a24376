// tests/support/relay.h — a real mail server on loopback (Debian's aiosmtpd) that insists on TLS
// and on a login, with a certificate made for the occasion by openssl.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {

struct Certificate {
  std::string name = "IP:127.0.0.1";  // subjectAltName
  bool has_ended = false;             // yesterday
};

class Relay {
 public:
  enum class Tls { starttls, implicit };

  // Whether aiosmtpd and openssl are installed.
  static bool is_installed();

  // Listens when the constructor returns and ends with the object.
  explicit Relay(Tls tls, const Certificate& certificate = {});
  ~Relay();
  Relay(const Relay&) = delete;
  Relay& operator=(const Relay&) = delete;

  int port() const { return port_; }
  std::filesystem::path ca_file() const { return folder_ / "certificate.pem"; }

  // The bytes of the mails it took, in order.
  std::vector<std::string> taken() const;

 private:
  TemporaryFolder folder_;
  int port_ = 0;
  int pid_ = -1;
  int input_ = -1;  // its end ends the server
};

}  // namespace fundwatch::tests
