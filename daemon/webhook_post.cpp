#include "daemon/webhook_post.h"

#include "digest/plain.h"

namespace fundwatch::daemon {
namespace {

constexpr std::string_view kIdHeader = "webhook-id";

WebhookOutcome outcome_of(const feeds::Answer& answer) {
  if (!answer.was_asked) return WebhookOutcome::postponed;
  // A page that keeps programs out is no receipt, whatever its status.
  if (answer.fault == feeds::Fault::guarded) return WebhookOutcome::failed;
  if (answer.status >= 200 && answer.status < 300) return WebhookOutcome::delivered;
  if (answer.status == 410) return WebhookOutcome::gone;
  const bool is_about_it = answer.status == 400 || answer.status == 413 || answer.status == 422;
  return is_about_it ? WebhookOutcome::refused : WebhookOutcome::failed;
}

std::string words_of(const feeds::Answer& answer) {
  // Where there was no answer, or one that leads elsewhere, the client's own words say more.
  const bool is_plain = answer.status >= 200 && (answer.status < 300 || answer.status >= 400);
  if (!is_plain || answer.fault == feeds::Fault::guarded) {
    return digest::one_line(answer.response.error().message, kWebhookAnswerCharactersMax);
  }
  std::string words = "answered " + std::to_string(answer.status);
  const std::string more = digest::one_line(answer.refusal, kWebhookAnswerCharactersMax);
  return more.empty() ? words : words + ": " + more;
}

}  // namespace

Result<feeds::Request> webhook_request(const store::WebhookAddress& address,
                                       const digest::SignedPost& post) {
  if (digest::fault_of_webhook_url(address.url) != digest::WebhookUrlFault::none) {
    return Error{Stage::send, "its address is not one of https; set another"};
  }
  auto signature = digest::webhook_signature(post, address.secret);
  if (!signature) return Error{Stage::send, "its secret is damaged; set its address again"};
  feeds::Request request;
  request.url = address.url;
  request.payload = feeds::Payload{"application/json", std::string(post.body)};
  request.headers = {{std::string(kIdHeader), std::string(post.message_id)},
                     {"webhook-timestamp", std::to_string(post.at.time_since_epoch().count())},
                     {"webhook-signature", *std::move(signature)},
                     {"Accept", "*/*"}};
  request.body_bytes_max = kWebhookAnswerBytesMax;
  request.total_timeout = kWebhookTimeMax;
  return request;
}

std::string message_id_of(const feeds::Request& request) {
  for (const feeds::HeaderField& field : request.headers) {
    if (field.name == kIdHeader) return field.value;
  }
  return {};
}

WebhookVerdict verdict_on(const feeds::Answer& answer) {
  WebhookVerdict verdict{outcome_of(answer), words_of(answer)};
  const bool is_asked_to_wait = answer.status == 429 || answer.status == 503 || !answer.was_asked;
  if (is_asked_to_wait) verdict.retry_after = answer.retry_after;
  return verdict;
}

}  // namespace fundwatch::daemon
