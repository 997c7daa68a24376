#include "web/inbox_empty.h"

#include <algorithm>

#include "digest/words.h"
#include "web/case_card.h"
#include "web/inbox_phrases.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Words;

constexpr std::chrono::hours kLately{24};

std::vector<Source> asked_sources(const Desk& desk) {
  std::vector<Source> sources = desk.site.store.sources.all();
  std::erase_if(sources, [](const Source& source) { return source.paused; });
  return sources;
}

bool is_read_lately(const Source& source, Instant now) {
  return source.health.last_success && *source.health.last_success > now - kLately;
}

void put_unread(Markup& html, const Desk& desk, const Source& source) {
  const InboxPhrases& words = inbox_phrases(desk.language());
  const Calendar& calendar = desk.site.calendar;
  html.tag(" ");
  if (!source.health.last_success) {
    html.text(fill(words.unread, {{"source", source.name}}));
    return;
  }
  const std::string since =
      Words(desk.language())
          .past_day(calendar.day(*source.health.last_success), calendar.day(desk.site.clock.now()));
  html.text(fill(words.unread_since, {{"source", source.name}, {"since", since}}));
}

void put_coverage(Markup& html, const Desk& desk) {
  const InboxPhrases& words = inbox_phrases(desk.language());
  const std::vector<Source> sources = asked_sources(desk);
  if (sources.empty()) {
    html.text(words.no_sources);
    return;
  }
  const Instant now = desk.site.clock.now();
  const auto read = std::ranges::count_if(
      sources, [now](const Source& source) { return is_read_lately(source, now); });
  const digest::Counted& counted = words.sources_read;
  html.text(fill(sources.size() == 1 ? counted.one : counted.many,
                 {{"n", std::to_string(read)}, {"all", std::to_string(sources.size())}}));
  std::size_t named = 0;
  for (const Source& source : sources) {
    if (is_read_lately(source, now) || named++ >= kUnreadSourcesNamedMax) continue;
    put_unread(html, desk, source);
  }
}

void put_lead(Markup& html, const Desk& desk) {
  const InboxPhrases& words = inbox_phrases(desk.language());
  std::optional<Instant> newest;
  for (const Source& source : asked_sources(desk)) {
    newest = std::max(newest, source.health.last_success);
  }
  html.tag("<p class=\"lead\">").text(words.gone_through);
  if (newest) {
    html.text(" ").text(fill(words.last_read, {{"moment", moment_of(desk, *newest)}}));
  }
  html.tag("</p>\n");
}

}  // namespace

void put_empty(Markup& html, const Desk& desk, const InboxView& view,
               const store::InboxCounts& counts) {
  const InboxPhrases& words = inbox_phrases(desk.language());
  const bool is_done = view.status == InboxStatus::waiting && !view.is_narrowed();
  if (is_done) put_lead(html, desk);
  html.tag("<div class=\"card empty\">\n<h2>");
  html.text(is_done ? words.nothing_now : words.none_fits).tag("</h2>\n<p>");
  put_coverage(html, desk);
  html.tag(" <a href=\"/kallor\">").text(words.to_sources).tag("</a></p>\n<div class=\"row\">");
  if (view.is_narrowed() || view.after) {
    html.tag("<a class=\"btn\" href=\"/\">").text(words.show_all).tag("</a> ");
  }
  if (counts.kept > 0 && view.status != InboxStatus::kept) {
    html.tag("<a class=\"btn\" href=\"/?status=behallna\">");
    html.text(Words(desk.language()).count(words.see_kept, static_cast<int>(counts.kept)));
    html.tag("</a> ");
  }
  html.tag("<a class=\"btn\" href=\"/profiler\">").text(words.widen).tag("</a></div>\n</div>\n");
}

}  // namespace fundwatch::web
