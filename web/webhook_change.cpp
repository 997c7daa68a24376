#include "web/webhook_change.h"

#include "base/url.h"
#include "web/webhook_phrases.h"

namespace fundwatch::web {

std::string_view words_for(digest::WebhookUrlFault fault, Language language) {
  const WebhookPhrases& words = webhook_phrases(language);
  switch (fault) {
    case digest::WebhookUrlFault::none: break;
    case digest::WebhookUrlFault::not_web: return words.not_web;
    case digest::WebhookUrlFault::not_secure: return words.not_secure;
    case digest::WebhookUrlFault::user_name: return words.user_name;
    case digest::WebhookUrlFault::too_long: return words.too_long;
  }
  return {};
}

std::string set_webhook(const Desk& desk, const Profile& profile, const std::string& url) {
  std::string secret = digest::new_webhook_secret();
  const auto parts = parse_url(url);
  store::Transaction transaction = desk.site.store.begin();
  desk.site.store.webhooks.set(profile.id, {url, secret}, desk.site.clock.now());
  record(desk, {"profile.webhook", profile.name, parts ? parts->host : std::string{}});
  transaction.commit();
  return secret;
}

void switch_off_webhook(const Desk& desk, const Profile& profile) {
  store::Transaction transaction = desk.site.store.begin();
  desk.site.store.webhooks.switch_off(profile.id, store::WebhookState::off, "");
  record(desk, {"profile.webhook", profile.name, "off"});
  transaction.commit();
}

}  // namespace fundwatch::web
