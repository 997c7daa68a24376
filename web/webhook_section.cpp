#include "web/webhook_section.h"

#include "base/text.h"
#include "base/url.h"
#include "digest/words.h"
#include "web/case_card.h"
#include "web/webhook_change.h"
#include "web/webhook_phrases.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Words;
using store::WebhookState;

constexpr std::string_view kOff = "av";

std::string host_of(const std::string& url) {
  const auto parts = parse_url(url);
  return parts ? parts->host : std::string{};
}

std::string state_in_words(const Desk& desk, const store::Webhook& webhook) {
  const WebhookPhrases& words = webhook_phrases(desk.language());
  const std::string host = host_of(webhook.address.url);
  if (webhook.state == WebhookState::off) return fill(words.off, {{"host", host}});
  if (webhook.state == WebhookState::gone) return fill(words.gone, {{"host", host}});
  const auto& since = webhook.failing_since;
  if (since) return fill(words.failing, {{"host", host}, {"moment", moment_of(desk, *since)}});
  if (!webhook.last_success) return fill(words.on_not_yet, {{"host", host}});
  return fill(words.on, {{"host", host}, {"moment", moment_of(desk, *webhook.last_success)}});
}

void put_state(Markup& html, const Desk& desk, const store::Webhook& webhook) {
  const WebhookPhrases& words = webhook_phrases(desk.language());
  const Words says(desk.language());
  html.tag("<p>").text(state_in_words(desk, webhook));
  const int queued = desk.site.store.webhooks.queued(webhook.profile);
  if (queued > 0) html.text(" ").text(says.count(words.queued, queued));
  if (webhook.lost > 0) html.text(" ").text(says.count(words.lost, webhook.lost));
  html.tag("</p>\n");
  if (webhook.answer.empty()) return;
  html.tag("<p class=\"small muted\">").text(fill(words.answer, {{"answer", webhook.answer}}));
  html.tag("</p>\n");
}

void put_secret(Markup& html, const WebhookPhrases& words, const std::string& secret) {
  html.tag("<div class=\"field\"><label for=\"wh\">").text(words.secret).tag("</label>");
  html.tag("<span class=\"hint\" id=\"whh\">").text(words.secret_hint).tag("</span>");
  html.tag("<input id=\"wh\" readonly spellcheck=\"false\" autocomplete=\"off\" ");
  html.tag("aria-describedby=\"whh\" value=\"").text(secret).tag("\"></div>\n");
}

void put_address(Markup& html, const WebhookPhrases& words, const WebhookForm& form,
                 const std::string& stored) {
  html.tag("<div class=\"field\"><label for=\"wu\">").text(words.address).tag("</label>");
  html.tag("<span class=\"hint\" id=\"wuh\">").text(words.address_hint).tag("</span>");
  if (!form.fault.empty()) {
    html.tag("<p class=\"err\" id=\"wue\">").text(form.fault).tag("</p>");
  }
  html.tag("<input id=\"wu\" name=\"adress\" type=\"url\" inputmode=\"url\" maxlength=\"2000\" ");
  html.tag("spellcheck=\"false\" autocomplete=\"off\" value=\"");
  html.text(form.fault.empty() ? stored : form.url);
  html.tag(form.fault.empty() ? digest::Literal("\" aria-describedby=\"wuh\">")
                              : digest::Literal("\" aria-invalid=\"true\" "
                                                "aria-describedby=\"wue wuh\">"));
  html.tag("</div>\n");
}

}  // namespace

WebhookForm change_webhook(const Desk& desk, const Profile& profile, const Fields& form) {
  WebhookForm result;
  if (form.text(kWebhookDeed) == kOff) {
    switch_off_webhook(desk, profile);
    result.is_switched_off = true;
    return result;
  }
  result.url = collapsed(form.text("adress"));
  const auto fault = digest::fault_of_webhook_url(result.url);
  result.fault = words_for(fault, desk.language());
  if (fault == digest::WebhookUrlFault::none) {
    result.new_secret = set_webhook(desk, profile, result.url);
  }
  return result;
}

void put_webhook_note(Markup& html, const Desk& desk, const WebhookForm& form) {
  const WebhookPhrases& words = webhook_phrases(desk.language());
  if (form.is_switched_off) put_done(html, words.switched_off);
  if (!form.new_secret.empty()) {
    put_done(html, words.saved);
    put_secret(html, words, form.new_secret);
  }
  if (form.fault.empty()) return;
  html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  html.text(words.not_saved).tag("</h2>\n<ul><li><a href=\"#wu\">").text(form.fault);
  html.tag("</a></li></ul></div>\n");
}

void put_webhook(Markup& html, const Desk& desk, const Profile& profile, const WebhookForm& form) {
  const WebhookPhrases& words = webhook_phrases(desk.language());
  const auto webhook = desk.site.store.webhooks.find(profile.id);
  const bool is_on = webhook && webhook->state == WebhookState::on;
  html.tag("<h2 id=\"mottagare\">").text(words.title).tag("</h2>\n<p class=\"small muted\">");
  html.text(words.lead).tag("</p>\n");
  if (webhook) {
    put_state(html, desk, *webhook);
  } else {
    html.tag("<p>").text(words.none).tag("</p>\n");
  }
  html.tag("<form method=\"post\" action=\"/profiler/").text(profile.name).tag("\">");
  put_csrf(html, desk);
  put_address(html, words, form, webhook ? webhook->address.url : std::string{});
  html.tag("<button name=\"mottagare\" value=\"spara\">").text(is_on ? words.change : words.set);
  html.tag("</button>");
  if (is_on) {
    html.tag(" <button name=\"mottagare\" value=\"av\">").text(words.switch_off).tag("</button>");
  }
  html.tag("</form>\n");
}

}  // namespace fundwatch::web
