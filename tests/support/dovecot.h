// tests/support/dovecot.h — a real IMAP server on loopback (Debian's Dovecot) with a configuration
// and a Maildir of its own, TLS from the beginning, and a certificate made for the occasion.
#pragma once

#include <string>

#include "tests/support/temporary_folder.h"
#include "tests/support/tls_server.h"

namespace fundwatch::tests {

class Dovecot {
 public:
  // Whether Debian's dovecot-imapd is installed.
  static bool is_installed();

  // Runs when the constructor returns and ends with the object. Anybody logs in with kPassword, or
  // by XOAUTH2 with a token that `introspection` (a URL that the token is added to) holds for
  // active.
  explicit Dovecot(const std::string& introspection = "");
  ~Dovecot();
  Dovecot(const Dovecot&) = delete;
  Dovecot& operator=(const Dovecot&) = delete;

  static constexpr const char* kPassword = "hemligt";

  int port() const { return port_; }
  // Where a mail server asks whether a login is right (Dovecot's own protocol).
  int login_port() const { return login_port_; }
  std::string ca_file() const { return certificates_.authority(); }

  // A mail arrives in a folder ("" is INBOX).
  void deliver(const std::string& folder, const std::string& bytes);
  // The folder begins to count anew, as after a move to another server.
  void forget_uids();
  // The names of the mails in INBOX, with their flags: what a reader has changed shows there.
  std::string inbox() const;

 private:
  std::filesystem::path maildir(const std::string& folder) const;
  void write_configuration(const std::string& introspection) const;

  TemporaryFolder folder_;
  Certificates certificates_;
  int port_ = 0;
  int login_port_ = 0;
  int pid_ = -1;
  int delivered_ = 0;
};

}  // namespace fundwatch::tests
