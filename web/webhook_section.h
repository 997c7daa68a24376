// web/webhook_section.h — on a profile's page: where its new hits are posted, for those who may
// change it. A secret is shown once, on the page that answers the form, and stands in no address.
#pragma once

#include <string>

#include "web/desk.h"

namespace fundwatch::web {

// The button's name in the section's form.
inline constexpr std::string_view kWebhookDeed = "mottagare";

// What came of the form.
struct WebhookForm {
  std::string url;         // as it was typed
  std::string fault;       // of it
  std::string new_secret;  // it was saved
  bool is_switched_off = false;
};

// Sets the webhook or switches it off, as the form wants, with an entry in the audit log.
WebhookForm change_webhook(const Desk& desk, const Profile& profile, const Fields& form);

// What is done or wrong, and a new secret, at the top of the page.
void put_webhook_note(Markup& html, const Desk& desk, const WebhookForm& form);

void put_webhook(Markup& html, const Desk& desk, const Profile& profile, const WebhookForm& form);

}  // namespace fundwatch::web
