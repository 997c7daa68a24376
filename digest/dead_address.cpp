#include "digest/dead_address.h"

#include <vector>

#include "digest/layout.h"
#include "digest/markup.h"
#include "digest/phrases.h"
#include "digest/plain.h"

namespace fundwatch::digest {
namespace {

constexpr std::size_t kNameCharactersMax = 80;
constexpr std::size_t kServerWordsMax = 500;

struct DeadAddressPhrases {
  std::string_view subject;  // {address}
  std::string_view what;     // {address}
  std::string_view what_of;  // {address} {organisation}
  std::string_view said;     // {words}
  std::string_view meaning;
  std::string_view what_to_do;  // {command}
  std::string_view foot;
};

constexpr DeadAddressPhrases kSwedish = {
    .subject = "Mejlet till {address} kommer inte fram",
    .what = "Mejlet till {address} kommer inte fram.",
    .what_of = "Mejlet till {address} ({organisation}) kommer inte fram.",
    .said = "Mottagarens server svarar: {words}",
    .meaning =
        "Vi har pausat utskicken dit. Om 30 dagar tar vi bort adressen och allt som hör till den.",
    .what_to_do =
        "Ring eller skriv på annat sätt och fråga om adressen är rätt. Fungerar den igen "
        "återupptas utskicken så här: {command}",
    .foot = "Automatiskt mejl till samordnaren, ett för varje adress"};

constexpr DeadAddressPhrases kEnglish = {
    .subject = "Mail to {address} does not arrive",
    .what = "Mail to {address} does not arrive.",
    .what_of = "Mail to {address} ({organisation}) does not arrive.",
    .said = "The recipient's server says: {words}",
    .meaning =
        "We have paused it. In 30 days we remove the address and everything that belongs to it.",
    .what_to_do =
        "Call, or write in another way, and ask whether the address is right. When it works again, "
        "mail is resumed like this: {command}",
    .foot = "Automatic mail to the coordinator, one for each address"};

std::vector<std::string> paragraphs_of(const DeadAddress& dead, const config::Config& config,
                                       const DeadAddressPhrases& own) {
  const Phrases& common = phrases(config.coordinator.language);
  const std::string reader = one_line(config.coordinator.name, kNameCharactersMax);
  const std::string address = one_line(dead.address);
  const std::string organisation = one_line(dead.organisation, kNameCharactersMax);
  std::vector<std::string> paragraphs;
  paragraphs.push_back(reader.empty() ? std::string(common.greeting_without_name)
                                      : fill(common.greeting, {{"name", reader}}));
  paragraphs.push_back(organisation.empty() ? fill(own.what, {{"address", address}})
                                            : fill(own.what_of, {{"address", address},
                                                                 {"organisation", organisation}}));
  const std::string words = one_line(dead.words, kServerWordsMax);
  if (!words.empty()) paragraphs.push_back(fill(own.said, {{"words", words}}));
  paragraphs.emplace_back(own.meaning);
  paragraphs.push_back(
      fill(own.what_to_do, {{"command", "fundwatch subscriber edit " + address + " --resume"}}));
  return paragraphs;
}

}  // namespace

Rendering render(const DeadAddress& dead, const config::Config& config, Mode mode) {
  const Language language = config.coordinator.language;
  const DeadAddressPhrases& own = language == Language::swedish ? kSwedish : kEnglish;
  Rendering rendering;
  rendering.subject = one_line(fill(own.subject, {{"address", one_line(dead.address)}}));
  if (mode == Mode::demo) {
    rendering.subject = fill(phrases(language).demo_subject, {{"subject", rendering.subject}});
  }
  Markup html;
  html.tag("<!doctype html>\n<html lang=\"").text(phrases(language).language_tag);
  html.tag("\"><head><meta charset=\"utf-8\">\n<title>").text(rendering.subject);
  html.tag("</title></head>\n<body style=\"font-family:sans-serif;line-height:24px\">\n");
  for (const std::string& paragraph : paragraphs_of(dead, config, own)) {
    rendering.text += wrapped(paragraph) + "\n";
    html.tag("<p>").text(paragraph).tag("</p>\n");
  }
  const std::string sender = one_line(config.installation.name);
  rendering.text += "-- \n" + wrapped(sender) + wrapped(own.foot);
  html.tag("<hr>\n<p>").text(sender).tag("<br>").text(own.foot);
  html.tag("</p>\n</body></html>\n");
  rendering.html = html.take();
  return rendering;
}

}  // namespace fundwatch::digest
