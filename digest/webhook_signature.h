// digest/webhook_signature.h — what makes a post to a webhook believable: its secret, its signature
// by the Standard Webhooks specification 1.0 (standardwebhooks.com), and where it may go.
// Pure but for the random bytes of new secrets. Posting is daemon/webhook_post.h's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/model.h"

namespace fundwatch::digest {

inline constexpr std::size_t kWebhookSecretBytes = 32;  // the specification asks for 24 to 64
inline constexpr std::size_t kWebhookUrlBytesMax = 2000;

// "whsec_" and random bytes in base64.
std::string new_webhook_secret();

// What is posted, as it is signed.
struct SignedPost {
  std::string_view message_id;
  Instant at{};
  std::string_view body;
};

// "v1," and the base64 of the HMAC-SHA256 over "id.seconds.body". Nothing if that is no secret.
std::optional<std::string> webhook_signature(const SignedPost& post, std::string_view secret);

// Why hits cannot be posted to an address: it is not one of the web, it carries a user name, it is
// too long, or it is not https: plain http is for programs on this machine alone.
enum class WebhookUrlFault { none, not_web, user_name, too_long, not_secure };
WebhookUrlFault fault_of_webhook_url(std::string_view url);

}  // namespace fundwatch::digest
