#include "web/source_page.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "config/source_check.h"
#include "web/source_list_page.h"
#include "web/source_words.h"

namespace fundwatch::web {
namespace {

using digest::fill;

constexpr std::string_view kPath = "/kallor/";
constexpr std::size_t kTitleCharactersMax = 200;

// What is offered; what is set already is offered too.
constexpr std::array<int, 8> kIntervals{15, 30, 60, 180, 360, 720, 1440, 10080};
constexpr std::array<int, 6> kExpected{0, 7 * 1440, 14 * 1440, 30 * 1440, 90 * 1440, 180 * 1440};

struct Typed {
  Source source;
  std::string name_fault;
  std::string url_fault;
};

void put_fact(Markup& html, std::string_view label, std::string_view words) {
  html.tag("<dt>").text(label).tag("</dt><dd>").text(words).tag("</dd>\n");
}

void put_address(Markup& html, const Desk& desk, const Source& source) {
  html.tag("<dt>").text(source_phrases(desk.language()).address).tag("</dt><dd class=\"src\">");
  const auto link = Link::web(source.url);
  if (link) html.tag("<a href=\"").link(*link).tag("\" rel=\"noreferrer\">");
  html.text(source.url);
  if (link) html.tag("</a>");
  html.tag("</dd>\n");
}

void put_facts(Markup& html, const Desk& desk, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  const DeskWords moments(desk);
  const Health& health = source.health;
  html.tag("<dl class=\"facts\">\n<dt>").text(words.state).tag("</dt><dd>");
  put_state(html, desk, source);
  html.tag("</dd>\n");
  put_address(html, desk, source);
  put_fact(html, words.kind, kind_words(source, desk.language()));
  put_fact(html, words.every, duration_words(source.interval, desk));
  put_fact(html, words.last_read,
           health.last_success ? moments.moment(*health.last_success) : std::string(words.never));
  put_fact(html, words.next,
           source.paused ? std::string(words.not_asked) : moments.moment(health.next_check));
  put_fact(html, words.items, std::to_string(desk.site.store.sources.item_count(source.id)));
  put_fact(html, words.rhythm, rhythm_words(source, desk));
  html.tag("</dl>\n");
}

void put_deed(Markup& html, const Desk& desk, const Source& source, const digest::Literal& deed,
              std::string_view words) {
  html.tag("<form method=\"post\" action=\"/kallor/").text(id_of(source)).tag("\">");
  put_csrf(html, desk);
  html.tag("<button name=\"gor\" value=\"").tag(deed).tag("\">").text(words);
  html.tag("</button></form>\n");
}

void put_deeds(Markup& html, const Desk& desk, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  html.tag("<div class=\"row\">\n");
  if (!source.paused) put_deed(html, desk, source, "las", words.read_now);
  if (source.paused) {
    put_deed(html, desk, source, "ateruppta", words.resume);
  } else {
    put_deed(html, desk, source, "pausa", words.pause);
  }
  html.tag("</div>\n");
  if (source.paused) html.tag("<p class=\"muted\">").text(words.pause_note).tag("</p>\n");
}

Instant day_of(const Item& item) { return item.published.value_or(item.first_seen); }

void put_item(Markup& html, const Desk& desk, const Item& item) {
  const std::string title = shortened(item.title, kTitleCharactersMax);
  const auto link = Link::web(item.url);
  html.tag("<li>");
  if (link) html.tag("<a href=\"").link(*link).tag("\" rel=\"noreferrer\">");
  html.text(title.empty() ? item.url : title);
  if (link) html.tag("</a>");
  html.tag("<br><span class=\"small muted\">");
  html.text(DeskWords(desk).day(day_of(item))).tag("</span></li>\n");
}

void put_recent(Markup& html, const Desk& desk, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  std::vector<Item> items = desk.site.store.items.newest_of(source.id, kRecentItemsMax);
  html.tag("<h2>").text(words.recent).tag("</h2>\n");
  if (items.empty()) {
    html.tag("<p>").text(words.recent_none).tag("</p>\n");
    return;
  }
  std::ranges::stable_sort(items, std::ranges::greater{}, day_of);
  html.tag("<ul class=\"plain stack\">\n");
  for (const Item& item : items) put_item(html, desk, item);
  html.tag("</ul>\n");
}

void put_change(Markup& html, const Desk& desk, const Source& now,
                const store::SourceChange& change) {
  const SourcePhrases& words = source_phrases(desk.language());
  Source then = now;
  then.paused = change.state == SourceState::paused;
  then.health = {};
  then.health.state = change.state;
  then.health.last_attempt = change.at;
  html.tag("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">");
  html.text(DeskWords(desk).moment(change.at)).tag("</th><td role=\"cell\" data-l=\"");
  html.text(words.state).tag("\">");
  put_state_mark(html, desk, then);
  html.tag("</td><td role=\"cell\" data-l=\"").text(words.reason).tag("\"><span lang=\"en\">");
  html.text(change.words).tag("</span></td></tr>\n");
}

void put_history(Markup& html, const Desk& desk, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  const auto changes = desk.site.store.source_history.of(source.id);
  html.tag("<h2>").text(words.history).tag("</h2>\n");
  if (changes.empty()) {
    html.tag("<p>").text(words.history_none).tag("</p>\n");
    return;
  }
  html.tag("<table class=\"fold\" role=\"table\"><caption class=\"vh\">").text(words.history);
  html.tag("</caption><thead role=\"rowgroup\"><tr role=\"row\">");
  for (const std::string_view head : {words.since, words.state, words.reason}) {
    html.tag("<th scope=\"col\" role=\"columnheader\">").text(head).tag("</th>");
  }
  html.tag("</tr></thead>\n<tbody role=\"rowgroup\">\n");
  for (const store::SourceChange& change : changes) put_change(html, desk, source, change);
  html.tag("</tbody></table>\n");
}

struct Choice {
  digest::Literal name;
  std::chrono::minutes chosen;
  std::string_view at_zero;
};

void put_durations(Markup& html, const Desk& desk, std::vector<int> offered, const Choice& choice) {
  const auto chosen = static_cast<int>(choice.chosen.count());
  if (std::ranges::find(offered, chosen) == offered.end()) offered.push_back(chosen);
  std::ranges::sort(offered);
  html.tag("<select id=\"k-").tag(choice.name).tag("\" name=\"").tag(choice.name);
  html.tag("\" aria-describedby=\"k-").tag(choice.name).tag("-h\">");
  for (const int minutes : offered) {
    html.tag("<option value=\"").text(std::to_string(minutes)).tag("\"");
    if (minutes == chosen) html.tag(" selected");
    html.tag(">");
    html.text(minutes == 0 ? std::string(choice.at_zero)
                           : duration_words(std::chrono::minutes(minutes), desk));
    html.tag("</option>");
  }
  html.tag("</select></div>\n");
}

void put_label(Markup& html, const digest::Literal& name, std::string_view label,
               std::string_view hint) {
  html.tag("<div class=\"field\"><label for=\"k-").tag(name).tag("\">").text(label);
  html.tag("</label><span class=\"hint\" id=\"k-").tag(name).tag("-h\">").text(hint);
  html.tag("</span>");
}

void put_text(Markup& html, const digest::Literal& name, std::string_view value,
              const std::string& fault) {
  if (!fault.empty()) {
    html.tag("<p class=\"err\" id=\"k-").tag(name).tag("-e\">").text(fault).tag("</p>");
  }
  html.tag("<input id=\"k-").tag(name).tag("\" name=\"").tag(name).tag("\" required");
  html.tag(" aria-describedby=\"k-").tag(name).tag("-h");
  if (!fault.empty()) html.tag(" k-").tag(name).tag("-e\" aria-invalid=\"true");
  html.tag("\" value=\"").text(value).tag("\"></div>\n");
}

void put_form(Markup& html, const Desk& desk, const Typed& typed) {
  const SourcePhrases& words = source_phrases(desk.language());
  html.tag("<h2>").text(words.change).tag("</h2>\n<form method=\"post\" action=\"/kallor/");
  html.text(id_of(typed.source)).tag("\">\n");
  put_csrf(html, desk);
  put_label(html, "namn", words.name, words.name_hint);
  put_text(html, "namn", typed.source.name, typed.name_fault);
  put_label(html, "url", words.address, words.address_change_hint);
  put_text(html, "url", typed.source.url, typed.url_fault);
  put_label(html, "lases", words.interval, words.interval_hint);
  put_durations(html, desk, {kIntervals.begin(), kIntervals.end()},
                {"lases", typed.source.interval, {}});
  put_label(html, "tyst", words.expected, words.expected_hint);
  put_durations(html, desk, {kExpected.begin(), kExpected.end()},
                {"tyst", typed.source.expected_every, words.learned});
  html.tag("<button class=\"go\" name=\"gor\" value=\"spara\">").text(words.save);
  html.tag("</button></form>\n");
}

void put_removal(Markup& html, const Desk& desk, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  const auto items = static_cast<std::size_t>(desk.site.store.sources.item_count(source.id));
  html.tag("<details><summary>").text(words.remove).tag("</summary>\n<p>");
  html.text(DeskWords(desk).count(words.remove_note, items));
  html.tag("</p>\n<form method=\"post\" action=\"/kallor/").text(id_of(source)).tag("\">");
  put_csrf(html, desk);
  html.tag("<button class=\"del\" name=\"gor\" value=\"tabort\">").text(words.remove_yes);
  html.tag("</button></form>\n</details>\n");
}

void put_outcome(Markup& html, const Desk& desk, const Request& request, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  const std::string& deed = request.query.text("gjort");
  const auto say = [&](std::string_view phrase) {
    put_done(html, fill(phrase, {{"name", source.name}}));
  };
  if (deed == "las") say(words.will_read);
  if (deed == "spara") say(words.saved);
  if (deed == "pausa") say(words.was_paused);
  if (deed == "ateruppta") say(words.was_resumed);
  if (deed == "tillagd") say(words.added);
}

Reply shown(const Desk& desk, const Request& request, const Source& source, const Typed& typed) {
  const bool is_fault = !typed.name_fault.empty() || !typed.url_fault.empty();
  Markup html;
  put_outcome(html, desk, request, source);
  html.tag("<p class=\"by\"><a href=\"/kallor\">");
  html.text(desk_phrases(desk.language()).sources).tag("</a></p>\n<h1>").text(source.name);
  html.tag("</h1>\n");
  put_facts(html, desk, source);
  if (desk.may_change()) put_deeds(html, desk, source);
  put_recent(html, desk, source);
  put_history(html, desk, source);
  if (desk.may_change()) {
    put_form(html, desk, typed);
    put_removal(html, desk, source);
  }
  return desk_page(desk, {source.name, Section::sources, is_fault ? 422 : 200}, html);
}

std::chrono::minutes chosen_minutes(const std::string& text, int most,
                                    std::chrono::minutes before) {
  if (text == "0") return std::chrono::minutes(0);
  const std::int64_t minutes = number_in(text);
  return minutes == 0 || minutes > most ? before : std::chrono::minutes(minutes);
}

Typed typed_in(const Desk& desk, const Request& request, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  Typed typed{source, "", ""};
  typed.source.name = shortened(collapsed(request.form.text("namn")), kSourceNameCharactersMax);
  typed.source.url = std::string(trimmed(request.form.text("url")));
  const auto interval =
      chosen_minutes(request.form.text("lases"), kIntervalMinutesMax, source.interval);
  if (interval.count() > 0) typed.source.interval = interval;
  typed.source.expected_every =
      chosen_minutes(request.form.text("tyst"), kExpectedMinutesMax, source.expected_every);
  const auto other = desk.site.store.sources.find(typed.source.name);
  if (typed.source.name.empty()) typed.name_fault = words.mend_name;
  if (other && other->id != source.id) {
    typed.name_fault = fill(words.taken, {{"name", typed.source.name}});
  }
  const bool is_link = source.kind == SourceKind::mail || Link::web(typed.source.url);
  if (!is_link || !config::faults_of(typed.source).empty()) typed.url_fault = words.mend_address;
  return typed;
}

Reply saved(const Desk& desk, const Request& request, const Source& source) {
  const Typed typed = typed_in(desk, request, source);
  if (!typed.name_fault.empty() || !typed.url_fault.empty()) {
    return shown(desk, request, source, typed);
  }
  store::Transaction transaction = desk.site.store.begin();
  desk.site.store.sources.change(typed.source);
  record(desk, {"source.edit", source.name, source_changes(source, typed.source)});
  transaction.commit();
  return redirect("/kallor/" + id_of(source) + "?gjort=spara");
}

Reply removed(const Desk& desk, const Source& source) {
  store::Transaction transaction = desk.site.store.begin();
  desk.site.store.sources.remove(source.id);
  record(desk, {"source.remove", source.name, source.url});
  transaction.commit();
  return redirect("/kallor?borttagen=1");
}

Reply done(const Desk& desk, const Request& request, Source source) {
  const std::string& deed = request.form.text("gor");
  if (deed == "spara") return saved(desk, request, source);
  if (deed == "tabort") return removed(desk, source);
  store::Transaction transaction = desk.site.store.begin();
  if (deed == "las") {
    desk.site.store.sources.make_due(source.id, desk.site.clock.now());
    record(desk, {"source.read", source.name});
  } else if (deed == "pausa" || deed == "ateruppta") {
    source.paused = deed == "pausa";
    desk.site.store.sources.change(source);
    record(desk, {source.paused ? "source.pause" : "source.resume", source.name});
  } else {
    return desk_missing_page(desk);
  }
  transaction.commit();
  return redirect("/kallor/" + id_of(source) + "?gjort=" + deed);
}

}  // namespace

std::string source_changes(const Source& before, const Source& after) {
  std::string words;
  const auto add = [&words](std::string_view what, const std::string& from, const std::string& to) {
    if (from != to) words += std::string(what) + ": " + from + " → " + to + "\n";
  };
  add("name", before.name, after.name);
  add("url", before.url, after.url);
  add("interval", std::to_string(before.interval.count()), std::to_string(after.interval.count()));
  add("expected_every", std::to_string(before.expected_every.count()),
      std::to_string(after.expected_every.count()));
  return words;
}

Reply source_page(const Desk& desk, const Request& request) {
  const auto source = source_with_id(desk, std::string_view(request.path).substr(kPath.size()));
  if (!source) return desk_missing_page(desk);
  if (request.method == Method::post) return done(desk, request, *source);
  return shown(desk, request, *source, {*source, "", ""});
}

}  // namespace fundwatch::web
