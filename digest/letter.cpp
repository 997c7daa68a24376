#include "digest/letter.h"

#include <algorithm>

#include "base/text.h"
#include "digest/days.h"
#include "digest/letter_entry.h"
#include "digest/plain.h"
#include "digest/words.h"

namespace fundwatch::digest {
namespace {

constexpr std::size_t kCountsInSubject = 2;

class LetterWriter {
 public:
  LetterWriter(const Digest& digest, const config::Config& config, const Calendar& calendar)
      : digest_(digest),
        config_(config),
        calendar_(calendar),
        phrases_(phrases(digest.subscriber.language)),
        words_(digest.subscriber.language),
        today_(calendar.day(digest.composed_at)) {}

  void write_head(Letter& letter) const;
  void write_sections(Letter& letter) const;
  void write_coverage(Letter& letter) const;
  void write_foot(Letter& letter) const;
  std::string preview(const Letter& letter) const;

 private:
  const SectionPhrases& phrases_of(const Section& section) const {
    return phrases_.sections.at(static_cast<std::size_t>(section.kind));
  }
  std::vector<std::string> counts() const;
  std::string heading() const;
  std::string greeting() const;
  std::string outage(const Outage& outage) const;
  std::string span(const Outage& outage) const;

  const Digest& digest_;
  const config::Config& config_;
  const Calendar& calendar_;
  const Phrases& phrases_;
  Words words_;
  Day today_;
};

std::vector<std::string> LetterWriter::counts() const {
  std::vector<std::string> counts;
  for (const Section& section : digest_.sections) {
    counts.push_back(
        words_.count(phrases_of(section).count, static_cast<int>(section.entries.size())));
  }
  return counts;
}

std::string LetterWriter::heading() const {
  const std::vector<std::string> all = counts();
  if (!has_news(digest_)) return std::string(phrases_.empty_heading);
  std::string heading = all.front();
  for (std::size_t i = 1; i < all.size() && i < kCountsInSubject; ++i) heading += ", " + all[i];
  return heading;
}

std::string LetterWriter::greeting() const {
  const std::string name = one_line(digest_.subscriber.name, kNameCharactersMax);
  return name.empty() ? std::string(phrases_.greeting_without_name)
                      : fill(phrases_.greeting, {{"name", name}});
}

void LetterWriter::write_head(Letter& letter) const {
  const std::string week = words_.week(today_);
  letter.sender = one_line(config_.installation.name);
  letter.week_line = fill(phrases_.week_line, {{"week", week}, {"day", words_.day(today_)}});
  letter.heading = heading();
  letter.has_news = has_news(digest_);
  letter.summary = (!letter.has_news ? letter.heading : words_.list(counts())) + ".";
  letter.greeting = greeting();
  for (const std::string_view line : split(digest_.note, '\n')) {
    if (!one_line(line).empty()) letter.note.push_back(one_line(line));
  }
  letter.subject = one_line(fill(phrases_.subject, {{"heading", letter.heading}, {"week", week}}));
}

void LetterWriter::write_sections(Letter& letter) const {
  int number = 0;
  for (const Section& section : digest_.sections) {
    const EntryContext context{section.kind, digest_.subscriber.language, calendar_,
                               digest_.composed_at};
    LetterSection written{std::string(phrases_of(section).title), {}};
    for (const Entry& entry : section.entries) {
      written.entries.push_back(write_entry(entry, ++number, context));
    }
    letter.sections.push_back(std::move(written));
  }
  if (digest_.waiting > config_.digest.items_max) {
    letter.waiting = fill(phrases_.waiting_long, {{"n", std::to_string(digest_.waiting)}});
  } else if (digest_.waiting > 0) {
    letter.waiting = words_.count(phrases_.waiting, digest_.waiting);
  }
  if (digest_.outside > 0) letter.outside = words_.count(phrases_.outside, digest_.outside);
}

std::string LetterWriter::outage(const Outage& outage) const {
  const std::string source = one_line(outage.source_name, kNameCharactersMax);
  // "Not since today" would be odd: what began today simply was not read.
  const auto day = outage.since ? std::optional(calendar_.day(*outage.since)) : std::nullopt;
  const bool has_since = day && day != today_;
  const std::string since = has_since ? words_.past_day(*day, today_) : "";
  const auto said = [&](std::string_view phrase) {
    return fill(phrase, {{"source", source}, {"since", since}, {"when", span(outage)}});
  };
  switch (outage.kind) {
    case OutageKind::dead: return said(has_since ? phrases_.outage_dead : phrases_.outage);
    case OutageKind::unread: return said(has_since ? phrases_.outage_since : phrases_.outage);
    case OutageKind::never_read: return said(phrases_.never_read);
    case OutageKind::astray: return said(phrases_.astray);
    case OutageKind::at_times: return said(phrases_.read_again.many);
    case OutageKind::read_again: return said(phrases_.read_again.one);
    case OutageKind::silent: return said(phrases_.silent);
  }
  return {};
}

// "tisdag", or "onsdag–i går".
std::string LetterWriter::span(const Outage& outage) const {
  const auto day = [&](const std::optional<Instant>& instant) {
    return words_.past_day(calendar_.day(instant.value_or(digest_.composed_at)), today_);
  };
  const std::string from = day(outage.since);
  const std::string to = day(outage.until);
  return from == to ? from : from + "–" + to;
}

void LetterWriter::write_coverage(Letter& letter) const {
  const auto& outages = digest_.coverage.outages;
  const int sources = digest_.coverage.sources;
  const int unread = static_cast<int>(
      std::ranges::count_if(outages, [](const Outage& each) { return is_unread(each.kind); }));
  letter.has_outage = !outages.empty();
  if (!letter.has_news && sources > 0) {
    letter.nothing_new = unread > 0 ? phrases_.empty_some_unread : phrases_.empty_all_read;
  }
  if (sources == 0) {
    letter.coverage = phrases_.coverage_none;
    return;
  }
  letter.coverage = fill(
      sources == 1 ? phrases_.coverage.one : phrases_.coverage.many,
      {{"read", std::to_string(std::max(0, sources - unread))}, {"n", std::to_string(sources)}});
  const std::size_t shown = std::min(outages.size(), kOutagesShownMax);
  for (std::size_t i = 0; i < shown; ++i) letter.coverage += " " + outage(outages[i]);
  if (outages.size() > shown) {
    letter.coverage +=
        " " + words_.count(phrases_.outages_more, static_cast<int>(outages.size() - shown));
  }
  letter.coverage += " ";
  letter.coverage += letter.has_outage ? phrases_.outage_meaning : phrases_.tip_us;
}

void LetterWriter::write_foot(Letter& letter) const {
  letter.settings_page = Link::web(digest_.settings_url);
  letter.calendar_page = Link::web(digest_.calendar_url);
  letter.unsubscribe_page = Link::web(digest_.unsubscribe_url);
  letter.unsubscribe = letter.unsubscribe_page
                           ? std::string(phrases_.links_are_yours)
                           : fill(phrases_.unsubscribe, {{"word", phrases_.unsubscribe_word}});
  for (const std::string& line :
       {config_.installation.organisation, config_.installation.postal_address}) {
    if (!one_line(line).empty()) letter.signature.push_back(one_line(line));
  }
  letter.contact =
      one_line(config_.mail.reply_to.empty() ? config_.mail.from : config_.mail.reply_to);
}

std::string LetterWriter::preview(const Letter& letter) const {
  if (!letter.has_news) return letter.coverage;
  const Entry& first = digest_.sections.front().entries.front();
  const std::string& title = letter.sections.front().entries.front().title;
  if (digest_.sections.front().kind != SectionKind::closing_soon || !first.item.deadline) {
    return fill(phrases_.preview, {{"title", title}});
  }
  const Day day = local_day(*first.item.deadline, calendar_);
  return fill(phrases_.preview_with_day, {{"title", title}, {"day", words_.day_of_year(day)}});
}

}  // namespace

Letter write_letter(const Digest& digest, const config::Config& config, const Calendar& calendar,
                    Mode mode) {
  const LetterWriter writer(digest, config, calendar);
  Letter letter;
  letter.phrases = &phrases(digest.subscriber.language);
  writer.write_head(letter);
  writer.write_sections(letter);
  writer.write_coverage(letter);
  writer.write_foot(letter);
  letter.preview = writer.preview(letter);
  if (digest.preview_of) {
    const std::string day =
        Words(digest.subscriber.language).day_with_time(calendar.local(*digest.preview_of));
    letter.preview_notice = fill(letter.phrases->preview_notice, {{"day", day}});
    letter.subject = fill(letter.phrases->preview_subject, {{"subject", letter.subject}});
  }
  if (mode == Mode::demo) {
    letter.demo_notice = letter.phrases->demo_notice;
    letter.subject = fill(letter.phrases->demo_subject, {{"subject", letter.subject}});
  }
  return letter;
}

}  // namespace fundwatch::digest
