#include "digest/render_text.h"

#include <algorithm>

#include "digest/layout.h"
#include "digest/words.h"

namespace fundwatch::digest {
namespace {

constexpr std::string_view kEntryIndent = "    ";

std::string entry_line(std::string_view text) {
  const std::string indent(kEntryIndent);
  return text.empty() ? std::string{} : wrapped(text, {indent, indent});
}

std::string entry_line(const Labelled& line) { return entry_line(line.label + ": " + line.value); }

std::string numbered(const LetterEntry& entry) {
  std::string number = std::to_string(entry.number) + ". ";
  number.resize(std::max(number.size(), kEntryIndent.size()), ' ');
  return wrapped(entry.title, {number, std::string(kEntryIndent)});
}

std::string facts(const LetterEntry& entry) {
  const std::string reserved = entry_line(entry.reserved);
  if (entry.badge.empty()) return reserved + entry_line(entry.facts);
  return reserved + entry_line(upper_case(entry.badge) + ". " + entry.facts);
}

// A link is never broken, however long: half a link leads nowhere.
std::string link_line(const LetterEntry& entry) {
  if (!entry.link) return entry_line(entry.no_link);
  return std::string(kEntryIndent) + entry.link->target() + "\n";
}

std::string page_line(std::string_view label, const std::optional<Link>& page,
                      std::string_view indent) {
  if (!page) return {};
  return std::string(indent) + std::string(label) + ":\n" + std::string(indent) + page->target() +
         "\n";
}

std::string notice_line(const NoticeLine& line) {
  if (!line.link) return entry_line(line.label + ": " + line.value);
  return entry_line(line.label + ":") + std::string(kEntryIndent) + line.link->target() + "\n";
}

std::string notice(const LetterEntry& entry) {
  std::string text;
  for (const NoticeLine& line : entry.notice) text += notice_line(line);
  return text;
}

std::string heading(std::string_view title) { return "\n\n" + wrapped(upper_case(title)) + rule(); }

std::string section_text(const LetterSection& section, const Phrases& phrases) {
  std::string text = heading(section.title + " (" + std::to_string(section.entries.size()) + ")");
  for (const LetterEntry& entry : section.entries) {
    text += "\n" + numbered(entry) + facts(entry) + entry_line(entry.when) + notice(entry) +
            entry_line(entry.because) + link_line(entry) +
            page_line(phrases.answer, entry.answer_page, kEntryIndent);
  }
  return text;
}

std::string head(const Letter& letter) {
  std::string text;
  for (const std::string* notice : {&letter.demo_notice, &letter.preview_notice}) {
    if (!notice->empty()) text += wrapped(*notice) + "\n";
  }
  text += wrapped(upper_case(letter.sender));
  text += wrapped(capitalised(letter.week_line)) + "\n" + wrapped(letter.greeting) + "\n";
  for (const std::string& paragraph : letter.note) text += wrapped(paragraph) + "\n";
  if (letter.has_news) {
    return text + wrapped(letter.summary + " " + std::string(letter.phrases->how_to_read_text));
  }
  return text + wrapped(letter.summary + " " + letter.nothing_new);
}

std::string foot(const Letter& letter) {
  std::string text;
  for (const std::string* line : {&letter.waiting, &letter.outside}) {
    if (!line->empty()) text += "\n\n" + wrapped(*line);
  }
  if (letter.coverage.empty()) {
    text += "\n" + rule();
  } else {
    text += heading(letter.phrases->coverage_title) + "\n" + wrapped(letter.coverage);
  }
  text += "\n" + page_line(letter.phrases->change, letter.settings_page, "") +
          page_line(letter.phrases->calendar, letter.calendar_page, "") +
          page_line(letter.phrases->leave, letter.unsubscribe_page, "") +
          (letter.unsubscribe_page ? "\n" : "") + wrapped(letter.unsubscribe);
  text += "\n-- \n";  // what follows is a signature (RFC 3676 § 4.3)
  for (const std::string& line : letter.signature) text += wrapped(line);
  return text + wrapped(letter.contact);
}

}  // namespace

std::string text_part(const Letter& letter) {
  std::string text = head(letter);
  for (const LetterSection& section : letter.sections) {
    text += section_text(section, *letter.phrases);
  }
  return text + foot(letter);
}

}  // namespace fundwatch::digest
