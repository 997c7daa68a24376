#include "digest/render_html.h"

#include "base/check.h"
#include "digest/html_frame.h"

namespace fundwatch::digest {
namespace {

void add_title(Markup& html, const Letter& letter) {
  html.tag(kTitleBegin);
  for (const std::string* notice : {&letter.demo_notice, &letter.preview_notice}) {
    if (!notice->empty()) html.tag(kNotice).text(*notice).tag("</p>\n");
  }
  html.tag(kSenderLine);
  html.text(letter.sender).tag(" · ").text(letter.week_line).tag("</p>\n");
  html.tag(kHeading);
  html.text(letter.heading).tag("</h1>\n");
  html.tag(kLead);
  html.text(letter.greeting);
  for (const std::string& paragraph : letter.note) {
    html.tag("</p>\n").tag(kLead).text(paragraph);
  }
  if (letter.note.empty()) {
    html.tag(" ");
  } else {
    html.tag("</p>\n").tag(kLead);
  }
  if (letter.has_news) {
    html.text(letter.phrases->how_to_read_html);
  } else {
    html.text(letter.nothing_new);
  }
  html.tag("</p>\n").tag(kRowEnd);
}

void add_section_title(Markup& html, const LetterSection& section) {
  html.tag(kSectionBegin).text(section.title).tag(kSectionCount);
  html.text(std::to_string(section.entries.size())).tag(kSectionEnd);
}

void add_entry_title(Markup& html, const LetterEntry& entry) {
  html.tag(kCardTitle);
  if (!entry.language_tag.empty()) html.tag(" lang=\"").text(entry.language_tag).tag("\"");
  html.tag(">");
  if (!entry.link) {
    html.text(entry.title).tag("</h3>\n");
    return;
  }
  html.tag("<a class=\"l\" href=\"").link(*entry.link).tag(kLinkStyle);
  html.text(entry.title).tag("</a></h3>\n");
}

void add_badge(Markup& html, const std::string& badge) {
  if (badge.empty()) return;
  html.tag(R"(<span class="w" style="background-color:#fcefcf;color:#704b00;)"
           R"(font-size:14px;font-weight:bold;padding:1px 7px">)");
  html.text(badge).tag("</span> ");
}

void add_facts(Markup& html, const LetterEntry& entry) {
  if (entry.facts.empty() && entry.badge.empty() && entry.reserved.empty()) return;
  html.tag(kCardLine);
  add_badge(html, entry.badge);
  add_badge(html, entry.reserved);
  html.text(entry.facts).tag("</p>\n");
}

Literal opening(Emphasis emphasis) {
  switch (emphasis) {
    case Emphasis::none: return "<span>";
    case Emphasis::strong: return R"(<b class="i" style="color:#24211c">)";
    case Emphasis::urgent: return R"(<b class="u" style="color:#98300f">)";
  }
  CHECK(false);
  return "";
}

void add_when(Markup& html, const LetterEntry& entry) {
  html.tag(kCardLine).text(entry.when.label).tag(": ").tag(opening(entry.emphasis));
  html.text(entry.when.value);
  html.tag(entry.emphasis == Emphasis::none ? Literal("</span></p>\n") : Literal("</b></p>\n"));
}

void add_page_link(Markup& html, const Link& page, std::string_view label) {
  html.tag("<a class=\"l\" href=\"").link(page).tag(kLinkStyle);
  html.text(label).tag("</a>");
}

void add_answers(Markup& html, const LetterEntry& entry) {
  if (entry.answers.empty()) return;
  html.tag(R"(<p style="margin:10px 0 0;font-size:16px;line-height:30px">)");
  for (const AnswerLink& answer : entry.answers) {
    if (&answer != &entry.answers.front()) html.tag(" &nbsp; ");
    add_page_link(html, answer.link, answer.label);
  }
  html.tag("</p>\n");
}

void add_notice(Markup& html, const LetterEntry& entry) {
  for (const NoticeLine& line : entry.notice) {
    html.tag(kCardLine).text(line.label).tag(": ");
    if (line.link) {
      html.tag("<a class=\"l\" href=\"").link(*line.link).tag(kLinkStyle);
      html.text(line.link->target()).tag("</a>");
    } else {
      html.text(line.value);
    }
    html.tag("</p>\n");
  }
}

void add_entry(Markup& html, const LetterEntry& entry) {
  html.tag(kCardBegin);
  add_entry_title(html, entry);
  add_facts(html, entry);
  add_when(html, entry);
  add_notice(html, entry);
  html.tag(kSmallLine);
  html.text(entry.because.label).tag(": ").text(entry.because.value);
  if (!entry.link && !entry.no_link.empty()) html.tag("<br>").text(entry.no_link);
  html.tag("</p>\n");
  add_answers(html, entry);
  html.tag(kRowEnd);
}

void add_signature(Markup& html, const Letter& letter) {
  html.tag(R"(<p class="m" style="margin:0;color:#5b5448">)");
  for (const std::string& line : letter.signature) html.text(line).tag("<br>");
  const auto contact = Link::mail(letter.contact);
  if (contact) html.tag("<a class=\"l\" href=\"").link(*contact).tag(kLinkStyle);
  html.text(letter.contact);
  if (contact) html.tag("</a>");
  html.tag("</p>\n");
}

void add_pages(Markup& html, const Letter& letter) {
  if (!letter.settings_page || !letter.unsubscribe_page) return;
  html.tag(kMuted);
  add_page_link(html, *letter.settings_page, letter.phrases->change);
  html.tag(" · ");
  if (letter.calendar_page) {
    add_page_link(html, *letter.calendar_page, letter.phrases->calendar);
    html.tag(" · ");
  }
  add_page_link(html, *letter.unsubscribe_page, letter.phrases->leave);
  html.tag("</p>\n");
}

void add_foot(Markup& html, const Letter& letter) {
  html.tag(kFootBegin);
  for (const std::string* line : {&letter.waiting, &letter.outside}) {
    if (!line->empty()) html.tag(kPlain).text(*line).tag("</p>\n");
  }
  if (!letter.coverage.empty()) {
    html.tag(letter.has_outage ? kNotice : kPlain);
    html.tag("<b>").text(letter.phrases->coverage_title).tag(":</b> ").text(letter.coverage);
    html.tag("</p>\n");
  }
  add_pages(html, letter);
  html.tag(kMuted).text(letter.unsubscribe).tag("</p>\n");
  add_signature(html, letter);
  html.tag(kRowEnd);
}

}  // namespace

std::string html_part(const Letter& letter) {
  Markup html;
  open_page(html, {letter.phrases->language_tag, letter.subject, letter.preview});
  add_title(html, letter);
  for (const LetterSection& section : letter.sections) {
    add_section_title(html, section);
    for (const LetterEntry& entry : section.entries) add_entry(html, entry);
  }
  add_foot(html, letter);
  close_page(html);
  return html.take();
}

}  // namespace fundwatch::digest
