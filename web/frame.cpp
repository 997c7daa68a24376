#include "web/frame.h"

#include "config/embedded.h"
#include "digest/hash.h"
#include "digest/phrases.h"

namespace fundwatch::web {
namespace {

// Of the style and the script, so that browsers keep them until they change.
const std::string& static_version() {
  static const std::string kVersion =
      digest::hash_of(std::string(config::embedded_file("web/static/ui.css")) +
                      std::string(config::embedded_file("web/static/ui.js")))
          .substr(0, 12);
  return kVersion;
}

void put_foot(Markup& html, const Phrases& words, const config::Config& config) {
  html.tag("<footer class=\"foot\"><div class=\"in\">\n<p>");
  html.text(config.installation.organisation);
  if (!config.installation.postal_address.empty()) {
    html.text(", ").text(config.installation.postal_address);
  }
  const auto contact = Link::mail(config.coordinator_address());
  if (contact) {
    html.text(". ").tag("<a href=\"").link(*contact).tag("\">");
    html.text(config.coordinator_address()).tag("</a>");
  }
  html.tag("</p>\n<p>").text(words.no_tracking).tag(" <a href=\"/integritet\">");
  html.text(words.privacy).tag("</a> · <a href=\"/tillganglighet\">").text(words.accessibility);
  html.tag("</a> · <a href=\"/logga-in\">").text(words.for_coordinators);
  html.tag("</a></p>\n</div></footer>\n</body>\n</html>\n");
}

}  // namespace

void put_head(Markup& html, const Frame& frame, const config::Config& config) {
  const Phrases& words = phrases(frame.language);
  html.tag("<!doctype html>\n<html lang=\"").text(words.language_tag).tag("\">\n<head>\n");
  html.tag(
      "<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"robots\" content=\"noindex\">\n<title>");
  html.text(frame.title).text(" – ").text(config.installation.name).tag("</title>\n");
  html.tag("<link rel=\"icon\" href=\"/favicon.svg\">\n<link rel=\"stylesheet\" href=\"/ui.css?v=");
  html.text(static_version()).tag("\">\n<script src=\"/ui.js?v=").text(static_version());
  html.tag("\" defer></script>\n</head>\n<body>\n");
  html.tag("<a class=\"skip\" href=\"#innehall\">").text(words.skip).tag("</a>\n");
}

Reply framed(const Frame& frame, const Markup& content, const config::Config& config) {
  const Phrases& words = phrases(frame.language);
  Markup html;
  put_head(html, frame, config);
  html.tag("<header class=\"top\"><div class=\"in\">\n<a class=\"brand\" href=\"/prenumerera\">");
  html.text(config.installation.name).tag("</a>\n</div></header>\n");
  html.tag("<main id=\"innehall\" class=\"slim\" tabindex=\"-1\">\n");
  html.append(content);
  html.tag("</main>\n");
  put_foot(html, words, config);
  Reply reply;
  reply.status = frame.status;
  reply.body = html.take();
  return reply;
}

Reply missing_page(Language language, const config::Config& config) {
  const Phrases& words = phrases(language);
  Markup html;
  html.tag("<h1>").text(words.missing_title).tag("</h1>\n<p class=\"lead\">");
  html.text(words.missing_lead).tag("</p>\n<p>").text(words.missing_from_mail).tag("</p>\n");
  return framed({std::string(words.missing_title), language, 404}, html, config);
}

Reply failed_page(Language language, const config::Config& config, const std::string& number) {
  const Phrases& words = phrases(language);
  Markup html;
  html.tag("<h1>").text(words.failed_title).tag("</h1>\n<p class=\"lead\">");
  html.text(words.failed_lead).tag("</p>\n<p>");
  const std::string& address = config.coordinator_address();
  if (!address.empty()) html.text(digest::fill(words.failed_again, {{"address", address}}));
  html.tag(" <b class=\"num\">").text(number).tag("</b></p>\n");
  return framed({std::string(words.failed_title), language, 500}, html, config);
}

Reply theirs_page(Language language, const config::Config& config) {
  const Phrases& words = phrases(language);
  Markup html;
  html.tag("<h1>").text(words.theirs_title).tag("</h1>\n<p class=\"lead\">");
  html.text(words.theirs_lead).tag("</p>\n");
  return framed({std::string(words.theirs_title), language, 403}, html, config);
}

}  // namespace fundwatch::web
