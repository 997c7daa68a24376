#include "web/source_list_page.h"

#include <algorithm>

#include "base/text.h"
#include "web/source_words.h"

namespace fundwatch::web {
namespace {

using digest::fill;

constexpr std::chrono::days kMonth{30};

// How much a source wants to be looked at: the smallest first.
int order_of(const Source& source) {
  if (source.paused) return 5;
  switch (source.health.state) {
    case SourceState::attention: return 0;
    case SourceState::failing: return 1;
    case SourceState::silent: return 2;
    case SourceState::moved: return 3;
    case SourceState::ok:
    case SourceState::paused: break;
  }
  return 4;
}

std::vector<Source> sorted_sources(const Desk& desk) {
  std::vector<Source> sources = desk.site.store.sources.all();
  std::stable_sort(sources.begin(), sources.end(), [](const Source& one, const Source& other) {
    return order_of(one) < order_of(other);
  });
  return sources;
}

std::string heading(const Desk& desk, const std::vector<Source>& sources) {
  const SourcePhrases& words = source_phrases(desk.language());
  if (sources.empty()) return std::string(words.heading_none);
  const auto count = std::count_if(sources.begin(), sources.end(), needs_a_look);
  const std::string all = std::to_string(sources.size());
  if (count == 0) return fill(words.heading_well, {{"all", all}});
  const std::string_view phrase = count == 1 ? words.heading.one : words.heading.many;
  return fill(phrase, {{"n", std::to_string(count)}, {"all", all}});
}

void put_heads(Markup& html, const SourcePhrases& words) {
  html.tag("<thead role=\"rowgroup\"><tr role=\"row\">");
  for (const std::string_view head : {words.source, words.state, words.last_read}) {
    html.tag("<th scope=\"col\" role=\"columnheader\">").text(head).tag("</th>");
  }
  html.tag("<th scope=\"col\" role=\"columnheader\" class=\"r\">").text(words.items_a_month);
  html.tag("</th>");
  for (const std::string_view head : {words.next, words.deed}) {
    html.tag("<th scope=\"col\" role=\"columnheader\">").text(head).tag("</th>");
  }
  html.tag("</tr></thead>\n");
}

void put_cell(Markup& html, std::string_view label, std::string_view words) {
  html.tag("<td role=\"cell\" data-l=\"").text(label).tag("\">").text(words).tag("</td>");
}

void put_read_now(Markup& html, const Desk& desk, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  html.tag("<td role=\"cell\">");
  if (desk.may_change() && !source.paused) {
    html.tag("<form method=\"post\" action=\"/kallor\">");
    put_csrf(html, desk);
    html.tag("<button name=\"kalla\" value=\"").text(id_of(source)).tag("\">");
    html.text(words.read_now).tag("<span class=\"vh\"> ").text(source.name);
    html.tag("</span></button></form>");
  }
  html.tag("</td>");
}

void put_row(Markup& html, const Desk& desk, const Source& source) {
  const SourcePhrases& words = source_phrases(desk.language());
  const DeskWords moments(desk);
  const Health& health = source.health;
  html.tag("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><a href=\"/kallor/");
  html.text(id_of(source)).tag("\">").text(source.name).tag("</a><br><span class=\"small muted\">");
  html.text(kind_words(source, desk.language())).tag("</span></th><td role=\"cell\" data-l=\"");
  html.text(words.state).tag("\">");
  put_state(html, desk, source);
  html.tag("</td>");
  put_cell(html, words.last_read,
           health.last_success ? moments.moment(*health.last_success) : std::string(words.never));
  html.tag("<td role=\"cell\" class=\"r\" data-l=\"").text(words.items_a_month).tag("\">");
  html.text(std::to_string(
      desk.site.store.sources.item_count(source.id, desk.site.clock.now() - kMonth)));
  html.tag("</td>");
  put_cell(html, words.next,
           source.paused ? std::string(words.not_asked) : moments.moment(health.next_check));
  put_read_now(html, desk, source);
  html.tag("</tr>\n");
}

void put_table(Markup& html, const Desk& desk, const std::vector<Source>& sources) {
  const SourcePhrases& words = source_phrases(desk.language());
  html.tag("<table class=\"fold\" role=\"table\"><caption class=\"vh\">");
  html.text(fill(words.caption, {{"n", std::to_string(sources.size())}})).tag("</caption>");
  put_heads(html, words);
  html.tag("<tbody role=\"rowgroup\">\n");
  for (const Source& source : sources) put_row(html, desk, source);
  html.tag("</tbody></table>\n");
}

// What was done, from the address that a form led to.
void put_deed(Markup& html, const Desk& desk, const Request& request) {
  const SourcePhrases& words = source_phrases(desk.language());
  if (request.query.has("borttagen")) put_done(html, words.removed);
  if (request.query.has("nya")) {
    const DeskWords counts(desk);
    const auto added = number_in(request.query.text("nya"));
    const auto known = number_in(request.query.text("fanns"));
    put_done(html, counts.count(words.imported, static_cast<std::size_t>(added)) + " " +
                       counts.count(words.known_before, static_cast<std::size_t>(known)));
  }
  if (const auto source = source_with_id(desk, request.query.text("las"))) {
    put_done(html, fill(words.will_read, {{"name", source->name}}));
  }
}

void put_opml(Markup& html, const Desk& desk) {
  const SourcePhrases& words = source_phrases(desk.language());
  html.tag("<h2>").text(words.opml_title).tag("</h2>\n<p>").text(words.opml_lead);
  html.tag("</p>\n<p class=\"row\"><a class=\"btn\" href=\"/kallor/opml\">");
  html.text(words.opml_fetch).tag("</a></p>\n");
  if (!desk.may_change()) return;
  html.tag("<form method=\"post\" action=\"/kallor/opml\" enctype=\"multipart/form-data\">");
  put_csrf(html, desk);
  html.tag("<div class=\"field\"><label for=\"k-o\">").text(words.opml_file);
  html.tag("</label><input id=\"k-o\" name=\"fil\" type=\"file\" required></div>\n<button>");
  html.text(words.opml_read).tag("</button></form>\n");
}

Reply shown(const Desk& desk, const Request& request) {
  const SourcePhrases& words = source_phrases(desk.language());
  const std::vector<Source> sources = sorted_sources(desk);
  const std::string title = heading(desk, sources);
  Markup html;
  put_deed(html, desk, request);
  html.tag("<h1>").text(title).tag("</h1>\n<p class=\"lead\">");
  html.text(sources.empty() ? words.lead_none : words.lead).tag("</p>\n");
  if (desk.may_change() && !sources.empty()) {
    html.tag("<p class=\"row\"><a class=\"btn go\" href=\"#ny\">").text(words.add);
    html.tag("</a></p>\n");
  }
  if (!sources.empty()) put_table(html, desk, sources);
  if (desk.may_change()) {
    html.tag("<h2 id=\"ny\">").text(words.add_title).tag("</h2>\n");
    put_address_form(html, desk, "");
  }
  put_opml(html, desk);
  return desk_page(desk, {std::string(words.title) + ": " + title, Section::sources}, html);
}

}  // namespace

Reply source_list_page(const Desk& desk, const Request& request) {
  if (request.method != Method::post) return shown(desk, request);
  const auto source = source_with_id(desk, request.form.text("kalla"));
  if (!source) return desk_missing_page(desk);
  store::Transaction transaction = desk.site.store.begin();
  desk.site.store.sources.make_due(source->id, desk.site.clock.now());
  record(desk, {"source.read", source->name});
  transaction.commit();
  return redirect("/kallor?las=" + id_of(*source));
}

std::optional<Source> source_with_id(const Desk& desk, std::string_view text) {
  const std::int64_t number = number_in(text);
  return number == 0 ? std::nullopt : desk.site.store.sources.find(SourceId{number});
}

std::string id_of(const Source& source) {
  return std::to_string(static_cast<std::int64_t>(source.id));
}

void put_address_form(Markup& html, const Desk& desk, std::string_view typed) {
  const SourcePhrases& words = source_phrases(desk.language());
  html.tag("<form method=\"post\" action=\"/kallor/hitta\">");
  put_csrf(html, desk);
  html.tag("<div class=\"field\"><label for=\"k-u\">").text(words.address);
  html.tag("</label><span class=\"hint\" id=\"k-uh\">").text(words.address_hint);
  html.tag(
      "</span><input id=\"k-u\" name=\"url\" inputmode=\"url\" autocomplete=\"off\" required "
      "aria-describedby=\"k-uh\" value=\"");
  html.text(typed).tag("\"></div>\n<button>").text(words.search).tag("</button></form>\n");
}

}  // namespace fundwatch::web
