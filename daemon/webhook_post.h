// daemon/webhook_post.h — one post to a webhook as the fetching client takes it, and what its
// answer means. Pure. By the Standard Webhooks specification 1.0; when and what is
// webhook_rounds.h's.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/result.h"
#include "digest/webhook_signature.h"
#include "feeds/fetch/fetcher.h"
#include "store/webhooks.h"

namespace fundwatch::daemon {

constexpr std::size_t kWebhookAnswerBytesMax = std::size_t{64} * 1024;  // is read of an answer
constexpr std::chrono::seconds kWebhookTimeMax{15};                     // for one post
constexpr std::size_t kWebhookAnswerCharactersMax = 200;                // of it are kept, in words

// With the headers webhook-id, webhook-timestamp and webhook-signature. Error{send} if the address
// is none that may be posted to, or the secret is damaged.
Result<feeds::Request> webhook_request(const store::WebhookAddress& address,
                                       const digest::SignedPost& post);

// The webhook-id of such a request.
std::string message_id_of(const feeds::Request& request);

// delivered: by any 2xx. refused: because of what it says (400, 413, 422). gone: the receiver is
// there no more (410). postponed: it was not asked, since it wanted a pause. failed: all else.
enum class WebhookOutcome { delivered, refused, gone, postponed, failed };

struct WebhookVerdict {
  WebhookOutcome outcome = WebhookOutcome::failed;
  std::string words;  // "answered 204", for people
  std::optional<std::chrono::seconds> retry_after{};
};
WebhookVerdict verdict_on(const feeds::Answer& answer);

}  // namespace fundwatch::daemon
