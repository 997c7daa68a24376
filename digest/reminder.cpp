#include "digest/reminder.h"

#include <algorithm>

#include "base/check.h"
#include "digest/letter.h"
#include "digest/letter_entry.h"
#include "digest/plain.h"
#include "digest/render_html.h"
#include "digest/render_text.h"
#include "digest/words.h"

namespace fundwatch::digest {
namespace {

constexpr std::size_t kTitleInSubjectMax = 60;

struct ReminderPhrases {
  std::string_view subject_of_one;  // {left} {title}
  std::string_view subject;         // {count}
  Counted count;                    // closes today
  Counted count_within;             // {n} close within {days}
  std::string_view interests;
  std::string_view unanswered;
  std::string_view preview;  // {title}
};

const ReminderPhrases& phrases_of(Language language) {
  static const ReminderPhrases swedish{
      .subject_of_one = "{left}: {title}",
      .subject = "Påminnelse: {count}",
      .count = {"{n} stänger i\u00A0dag", "{n} stänger i\u00A0dag"},
      .count_within = {"{n} stänger inom {days}\u00A0dagar", "{n} stänger inom {days}\u00A0dagar"},
      .interests = "Det här är ni intresserade av",
      .unanswered = "Det här har ni inte svarat på",
      .preview = "Först ut: {title}."};
  static const ReminderPhrases english{
      .subject_of_one = "{left}: {title}",
      .subject = "Reminder: {count}",
      .count = {"{n} closes today", "{n} close today"},
      .count_within = {"{n} closes within {days}\u00A0days", "{n} close within {days}\u00A0days"},
      .interests = "You are interested in",
      .unanswered = "You have not answered",
      .preview = "First: {title}."};
  return language == Language::swedish ? swedish : english;
}

int days_left_of(const Entry& entry) {
  CHECK(entry.days_left);
  return *entry.days_left;
}

// "2 stänger inom 14 dagar"; by the last of them.
std::string counted(const ReminderMail& reminder) {
  int latest = 0;
  for (const auto* entries : {&reminder.interests, &reminder.unanswered}) {
    for (const Entry& entry : *entries) latest = std::max(latest, days_left_of(entry));
  }
  const int count = static_cast<int>(reminder.interests.size() + reminder.unanswered.size());
  const ReminderPhrases& words = phrases_of(reminder.subscriber.language);
  const Counted& phrase = latest == 0 ? words.count : words.count_within;
  const std::string n = std::to_string(count);
  const std::string days = std::to_string(std::max(latest, 2));  // "within 1 days" is no language
  return fill(count == 1 ? phrase.one : phrase.many, {{"n", n}, {"days", days}});
}

const Entry& first_of(const ReminderMail& reminder) {
  CHECK(!reminder.interests.empty() || !reminder.unanswered.empty());
  return reminder.interests.empty() ? reminder.unanswered.front() : reminder.interests.front();
}

std::string subject(const ReminderMail& reminder, const Letter& letter) {
  const ReminderPhrases& words = phrases_of(reminder.subscriber.language);
  if (reminder.interests.size() + reminder.unanswered.size() > 1) {
    return fill(words.subject, {{"count", letter.heading}});
  }
  const Entry& entry = first_of(reminder);
  const std::string left = Words(reminder.subscriber.language).days_left(days_left_of(entry));
  return fill(words.subject_of_one, {{"left", capitalised(left)},
                                     {"title", one_line(entry.item.title, kTitleInSubjectMax)}});
}

void add_section(Letter& letter, std::string_view title, const std::vector<Entry>& entries,
                 const EntryContext& context) {
  if (entries.empty()) return;
  int number = 0;
  for (const LetterSection& section : letter.sections) {
    number += static_cast<int>(section.entries.size());
  }
  LetterSection section{std::string(title), {}};
  for (const Entry& entry : entries) {
    EntryContext shown = context;
    const bool is_soon = days_left_of(entry) <= kClosingSoonDays;
    shown.section = is_soon ? SectionKind::closing_soon : SectionKind::closing_later;
    section.entries.push_back(write_entry(entry, ++number, shown));
  }
  letter.sections.push_back(std::move(section));
}

}  // namespace

// The head and foot of an empty weekly mail, and what there is to say between them.
Rendering render_reminder(const ReminderMail& reminder, const config::Config& config,
                          const Calendar& calendar, Mode mode) {
  const Language language = reminder.subscriber.language;
  const ReminderPhrases& words = phrases_of(language);
  Digest digest;
  digest.subscriber = reminder.subscriber;
  digest.composed_at = reminder.composed_at;
  digest.settings_url = reminder.settings_url;
  digest.unsubscribe_url = reminder.unsubscribe_url;
  digest.calendar_url = reminder.calendar_url;
  Letter letter = write_letter(digest, config, calendar, Mode::real);
  const EntryContext context{SectionKind::closing_soon, language, calendar, reminder.composed_at};
  add_section(letter, words.interests, reminder.interests, context);
  add_section(letter, words.unanswered, reminder.unanswered, context);
  letter.has_news = true;
  letter.coverage.clear();
  letter.nothing_new.clear();
  letter.heading = counted(reminder);
  letter.summary = letter.heading + ".";
  letter.subject = one_line(subject(reminder, letter));
  letter.preview = fill(words.preview,
                        {{"title", one_line(first_of(reminder).item.title, kTitleCharactersMax)}});
  if (mode == Mode::demo) {
    letter.demo_notice = letter.phrases->demo_notice;
    letter.subject = fill(letter.phrases->demo_subject, {{"subject", letter.subject}});
  }
  return {letter.subject, text_part(letter), html_part(letter), {}};
}

}  // namespace fundwatch::digest
