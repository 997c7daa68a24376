#include "web/api_webhooks.h"

#include <boost/json/array.hpp>

#include "base/text.h"
#include "web/json_values.h"
#include "web/webhook_change.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

using store::WebhookState;

std::string_view name_of(WebhookState state) {
  switch (state) {
    case WebhookState::on: return "on";
    case WebhookState::off: return "off";
    case WebhookState::gone: return "gone";
  }
  return "off";
}

json::object described(const ApiCall& call, const Profile& profile, const store::Webhook& webhook) {
  const int queued = call.store().webhooks.queued(webhook.profile);
  return {{"profile", profile.name},
          {"url", webhook.address.url},
          {"state", name_of(webhook.state)},
          {"set_at", iso8601_utc(webhook.set_at)},
          {"last_success", instant_or_null(webhook.last_success)},
          {"failing_since", instant_or_null(webhook.failing_since)},
          {"next_try", queued > 0 ? instant_or_null(webhook.next_try) : json::value(nullptr)},
          {"answer", text_or_null(webhook.answer)},
          {"queued", queued},
          {"lost", webhook.lost}};
}

}  // namespace

Reply api_webhooks(const ApiCall& call) {
  json::array webhooks;
  for (const Profile& profile : call.store().profiles.all()) {
    if (const auto webhook = call.store().webhooks.find(profile.id)) {
      webhooks.push_back(described(call, profile, *webhook));
    }
  }
  return json_reply(json::object{{"webhooks", std::move(webhooks)}});
}

Reply api_webhook(const ApiCall& call) {
  const auto profile = call.store().profiles.find(call.id);
  if (!profile) return nothing_called("profile", call.id);
  const auto webhook = call.store().webhooks.find(profile->id);
  if (!webhook) return nothing_called("webhook of", call.id);
  return json_reply(described(call, *profile, *webhook));
}

Reply api_set_webhook(const ApiCall& call) {
  const auto profile = call.store().profiles.find(call.id);
  if (!profile) return nothing_called("profile", call.id);
  BodyReader body(call.body);
  const std::string url = collapsed(body.text("url", digest::kWebhookUrlBytesMax).value_or(""));
  if (const auto fault = body.fault()) return refusal(422, *fault);
  const auto fault = digest::fault_of_webhook_url(url);
  if (fault != digest::WebhookUrlFault::none) {
    return refusal(422, {std::string(words_for(fault, Language::english)), "url"});
  }
  const bool is_new = !call.store().webhooks.find(profile->id);
  const std::string secret = set_webhook(call.desk, *profile, url);
  json::object webhook = described(call, *profile, *call.store().webhooks.find(profile->id));
  webhook["secret"] = secret;
  return json_reply(webhook, is_new ? 201 : 200);
}

Reply api_switch_off_webhook(const ApiCall& call) {
  const auto profile = call.store().profiles.find(call.id);
  if (!profile) return nothing_called("profile", call.id);
  if (const auto fault = BodyReader(call.body).fault()) return refusal(422, *fault);
  const auto webhook = call.store().webhooks.find(profile->id);
  if (!webhook) return nothing_called("webhook of", call.id);
  if (webhook->state != WebhookState::on) {
    return refusal(409, {"nothing is posted: it is " + std::string(name_of(webhook->state))});
  }
  switch_off_webhook(call.desk, *profile);
  return api_webhook(call);
}

}  // namespace fundwatch::web
