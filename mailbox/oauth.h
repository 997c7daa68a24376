// mailbox/oauth.h — an access token for XOAUTH2, by client credentials (RFC 6749 § 4.4), as
// Microsoft 365 asks for. Kept until shortly before it ends; belongs to one thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/clock.h"
#include "mailbox/curl_session.h"

namespace fundwatch::mailbox {

struct TokenSettings {
  std::string section;  // of fundwatch.toml, for messages: "mail.smtp"
  std::string token_url;
  std::string client_id;
  std::string scope;
  std::chrono::seconds timeout{60};
};

// Why there is no token. Refused: not before somebody has mended something.
struct TokenFault {
  enum class Kind { refused, unreachable, stopped };
  Kind kind = Kind::refused;
  std::string words;
};

class TokenSource {
 public:
  TokenSource(TokenSettings settings, std::string client_secret, const Clock& clock)
      : settings_(std::move(settings)), client_secret_(std::move(client_secret)), clock_(clock) {}

  // Sees to it that token() is good for a while; asks the token server only if it is not. Else why
  // not, in words, and what to check. Never quotes a token.
  std::optional<TokenFault> renew(CurlSession& session);

  const std::string& token() const { return token_; }

  // The mail server did not take the token: the next one gets another.
  void forget() { token_.clear(); }

 private:
  TokenSettings settings_;
  std::string client_secret_;
  const Clock& clock_;
  std::string token_;
  Instant ends_{};
};

}  // namespace fundwatch::mailbox
