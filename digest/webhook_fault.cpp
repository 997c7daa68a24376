#include "digest/webhook_fault.h"

#include <vector>

#include "digest/layout.h"
#include "digest/markup.h"
#include "digest/phrases.h"
#include "digest/plain.h"

namespace fundwatch::digest {
namespace {

constexpr std::size_t kNameCharactersMax = 80;
constexpr std::size_t kAnswerCharactersMax = 500;

struct WebhookFaultPhrases {
  std::string_view subject;  // {name}
  std::string_view failing;  // {name} {host}
  std::string_view gone;     // {name} {host}
  std::string_view answer;   // {answer}
  Counted lost;
  std::string_view goes_on;
  std::string_view is_off;
  std::string_view what_to_do;  // {command}
  std::string_view foot;
};

constexpr WebhookFaultPhrases kSwedish = {
    .subject = "Träffarna i {name} kommer inte fram till mottagaren",
    .failing =
        "Nya träffar i profilen {name} ska skickas till {host}, som inte har tagit emot dem på "
        "fyra dygn.",
    .gone =
        "Nya träffar i profilen {name} skickades till {host}. Mottagaren svarar nu att den är "
        "borttagen.",
    .answer = "Det senaste svaret: {answer}",
    .lost = {"En träff skickas inte. Den finns kvar i inkorgen.",
             "{n} träffar skickas inte. De finns kvar i inkorgen."},
    .goes_on = "Nästa träff försöker vi skicka som vanligt.",
    .is_off = "Vi har stängt av utskicket dit.",
    .what_to_do =
        "Fråga den som har hand om mottagaren. En ny adress skriver du på profilens sida. Den som "
        "sköter servern kan prova så här: {command}",
    .foot = "Automatiskt mejl till samordnaren, ett varje gång en mottagare slutar svara"};

constexpr WebhookFaultPhrases kEnglish = {
    .subject = "The hits of {name} do not arrive at their receiver",
    .failing =
        "New hits of the profile {name} are to be posted to {host}, which has not taken them for "
        "four days.",
    .gone =
        "New hits of the profile {name} were posted to {host}. The receiver now answers that it "
        "is gone.",
    .answer = "The last answer: {answer}",
    .lost = {"One hit will not be posted. It is still in the inbox.",
             "{n} hits will not be posted. They are still in the inbox."},
    .goes_on = "The next hit is tried as usual.",
    .is_off = "We have switched posting off.",
    .what_to_do =
        "Ask who looks after the receiver. A new address is set on the profile's page. Who runs "
        "the server can try it like this: {command}",
    .foot = "Automatic mail to the coordinator, one each time a receiver stops answering"};

std::vector<std::string> paragraphs_of(const WebhookFault& fault, const config::Config& config,
                                       const WebhookFaultPhrases& own) {
  const Phrases& common = phrases(config.coordinator.language);
  const std::string reader = one_line(config.coordinator.name, kNameCharactersMax);
  const std::string name = one_line(fault.profile, kNameCharactersMax);
  const bool is_gone = fault.kind == WebhookFault::Kind::gone;
  std::vector<std::string> paragraphs;
  paragraphs.push_back(reader.empty() ? std::string(common.greeting_without_name)
                                      : fill(common.greeting, {{"name", reader}}));
  paragraphs.push_back(fill(is_gone ? own.gone : own.failing,
                            {{"name", name}, {"host", one_line(fault.host, kNameCharactersMax)}}));
  paragraphs.push_back(
      fill(own.answer, {{"answer", one_line(fault.answer, kAnswerCharactersMax)}}));
  std::string outcome(is_gone ? own.is_off : own.goes_on);
  if (fault.lost > 0) {
    outcome =
        fill(fault.lost == 1 ? own.lost.one : own.lost.many, {{"n", std::to_string(fault.lost)}}) +
        " " + outcome;
  }
  paragraphs.push_back(std::move(outcome));
  paragraphs.push_back(
      fill(own.what_to_do, {{"command", "fundwatch profile hook " + name + " --test"}}));
  return paragraphs;
}

}  // namespace

Rendering render(const WebhookFault& fault, const config::Config& config, Mode mode) {
  const Language language = config.coordinator.language;
  const WebhookFaultPhrases& own = language == Language::swedish ? kSwedish : kEnglish;
  const Phrases& common = phrases(language);
  Rendering mail;
  mail.subject = fill(own.subject, {{"name", one_line(fault.profile, kNameCharactersMax)}});
  if (mode == Mode::demo) mail.subject = fill(common.demo_subject, {{"subject", mail.subject}});
  Markup html;
  html.tag("<!doctype html>\n<html lang=\"").text(common.language_tag);
  html.tag("\"><head><meta charset=\"utf-8\">\n<title>").text(mail.subject);
  html.tag("</title></head>\n<body style=\"font-family:sans-serif;line-height:24px\">\n");
  for (const std::string& paragraph : paragraphs_of(fault, config, own)) {
    mail.text += wrapped(paragraph) + "\n";
    html.tag("<p>").text(paragraph).tag("</p>\n");
  }
  const std::string sender = one_line(config.installation.name);
  mail.text += "-- \n" + wrapped(sender) + wrapped(own.foot);
  html.tag("<hr>\n<p>").text(sender).tag("<br>").text(own.foot);
  html.tag("</p>\n</body></html>\n");
  mail.html = html.take();
  return mail;
}

}  // namespace fundwatch::digest
