#include "digest/confirmation.h"

#include "digest/layout.h"
#include "digest/markup.h"
#include "digest/plain.h"
#include "digest/words.h"

namespace fundwatch::digest {
namespace {

struct ConfirmationPhrases {
  std::string_view subject;
  std::string_view greeting;
  std::string_view asked;  // {sender}
  std::string_view open_link;
  std::string_view link_ends;  // {moment}
  std::string_view reply_yes;
  std::string_view what_it_is;
  std::string_view not_you;
};

const ConfirmationPhrases& phrases_of(Language language) {
  static const ConfirmationPhrases swedish{
      .subject = "Bekräfta att du vill ha veckomejlet",
      .greeting = "Hej!",
      .asked = "Någon, troligen du, vill få veckomejlet från {sender} till den här adressen.",
      .open_link = "Öppna länken och tryck på knappen, så är du med:",
      .link_ends = "Länken gäller till {moment}.",
      .reply_yes = "Svara JA på det här mejlet, så är du med.",
      .what_it_is =
          "Mejlet kommer en gång i veckan, med bidrag, upphandlingar och träffar för "
          "sociala företag. Det är gratis och du avslutar när du vill.",
      .not_you =
          "Var det inte du? Då behöver du inte göra något. Vi skickar inget mer och tar bort "
          "adressen."};
  static const ConfirmationPhrases english{
      .subject = "Please confirm that you would like the weekly mail",
      .greeting = "Hello!",
      .asked = "Somebody, probably you, would like the weekly mail from {sender} at this address.",
      .open_link = "Open the link and press the button, and you are in:",
      .link_ends = "The link is good until {moment}.",
      .reply_yes = "Answer YES to this mail, and you are in.",
      .what_it_is =
          "The mail comes once a week, with grants, tenders and meetings for social "
          "enterprises. It is free, and you end it whenever you like.",
      .not_you =
          "Was it not you? Then there is nothing to do. We send nothing more and remove the "
          "address."};
  return language == Language::swedish ? swedish : english;
}

// The mail as paragraphs, of which one may be the link.
struct Confirmation {
  std::vector<std::string> before;
  std::optional<Link> link;
  std::vector<std::string> after;
  std::vector<std::string> signature;
};

Confirmation written(const Subscriber& subscriber, const std::string& link, const LocalTime& ends,
                     const config::Config& config) {
  const ConfirmationPhrases& words = phrases_of(subscriber.language);
  const std::string sender = one_line(config.installation.name);
  Confirmation mail;
  mail.link = Link::web(link);
  mail.before = {std::string(words.greeting), fill(words.asked, {{"sender", sender}}),
                 std::string(mail.link ? words.open_link : words.reply_yes)};
  if (mail.link) {
    const std::string moment = Words(subscriber.language).day_with_time(ends);
    mail.after.push_back(fill(words.link_ends, {{"moment", moment}}));
  }
  mail.after.emplace_back(words.what_it_is);
  mail.after.emplace_back(words.not_you);
  for (const std::string& line :
       {config.installation.organisation, config.installation.postal_address}) {
    if (!one_line(line).empty()) mail.signature.push_back(one_line(line));
  }
  mail.signature.push_back(
      one_line(config.mail.reply_to.empty() ? config.mail.from : config.mail.reply_to));
  return mail;
}

std::string text_of(const Confirmation& mail) {
  std::string text;
  for (const std::string& paragraph : mail.before) text += wrapped(paragraph) + "\n";
  if (mail.link) text += mail.link->target() + "\n\n";
  for (const std::string& paragraph : mail.after) text += wrapped(paragraph) + "\n";
  text += "-- \n";
  for (const std::string& line : mail.signature) text += wrapped(line);
  return text;
}

std::string html_of(const Confirmation& mail, const Subscriber& subscriber) {
  Markup html;
  html.tag("<!doctype html>\n<html lang=\"").text(phrases(subscriber.language).language_tag);
  html.tag("\">\n<head><meta charset=\"utf-8\">\n<title>");
  html.text(phrases_of(subscriber.language).subject).tag("</title></head>\n<body style=\"");
  html.tag(
      "margin:0;padding:24px 16px;font-family:sans-serif;font-size:17px;line-height:26px\">\n");
  for (const std::string& paragraph : mail.before) html.tag("<p>").text(paragraph).tag("</p>\n");
  if (mail.link) {
    html.tag("<p><a href=\"").link(*mail.link).tag("\" style=\"color:#0b5a4f\">");
    html.text(mail.link->target()).tag("</a></p>\n");
  }
  for (const std::string& paragraph : mail.after) html.tag("<p>").text(paragraph).tag("</p>\n");
  html.tag("<p style=\"color:#5b5448\">");
  for (const std::string& line : mail.signature) html.text(line).tag("<br>");
  html.tag("</p>\n</body>\n</html>\n");
  return html.take();
}

}  // namespace

Rendering render_confirmation(const Subscriber& subscriber, const std::string& link,
                              const LocalTime& ends, const config::Config& config) {
  const Confirmation mail = written(subscriber, link, ends, config);
  return {std::string(phrases_of(subscriber.language).subject), text_of(mail),
          html_of(mail, subscriber)};
}

}  // namespace fundwatch::digest
