#include "digest/letter_entry.h"

#include <algorithm>

#include "base/call_status.h"
#include "base/names.h"
#include "digest/days.h"
#include "digest/notice_words.h"
#include "digest/plain.h"
#include "digest/words.h"

namespace fundwatch::digest {
namespace {

// Writes one entry; holds what all its lines need.
class EntryWriter {
 public:
  EntryWriter(const Entry& entry, const EntryContext& context)
      : entry_(entry),
        item_(entry.item),
        context_(context),
        phrases_(phrases(context.language)),
        words_(context.language),
        source_(one_line(entry.source_name, kNameCharactersMax)) {}

  std::string title() const;
  std::string facts() const;
  Labelled when() const;
  Labelled because() const;
  std::string badge() const;
  Emphasis emphasis() const;
  std::string language_tag() const;

 private:
  bool has_last_day() const { return item_.deadline && !is_over(item_.status); }
  bool is_event() const {
    return item_.event_date && !is_over(item_.status) && (is_in_events() || !item_.deadline);
  }
  bool is_in_events() const { return context_.section == SectionKind::events; }
  std::string due_day() const;
  Labelled event() const;
  Labelled meeting() const;
  Labelled deadline() const;
  std::string amount() const;
  Labelled publication() const;

  const Entry& entry_;
  const Item& item_;
  const EntryContext& context_;
  const Phrases& phrases_;
  Words words_;
  std::string source_;
};

std::string EntryWriter::title() const {
  const std::string title = one_line(item_.title, kTitleCharactersMax);
  return title.empty() ? source_ : title;
}

// The source is named here, unless the line below names it.
std::string EntryWriter::facts() const {
  std::vector<std::string> facts;
  const std::string place = one_line(item_.place.municipality, kNameCharactersMax);
  if (!place.empty()) facts.push_back(fill(phrases_.in_place, {{"place", place}}));
  if (item_.amount) facts.push_back(amount());
  std::string line;
  for (const std::string& fact : facts) line += (line.empty() ? "" : ", ") + fact;
  const bool is_source_below = !has_last_day() && !is_event() && !entry_.event_at;
  if (is_source_below && !facts.empty()) return capitalised(line);
  if (facts.empty()) line = one_line(entry_.excerpt);
  if (is_source_below) return line;
  return line.empty() ? source_
                      : fill(phrases_.with_source, {{"source", source_}, {"facts", line}});
}

Labelled EntryWriter::when() const {
  if (entry_.event_at) return meeting();
  if (is_event()) return event();
  return has_last_day() ? deadline() : publication();
}

std::string EntryWriter::due_day() const {
  if (item_.deadline->at) {
    return words_.day_with_time(context_.calendar.local(*item_.deadline->at));
  }
  return words_.day(item_.deadline->day);
}

Labelled EntryWriter::deadline() const {
  if (item_.deadline->is_doubtful) {
    return {std::string(phrases_.last_day), fill(phrases_.doubtful, {{"fact", due_day()}})};
  }
  const auto left = days_left(*item_.deadline, context_.calendar, context_.now);
  if (!left) return {std::string(phrases_.closed), due_day()};
  return {std::string(phrases_.last_day),
          fill(phrases_.day_and_left, {{"day", due_day()}, {"left", words_.days_left(*left)}})};
}

std::string EntryWriter::amount() const {
  std::string amount = words_.amount(*item_.amount);
  return item_.amount->is_doubtful ? fill(phrases_.doubtful, {{"fact", amount}}) : amount;
}

Labelled EntryWriter::event() const {
  const std::string day = words_.day(*item_.event_date);
  const auto ahead = days_left(*item_.event_date, context_.calendar, context_.now);
  if (!ahead) return {std::string(phrases_.event_was), day};
  const std::string event =
      fill(phrases_.day_and_left, {{"day", day}, {"left", words_.days_ahead(*ahead)}});
  const bool has_last_day = item_.deadline && !item_.deadline->is_doubtful &&
                            days_left(*item_.deadline, context_.calendar, context_.now);
  if (!has_last_day) return {std::string(phrases_.event_time), event};
  const Day last = local_day(*item_.deadline, context_.calendar);
  if (last == *item_.event_date) return {std::string(phrases_.event_time), event};
  return {
      std::string(phrases_.event_time),
      fill(phrases_.event_with_last_day, {{"event", event}, {"day", words_.day_of_year(last)}})};
}

Labelled EntryWriter::meeting() const {
  const std::string moment = words_.day_with_time(context_.calendar.local(*entry_.event_at));
  if (!entry_.days_left) return {std::string(phrases_.event_was), moment};
  return {std::string(phrases_.event_time),
          fill(phrases_.day_and_left,
               {{"day", moment}, {"left", words_.days_ahead(*entry_.days_left)}})};
}

Labelled EntryWriter::publication() const {
  const Day day = context_.calendar.day(item_.published.value_or(item_.first_seen));
  return {std::string(item_.published ? phrases_.published : phrases_.found),
          fill(phrases_.day_and_source, {{"day", words_.day(day)}, {"source", source_}})};
}

Labelled EntryWriter::because() const {
  if (entry_.origin == Origin::meeting) {
    return {std::string(phrases_.because), std::string(phrases_.because_meeting)};
  }
  if (entry_.is_of_interest) {
    return {std::string(phrases_.because), std::string(phrases_.because_interested)};
  }
  std::vector<std::string> profiles;
  for (const std::string& profile : entry_.profiles) {
    profiles.push_back(one_line(profile, kNameCharactersMax));
  }
  std::vector<std::string> terms;
  for (const std::string& term : entry_.terms) terms.push_back(words_.quoted(one_line(term)));
  if (terms.size() > kTermsShownMax) terms.resize(kTermsShownMax);

  const std::string names = words_.list(profiles, kProfilesShownMax);
  const std::string reasons = words_.list(terms);
  if (names.empty() || reasons.empty()) return {std::string(phrases_.because), names + reasons};
  return {std::string(phrases_.because),
          fill(phrases_.because_of, {{"profiles", names}, {"words", reasons}})};
}

// What was called off is said whatever the section; that it has changed its own section says
// already.
std::string EntryWriter::badge() const {
  if (item_.status == CallStatus::cancelled) {
    return std::string(item_.event_date ? phrases_.called_off_badge : phrases_.cancelled_badge);
  }
  const bool is_told = context_.section == SectionKind::changed;
  return entry_.version > 1 && !is_told ? std::string(phrases_.changed_badge) : std::string{};
}

Emphasis EntryWriter::emphasis() const {
  if (context_.section == SectionKind::closing_soon) return Emphasis::urgent;
  if (!entry_.days_left) return Emphasis::none;
  const bool is_closing = has_last_day() && *entry_.days_left <= kClosingSoonDays;
  return is_in_events() && is_closing ? Emphasis::urgent : Emphasis::strong;
}

// Letters, digits and hyphens (BCP 47); anything else says nothing about the language.
std::string EntryWriter::language_tag() const {
  const std::string& tag = item_.language;
  const bool is_tag = std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  const bool is_told = !is_tag || tag.size() > kNameCharactersMax ||
                       tag.substr(0, tag.find('-')) == phrases_.language_tag;
  return is_told ? std::string{} : tag;
}

// One comes to meetings; the rest is of interest or not, and then applied for.
void add_answers(LetterEntry& result, const Entry& entry, Language language) {
  const Phrases& words = phrases(language);
  result.answer_page = Link::web(entry.answer_url);
  if (!result.answer_page) return;
  const auto add = [&](std::string_view label, AnswerKind kind) {
    result.answers.push_back({label, result.answer_page->with_query("svar", name_of(kind))});
  };
  if (entry.item.event_date) {
    add(words.coming, AnswerKind::coming);
  } else if (entry.is_of_interest) {
    add(words.applied, AnswerKind::applied);
  } else {
    add(words.interested, AnswerKind::interested);
  }
  add(words.declined, AnswerKind::declined);
}

}  // namespace

LetterEntry write_entry(const Entry& entry, int number, const EntryContext& context) {
  const EntryWriter writer(entry, context);
  LetterEntry result;
  result.number = number;
  result.language_tag = writer.language_tag();
  result.title = writer.title();
  result.link = Link::web(entry.item.url);
  if (entry.origin != Origin::meeting) result.no_link = phrases(context.language).no_link;
  result.badge = writer.badge();
  if (entry.item.notice) result.reserved = reserved_words(*entry.item.notice, context.language);
  result.facts = writer.facts();
  result.when = writer.when();
  result.notice = notice_lines(entry.item, context.language);
  result.emphasis = writer.emphasis();
  result.because = writer.because();
  add_answers(result, entry, context.language);
  return result;
}

}  // namespace fundwatch::digest
