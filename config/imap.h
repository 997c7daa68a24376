// config/imap.h — the mailbox whose folders can be sources, and the way into it. The section [imap]
// of fundwatch.toml; part of config.h. Its host stands here and not in a source's address, so that
// nobody who adds a source can have the password sent elsewhere.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace fundwatch::config {

enum class ImapAuth { password, xoauth2 };

struct Imap {
  std::string host;  // empty: there is no mailbox
  int port = 993;    // TLS from the beginning (RFC 8314)
  std::string user;
  ImapAuth auth = ImapAuth::password;
  std::filesystem::path password_file;  // or the systemd credential imap-password
  std::string token_url;                // xoauth2: client credentials
  std::string client_id;
  std::filesystem::path client_secret_file;  // or the systemd credential imap-client-secret
  std::string scope;
  std::filesystem::path ca_file;  // empty: the system's
  std::chrono::seconds timeout{60};
  bool operator==(const Imap&) const = default;
};

}  // namespace fundwatch::config
