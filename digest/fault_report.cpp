#include "digest/fault_report.h"

#include <algorithm>
#include <optional>

#include "digest/fault_phrases.h"
#include "digest/html_frame.h"
#include "digest/layout.h"
#include "digest/markup.h"
#include "digest/plain.h"
#include "digest/words.h"

namespace fundwatch::digest {
namespace {

constexpr std::size_t kNameCharactersMax = 80;
constexpr std::size_t kReasonCharactersMax = 400;

constexpr Literal kAdvice =
    R"(<p class="m" style="margin:8px 0 0;font-size:15px;line-height:22px;color:#5b5448">)";

struct Line {
  std::string label;
  std::string value;
};

struct Described {
  std::string name;
  std::vector<Line> lines;
  std::optional<Link> address;
  std::string what_to_do;
};

struct Part {
  std::string title;
  int count = 0;
  std::vector<Described> sources;
};

// What text and HTML both say.
struct FaultLetter {
  std::string_view language_tag;
  std::string subject;
  std::string demo_notice;  // empty in a real mail
  std::string greeting;
  std::string summary;
  std::vector<Part> parts;
  std::vector<std::string> notes;
  std::string sender;
  std::string foot;
};

std::string edit_command(const Source& source) {
  return "fundwatch source edit " + std::to_string(static_cast<std::int64_t>(source.id));
}

class FaultWriter {
 public:
  FaultWriter(const FaultReport& report, const config::Config& config, const Calendar& calendar)
      : report_(report),
        config_(config),
        calendar_(calendar),
        language_(config.coordinator.language),
        own_(fault_phrases(language_)),
        common_(phrases(language_)),
        words_(language_) {}

  FaultLetter write(Mode mode) const;

 private:
  std::string when(Instant instant) const { return words_.day_with_time(calendar_.local(instant)); }
  int count(SourceState state) const {
    return static_cast<int>(std::ranges::count_if(
        report_.faults, [&](const Source& source) { return source.health.state == state; }));
  }
  std::string subject() const;
  std::string summary() const;
  std::vector<Line> lines(const Source& source) const;
  Described described(const Source& source, const FaultKindPhrases& kind) const;
  void add_part(FaultLetter& letter, SourceState state, const FaultKindPhrases& kind) const;
  void add_moved(FaultLetter& letter) const;
  void add_solved(FaultLetter& letter) const;

  const FaultReport& report_;
  const config::Config& config_;
  const Calendar& calendar_;
  Language language_;
  const FaultPhrases& own_;
  const Phrases& common_;
  Words words_;
};

std::string FaultWriter::subject() const {
  const auto faults = static_cast<int>(report_.faults.size());
  const auto moved = static_cast<int>(report_.moved.size());
  if (faults == 0 && report_.solved.empty()) return words_.count(own_.moved.count, moved);
  if (faults == 0) {
    return words_.count(own_.subject_solved, static_cast<int>(report_.solved.size()));
  }
  const std::string subject = words_.count(own_.subject, faults);
  if (report_.occasion == FaultReport::Occasion::news) return subject;
  return fill(own_.subject_reminder, {{"subject", subject}});
}

std::string FaultWriter::summary() const {
  std::vector<std::string> counts;
  const auto add = [&](const Counted& counted, int n) {
    if (n > 0) counts.push_back(words_.count(counted, n));
  };
  add(own_.attention.count, count(SourceState::attention));
  add(own_.failing.count, count(SourceState::failing));
  add(own_.silent.count, count(SourceState::silent));
  add(own_.solved, static_cast<int>(report_.solved.size()));
  add(own_.moved.count, static_cast<int>(report_.moved.size()));
  std::string summary = words_.list(counts) + ".";
  if (report_.well > 0) summary += " " + words_.count(own_.others, report_.well);
  return summary + " " + std::string(report_.faults.empty() ? own_.solved_note : own_.what_comes);
}

std::vector<Line> FaultWriter::lines(const Source& source) const {
  const Health& health = source.health;
  std::vector<Line> lines;
  const auto add = [&](std::string_view label, const std::string& value) {
    lines.push_back({std::string(label), value});
  };
  if (health.state == SourceState::silent) {
    add(own_.newest, health.newest_item ? when(*health.newest_item) : std::string(own_.never));
    const auto gap = source.expected_every.count() > 0 ? source.expected_every : health.usual_gap;
    const auto days = static_cast<int>(std::chrono::ceil<std::chrono::days>(gap).count());
    if (days > 0) add(own_.usual, words_.count(own_.usual_days, days));
    return lines;
  }
  add(own_.last_read, health.last_success ? when(*health.last_success) : std::string(own_.never));
  if (health.failing_since) add(own_.since, when(*health.failing_since));
  add(own_.reason, one_line(health.error, kReasonCharactersMax));
  if (health.failures > 0) {
    add(own_.tries, fill(own_.tries_and_next, {{"n", std::to_string(health.failures)},
                                               {"next", when(health.next_check)}}));
  }
  return lines;
}

Described FaultWriter::described(const Source& source, const FaultKindPhrases& kind) const {
  const std::string change =
      source.health.state == SourceState::silent
          ? " --expected-every 60d"
          : (language_ == Language::swedish ? " --url ADRESS" : " --url ADDRESS");
  return {one_line(source.name, kNameCharactersMax), lines(source), Link::web(source.url),
          fill(kind.what_to_do, {{"command", edit_command(source) + change}})};
}

void FaultWriter::add_part(FaultLetter& letter, SourceState state,
                           const FaultKindPhrases& kind) const {
  Part part;
  const int sources = count(state);
  if (sources == 0) return;
  part.title = kind.title;
  part.count = sources;
  for (const Source& source : report_.faults) {
    if (source.health.state != state || part.sources.size() >= kFaultsShownMax) continue;
    part.sources.push_back(described(source, kind));
  }
  const int more = sources - static_cast<int>(part.sources.size());
  if (more > 0) part.sources.push_back({words_.count(own_.more, more), {}, {}, {}});
  letter.parts.push_back(std::move(part));
}

void FaultWriter::add_moved(FaultLetter& letter) const {
  if (report_.moved.empty()) return;
  Part part{std::string(own_.moved.title), static_cast<int>(report_.moved.size()), {}};
  for (const auto& [source, from] : report_.moved) {
    if (part.sources.size() >= kFaultsShownMax) break;
    const std::string before = one_line(from, kReasonCharactersMax);
    part.sources.push_back(
        {one_line(source.name, kNameCharactersMax),
         {{std::string(own_.since), when(source.health.since)},
          {std::string(own_.address_before), before}},
         Link::web(source.url),
         fill(own_.moved.what_to_do, {{"command", edit_command(source) + " --url " + before}})});
  }
  letter.parts.push_back(std::move(part));
}

void FaultWriter::add_solved(FaultLetter& letter) const {
  if (report_.solved.empty()) return;
  Part part{std::string(own_.solved_title), static_cast<int>(report_.solved.size()), {}};
  for (const Source& source : report_.solved) {
    if (part.sources.size() >= kFaultsShownMax) break;
    part.sources.push_back({one_line(source.name, kNameCharactersMax), {}, {}, {}});
  }
  letter.parts.push_back(std::move(part));
}

FaultLetter FaultWriter::write(Mode mode) const {
  FaultLetter letter;
  letter.language_tag = common_.language_tag;
  letter.subject = subject();
  if (mode == Mode::demo) {
    letter.demo_notice = common_.demo_notice;
    letter.subject = fill(common_.demo_subject, {{"subject", letter.subject}});
  }
  const std::string name = one_line(config_.coordinator.name, kNameCharactersMax);
  letter.greeting = name.empty() ? std::string(common_.greeting_without_name)
                                 : fill(common_.greeting, {{"name", name}});
  letter.summary = summary();
  add_part(letter, SourceState::attention, own_.attention);
  add_part(letter, SourceState::failing, own_.failing);
  add_part(letter, SourceState::silent, own_.silent);
  add_moved(letter);
  add_solved(letter);
  if (!report_.faults.empty()) letter.notes.emplace_back(own_.readers);
  letter.sender = one_line(config_.installation.name);
  letter.foot = own_.foot;
  return letter;
}

std::string text_of(const Described& source) {
  const Indent indent{"    ", "    "};
  std::string text = "\n" + wrapped(source.name);
  for (const Line& line : source.lines) text += wrapped(line.label + ": " + line.value, indent);
  // An address is never broken: half a link leads nowhere.
  if (source.address) text += "    " + source.address->target() + "\n";
  if (!source.what_to_do.empty()) text += "\n" + wrapped(source.what_to_do, indent);
  return text;
}

std::string text_of(const FaultLetter& letter) {
  std::string text;
  if (!letter.demo_notice.empty()) text += wrapped(letter.demo_notice) + "\n";
  text += wrapped(letter.greeting) + "\n" + wrapped(letter.summary);
  for (const Part& part : letter.parts) {
    text +=
        "\n\n" + wrapped(upper_case(part.title) + " (" + std::to_string(part.count) + ")") + rule();
    for (const Described& source : part.sources) text += text_of(source);
  }
  text += "\n";
  for (const std::string& note : letter.notes) text += "\n" + wrapped(note);
  return text + "\n-- \n" + wrapped(letter.sender) + wrapped(letter.foot);
}

void add(Markup& html, const Described& source) {
  html.tag(kCardBegin).tag(kCardTitle).tag(">").text(source.name).tag("</h3>\n");
  for (const Line& line : source.lines) {
    html.tag(kCardLine).text(line.label).tag(": ").text(line.value).tag("</p>\n");
  }
  if (source.address) {
    html.tag(kCardLine).tag("<a class=\"l\" href=\"").link(*source.address).tag(kLinkStyle);
    html.text(source.address->target()).tag("</a></p>\n");
  }
  if (!source.what_to_do.empty()) {
    html.tag(kAdvice).text(source.what_to_do).tag("</p>\n");
  }
  html.tag(kRowEnd);
}

void add(Markup& html, const Part& part) {
  html.tag(kSectionBegin).text(part.title).tag(kSectionCount);
  html.text(std::to_string(part.count)).tag(kSectionEnd);
  for (const Described& source : part.sources) add(html, source);
}

std::string html_of(const FaultLetter& letter) {
  Markup html;
  open_page(html, {letter.language_tag, letter.subject, letter.summary});
  html.tag(kTitleBegin);
  if (!letter.demo_notice.empty()) html.tag(kNotice).text(letter.demo_notice).tag("</p>\n");
  html.tag(kSenderLine).text(letter.sender).tag("</p>\n");
  html.tag(kHeading).text(letter.subject).tag("</h1>\n");
  html.tag(kLead).text(letter.greeting).tag(" ").text(letter.summary).tag("</p>\n").tag(kRowEnd);
  for (const Part& part : letter.parts) add(html, part);
  html.tag(kFootBegin);
  for (const std::string& note : letter.notes) html.tag(kMuted).text(note).tag("</p>\n");
  html.tag(kMuted).text(letter.foot).tag("</p>\n").tag(kRowEnd);
  close_page(html);
  return html.take();
}

}  // namespace

Rendering render(const FaultReport& report, const config::Config& config, const Calendar& calendar,
                 Mode mode) {
  const FaultLetter letter = FaultWriter(report, config, calendar).write(mode);
  return {letter.subject, text_of(letter), html_of(letter)};
}

}  // namespace fundwatch::digest
