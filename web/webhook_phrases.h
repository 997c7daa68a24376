// web/webhook_phrases.h — the sentences of a profile's webhook on its page.
// For translators: web/webhook_phrases_swedish.cpp and web/webhook_phrases_english.cpp. A name in
// braces is filled in. The rules of wording are those of web/phrases.h.
#pragma once

#include <string_view>

#include "base/model.h"
#include "digest/phrases.h"

namespace fundwatch::web {

struct WebhookPhrases {
  std::string_view title;
  std::string_view lead;
  std::string_view none;
  std::string_view on;          // {host} {moment}
  std::string_view on_not_yet;  // {host}
  std::string_view failing;     // {host} {moment}
  std::string_view off;         // {host}
  std::string_view gone;        // {host}
  std::string_view answer;      // {answer}
  digest::Counted queued;
  digest::Counted lost;
  std::string_view address;
  std::string_view address_hint;
  std::string_view set;
  std::string_view change;
  std::string_view switch_off;
  std::string_view secret;
  std::string_view secret_hint;
  std::string_view saved;
  std::string_view not_saved;
  std::string_view switched_off;
  std::string_view not_web;
  std::string_view not_secure;
  std::string_view user_name;
  std::string_view too_long;
};

const WebhookPhrases& webhook_phrases(Language language);
const WebhookPhrases& swedish_webhook_phrases();
const WebhookPhrases& english_webhook_phrases();

}  // namespace fundwatch::web
