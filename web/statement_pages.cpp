#include "web/statement_pages.h"

#include <span>

#include "base/names.h"
#include "digest/signed_link.h"
#include "digest/words.h"
#include "store/audit.h"
#include "store/sessions.h"
#include "web/statement_phrases.h"

namespace fundwatch::web {
namespace {

constexpr int kDaysOfAMonth = 30;

Language language_of(const Site& site, const Request& request) {
  return parse_language(request.query.text("sprak")).value_or(site.config.coordinator.language);
}

std::string filled(const Site& site, std::string_view phrase) {
  const config::Installation& installation = site.config.installation;
  const std::string& owner =
      installation.organisation.empty() ? installation.name : installation.organisation;
  return digest::fill(phrase,
                      {{"owner", owner},
                       {"days", std::to_string(digest::kConfirmationValid.count())},
                       {"hours", std::to_string(store::kSessionIdleMax.count())},
                       {"months", std::to_string(store::kAuditKept.count() / kDaysOfAMonth)}});
}

void put_contact(Markup& html, const Site& site, const StatementPhrases& words) {
  const std::string& address = site.config.coordinator_address();
  const auto link = Link::mail(address);
  html.tag("<p>");
  if (link) {
    html.text(words.write_to).tag(" <a href=\"").link(*link).tag("\">").text(address);
    html.tag("</a>.");
  } else {
    html.text(words.nobody_to_ask);
  }
  html.tag("</p>\n");
}

void put_passages(Markup& html, const Site& site, std::span<const Passage> passages) {
  for (const Passage& passage : passages) {
    html.tag("<h2>").text(passage.heading).tag("</h2>\n<p>");
    html.text(filled(site, passage.text)).tag("</p>\n");
  }
}

}  // namespace

Reply privacy_page(const Site& site, const Request& request) {
  const Language language = language_of(site, request);
  const StatementPhrases& words = statement_phrases(language);
  Markup html;
  html.tag("<h1>").text(words.privacy_title).tag("</h1>\n<p class=\"lead\">");
  html.text(filled(site, words.privacy_lead)).tag("</p>\n");
  put_passages(html, site, words.privacy);
  put_contact(html, site, words);
  return framed({std::string(words.privacy_title), language}, html, site.config);
}

Reply accessibility_page(const Site& site, const Request& request) {
  const Language language = language_of(site, request);
  const StatementPhrases& words = statement_phrases(language);
  Markup html;
  html.tag("<h1>").text(words.accessibility_title).tag("</h1>\n<p class=\"lead\">");
  html.text(filled(site, words.accessibility_lead)).tag("</p>\n");
  put_passages(html, site, words.accessibility);
  put_contact(html, site, words);
  html.tag("<p><a href=\"https://www.digg.se/tdosanmalan\" rel=\"noreferrer\">");
  html.text(words.authority).tag("</a></p>\n");
  return framed({std::string(words.accessibility_title), language}, html, site.config);
}

}  // namespace fundwatch::web
