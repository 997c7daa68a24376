#include "digest/profile_fault.h"

#include <vector>

#include "digest/layout.h"
#include "digest/markup.h"
#include "digest/phrases.h"
#include "digest/plain.h"

namespace fundwatch::digest {
namespace {

constexpr std::size_t kNameCharactersMax = 80;
constexpr std::size_t kFaultCharactersMax = 1000;

struct ProfileFaultPhrases {
  std::string_view subject;   // {name}
  std::string_view fault;     // {name} {version} {fault}
  std::string_view in_force;  // {version}
  std::string_view nothing_in_force;
  std::string_view what_to_do;  // {command}
  std::string_view foot;
};

constexpr ProfileFaultPhrases kSwedish = {
    .subject = "Profilen {name} har ett fel",
    .fault = "Profilen {name} har ett fel i version {version}: {fault}",
    .in_force =
        "Tills det är rättat söker vi med version {version}, den senaste utan fel. Det som är "
        "nytt sedan dess söks inte.",
    .nothing_in_force =
        "Ingen tidigare version är utan fel. Tills det är rättat hittar profilen ingenting.",
    .what_to_do = "Rätta termen och spara profilen. Den som sköter servern skriver: {command}",
    .foot = "Automatiskt mejl till samordnaren, ett för varje version med fel",
};

constexpr ProfileFaultPhrases kEnglish = {
    .subject = "The profile {name} has a fault",
    .fault = "The profile {name} has a fault in version {version}: {fault}",
    .in_force =
        "Until it is mended we search with version {version}, the last one without a fault. What "
        "is new since then is not searched for.",
    .nothing_in_force =
        "No earlier version is without a fault. Until it is mended the profile finds nothing.",
    .what_to_do = "Mend the term and save the profile. Who runs the server types: {command}",
    .foot = "Automatic mail to the coordinator, one for each version with a fault",
};

// What text and HTML both say.
struct Letter {
  std::string_view language_tag;
  std::string subject;
  std::vector<std::string> paragraphs;
  std::string sender;
  std::string_view foot;
};

Letter letter_of(const ProfileFault& fault, const config::Config& config, Mode mode) {
  const Language language = config.coordinator.language;
  const ProfileFaultPhrases& own = language == Language::swedish ? kSwedish : kEnglish;
  const Phrases& common = phrases(language);
  const std::string name = one_line(fault.name, kNameCharactersMax);
  const std::string reader = one_line(config.coordinator.name, kNameCharactersMax);
  Letter letter{.language_tag = common.language_tag,
                .subject = fill(own.subject, {{"name", name}})};
  if (mode == Mode::demo) {
    letter.paragraphs.emplace_back(common.demo_notice);
    letter.subject = fill(common.demo_subject, {{"subject", letter.subject}});
  }
  letter.paragraphs.push_back(reader.empty() ? std::string(common.greeting_without_name)
                                             : fill(common.greeting, {{"name", reader}}));
  letter.paragraphs.push_back(
      fill(own.fault, {{"name", name},
                       {"version", std::to_string(fault.version)},
                       {"fault", one_line(fault.fault, kFaultCharactersMax)}}));
  letter.paragraphs.push_back(
      fault.version_in_force
          ? fill(own.in_force, {{"version", std::to_string(*fault.version_in_force)}})
          : std::string(own.nothing_in_force));
  letter.paragraphs.push_back(
      fill(own.what_to_do, {{"command", "fundwatch profile edit " + name}}));
  letter.sender = one_line(config.installation.name);
  letter.foot = own.foot;
  return letter;
}

std::string text_of(const Letter& letter) {
  std::string text;
  for (const std::string& paragraph : letter.paragraphs) text += wrapped(paragraph) + "\n";
  return text + "-- \n" + wrapped(letter.sender) + wrapped(letter.foot);
}

std::string html_of(const Letter& letter) {
  Markup html;
  html.tag("<!doctype html>\n<html lang=\"").text(letter.language_tag);
  html.tag("\"><head><meta charset=\"utf-8\">\n<title>").text(letter.subject);
  html.tag("</title></head>\n<body style=\"font-family:sans-serif;line-height:24px\">\n");
  for (const std::string& paragraph : letter.paragraphs) {
    html.tag("<p>").text(paragraph).tag("</p>\n");
  }
  html.tag("<hr>\n<p>").text(letter.sender).tag("<br>").text(letter.foot);
  html.tag("</p>\n</body></html>\n");
  return html.take();
}

}  // namespace

Rendering render(const ProfileFault& fault, const config::Config& config, Mode mode) {
  const Letter letter = letter_of(fault, config, mode);
  return {letter.subject, text_of(letter), html_of(letter)};
}

}  // namespace fundwatch::digest
