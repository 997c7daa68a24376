#include "web/source_words.h"

#include "base/text.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Literal;

constexpr std::size_t kErrorCharactersMax = 300;

int days_of(std::chrono::minutes duration) {
  const auto days = std::chrono::ceil<std::chrono::days>(duration);
  return static_cast<int>(days.count());
}

void put_mark(Markup& html, const Literal& mark, std::string_view words) {
  html.tag("<span class=\"").tag(mark).tag("\">").text(words).tag("</span>");
}

void put_failure(Markup& html, const Desk& desk, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  html.tag("<br><span class=\"small\">");
  if (source.health.failures > 0) {
    const auto failures = static_cast<std::size_t>(source.health.failures);
    html.text(DeskWords(desk).count(words.tries, failures)).text(" ");
  }
  html.text(words.reason).tag(": <span lang=\"en\">");
  html.text(shortened(source.health.error, kErrorCharactersMax)).tag("</span></span>");
}

void put_silence(Markup& html, const Desk& desk, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  html.tag("<br><span class=\"small\">");
  if (source.health.newest_item) {
    const std::string day = DeskWords(desk).day(*source.health.newest_item);
    html.text(fill(words.no_news_since, {{"day", day}}));
  } else {
    html.text(words.never_any);
  }
  if (source.health.usual_gap.count() > 0) html.text(" ").text(rhythm_words(source, desk));
  html.tag("</span>");
}

std::string failing_words(const Desk& desk, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  if (!source.health.failing_since) return std::string(words.failing_unknown);
  return fill(words.failing, {{"since", DeskWords(desk).moment(*source.health.failing_since)}});
}

}  // namespace

bool needs_a_look(const Source& source) {
  return !source.paused && source.health.state != SourceState::ok;
}

void put_state_mark(Markup& html, const Desk& desk, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  if (source.paused) return put_mark(html, "state off", words.paused);
  switch (source.health.state) {
    case SourceState::ok:
      return source.health.last_attempt ? put_mark(html, "state ok", words.ok)
                                        : put_mark(html, "state off", words.unread);
    case SourceState::failing: return put_mark(html, "state bad", failing_words(desk, source));
    case SourceState::attention: return put_mark(html, "state bad", words.attention);
    case SourceState::silent: return put_mark(html, "state warn", words.silent);
    case SourceState::moved: return put_mark(html, "state warn", words.moved);
    case SourceState::paused: return;  // that is Source::paused
  }
}

void put_state(Markup& html, const Desk& desk, const Source& source) {
  put_state_mark(html, desk, source);
  if (source.paused) return;
  switch (source.health.state) {
    case SourceState::failing:
    case SourceState::attention: return put_failure(html, desk, source);
    case SourceState::silent: return put_silence(html, desk, source);
    case SourceState::moved:
      html.tag("<br><span class=\"small\">");
      html.text(source_phrases(desk.language()).moved_detail).tag("</span>");
      return;
    case SourceState::ok:
    case SourceState::paused: return;
  }
}

std::string kind_words(const Source& source, Language language) {
  const SourcePhrases& words = source_phrases(language);
  switch (source.kind) {
    case SourceKind::automatic: return std::string(words.automatic);
    case SourceKind::rss: return "RSS";
    case SourceKind::atom: return "Atom";
    case SourceKind::json_feed: return "JSON Feed";
    case SourceKind::page: return std::string(words.page);
    case SourceKind::watch: return std::string(words.watch);
    case SourceKind::eforms: return std::string(words.notices);
    case SourceKind::ted: return "TED";
    case SourceKind::sedia: return "SEDIA";
    case SourceKind::vinnova: return "Vinnova";
    case SourceKind::mail: return std::string(words.mail);
  }
  return "";
}

std::string rhythm_words(const Source& source, const Desk& desk) {
  const SourcePhrases& words = source_phrases(desk.language());
  const auto gap =
      source.expected_every.count() > 0 ? source.expected_every : source.health.usual_gap;
  if (gap.count() == 0) return std::string(words.rhythm_unknown);
  return DeskWords(desk).count(words.usually, static_cast<std::size_t>(days_of(gap)));
}

std::string duration_words(std::chrono::minutes duration, const Desk& desk) {
  const SourcePhrases& words = source_phrases(desk.language());
  const DeskWords count(desk);
  const auto minutes = static_cast<std::size_t>(duration.count());
  constexpr std::size_t minutes_a_day = std::size_t{24} * 60;
  if (minutes % minutes_a_day == 0) return count.count(words.days, minutes / minutes_a_day);
  if (minutes % 60 == 0) return count.count(words.hours, minutes / 60);
  return count.count(words.minutes, minutes);
}

}  // namespace fundwatch::web
