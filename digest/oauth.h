// digest/oauth.h — an access token for XOAUTH2, by client credentials (RFC 6749 § 4.4), as
// Microsoft 365 asks for. Kept until shortly before it ends; belongs to one thread.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "config/config.h"
#include "digest/curl_session.h"
#include "digest/mailer.h"

namespace fundwatch::digest {

class TokenSource {
 public:
  TokenSource(config::Smtp settings, std::string client_secret, const Clock& clock)
      : settings_(std::move(settings)), client_secret_(std::move(client_secret)), clock_(clock) {}

  // Sees to it that token() is good for a while; asks the token server only if it is not. Else:
  // what becomes of the mail that needs it, and in words why and what to check. Never quotes a
  // token.
  std::optional<Delivery> renew(CurlSession& session);

  const std::string& token() const { return token_; }

  // The mail server did not take the token: the next mail gets another.
  void forget() { token_.clear(); }

 private:
  config::Smtp settings_;
  std::string client_secret_;
  const Clock& clock_;
  std::string token_;
  Instant ends_{};
};

}  // namespace fundwatch::digest
