// tests/support/postfix.h — a real mail server on loopback (Debian's Postfix) with a configuration,
// a queue and a Maildir of its own: STARTTLS is required, logins are asked of Dovecot, and nothing
// ever leaves it. Needs root, as Postfix does.
#pragma once

#include <string>
#include <vector>

#include "tests/support/dovecot.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tls_server.h"

namespace fundwatch::tests {

class Postfix {
 public:
  // Empty if it can run here, else why not.
  static std::string missing();

  // Takes mail when the constructor returns, and ends with the object.
  Postfix();
  ~Postfix();
  Postfix(const Postfix&) = delete;
  Postfix& operator=(const Postfix&) = delete;

  static constexpr const char* kHost = "localhost";
  // The domain whose mail lies in the Maildir, whatever stands before the @.
  static constexpr const char* kDomain = "asf.example";

  int port() const { return port_; }
  std::string ca_file() const { return certificates_.authority(); }

  // Waits until so many mails have arrived; their bytes, with Postfix's own lines before them and
  // its line ends, in the order of arrival.
  std::vector<std::string> arrived(std::size_t count) const;

  // What it has said, for a test that fails.
  std::string log() const;

 private:
  void make_folders() const;
  void write_configuration() const;

  TemporaryFolder folder_;
  Certificates certificates_;
  Dovecot dovecot_;  // knows the password
  int port_ = 0;
  int pid_ = -1;
};

}  // namespace fundwatch::tests
