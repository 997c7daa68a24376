#include "digest/test_mail.h"

#include "digest/layout.h"
#include "digest/markup.h"
#include "digest/phrases.h"
#include "digest/plain.h"

namespace fundwatch::digest {
namespace {

struct TestMailPhrases {
  std::string_view subject;  // {name}
  std::string_view words;    // {name}
};

constexpr TestMailPhrases kSwedish = {
    .subject = "Provmejl från {name}",
    .words =
        "Det här är ett prov. Kommer det fram kommer också veckans utskick från {name} fram. "
        "Ligger det bland skräpposten behöver avsändarens domän ställas in (SPF, DKIM, DMARC).",
};

constexpr TestMailPhrases kEnglish = {
    .subject = "Test mail from {name}",
    .words =
        "This is a test. If it arrives, so will the weekly mail from {name}. If it lies among "
        "the spam, the sender's domain has to be set up (SPF, DKIM, DMARC).",
};

}  // namespace

Rendering render_test_mail(const config::Config& config) {
  const Language language = config.coordinator.language;
  const TestMailPhrases& own = language == Language::swedish ? kSwedish : kEnglish;
  const std::string name = one_line(config.installation.name);
  Rendering rendering;
  rendering.subject = fill(own.subject, {{"name", name}});
  const std::string words = fill(own.words, {{"name", name}});
  rendering.text = wrapped(words);
  Markup html;
  html.tag("<!doctype html>\n<html lang=\"").text(phrases(language).language_tag);
  html.tag("\"><head><meta charset=\"utf-8\">\n<title>").text(rendering.subject);
  html.tag("</title></head>\n<body>\n<p>").text(words).tag("</p>\n</body></html>\n");
  rendering.html = html.take();
  return rendering;
}

}  // namespace fundwatch::digest
