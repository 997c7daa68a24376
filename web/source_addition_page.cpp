#include "web/source_addition_page.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "web/opml.h"
#include "web/page_picker.h"
#include "web/source_addition.h"
#include "web/source_list_page.h"
#include "web/source_page.h"
#include "web/source_words.h"

namespace fundwatch::web {
namespace {

using digest::fill;

constexpr std::size_t kTitleCharactersMax = 150;

std::string host_of(const std::string& url) {
  const auto parsed = parse_url(url);
  return parsed ? parsed->host : url;
}

void put_problem(Markup& html, std::string_view title, std::string_view words) {
  html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  html.text(title).tag("</h2><p>").text(words).tag("</p></div>\n");
}

Reply page(const Desk& desk, const Markup& html, int status) {
  const SourcePhrases& words = source_phrases(desk.language());
  return desk_page(desk, {std::string(words.add_title), Section::sources, status}, html);
}

// The form again, with what is wrong above it.
Reply asked_again(const Desk& desk, std::string_view typed, const Markup& problem) {
  Markup html;
  html.append(problem);
  html.tag("<h1>").text(source_phrases(desk.language()).add_title).tag("</h1>\n");
  put_address_form(html, desk, typed);
  return page(desk, html, 422);
}

std::string described(const Desk& desk, const FoundSource& found) {
  const SourcePhrases& words = source_phrases(desk.language());
  if (found.source.kind == SourceKind::watch) return std::string(words.the_text);
  const DeskWords counts(desk);
  std::string description =
      found.source.url + " · " + counts.count(words.items_now, found.items.size());
  std::optional<Instant> newest;
  for (const Item& item : found.items) newest = std::max(newest, item.published);
  if (newest) description += ", " + fill(words.newest, {{"day", counts.day(*newest)}});
  if (found.source.kind == SourceKind::page && !found.items.empty()) {
    const std::string first = shortened(found.items.front().title, kTitleCharactersMax);
    description += ". " + fill(words.the_list, {{"first", first}});
  }
  return description;
}

// What is chosen travels as what a file of sources would say of it (config/catalogue.h). It is
// named by its own words alone: the lines that the page picker makes its labels are no name.
void put_choice(Markup& html, const Desk& desk, const FoundSource& found, std::size_t number) {
  const std::string id = choice_id(number);
  html.tag("<label class=\"tick\"><input type=\"radio\" name=\"kalla\" required value=\"");
  html.text(percent_encoded(choice_of(found.source))).tag("\" id=\"").text(id);
  html.tag("\" aria-labelledby=\"").text(id).tag("-namn\"");
  if (number == 0) html.tag(" checked");
  html.tag("><span id=\"").text(id).tag("-namn\"><b>").text(found.source.name).tag("</b> (");
  html.text(kind_words(found.source, desk.language())).tag(")<br><span class=\"small muted\">");
  html.text(described(desk, found)).tag("</span></span></label>\n");
}

void put_items(Markup& html, const SourcePhrases& words, const FoundSource& found) {
  html.tag("<h2>").text(words.what_it_brings).tag("</h2>\n<ul>\n");
  const std::size_t count = std::min(found.items.size(), kItemsPreviewed);
  for (std::size_t at = 0; at < count; ++at) {
    html.tag("<li>").text(shortened(found.items[at].title, kTitleCharactersMax));
    if (at < found.profiles.size() && !found.profiles[at].empty()) {
      html.tag(" <span class=\"badge new\">").text(words.would_be_hit).text(" ");
      html.text(found.profiles[at]).tag("</span>");
    }
    html.tag("</li>\n");
  }
  html.tag("</ul>\n");
}

void put_name(Markup& html, const Desk& desk, std::string_view name) {
  const SourcePhrases& words = source_phrases(desk.language());
  html.tag("<div class=\"field\"><label for=\"k-n\">").text(words.name);
  html.tag("</label><span class=\"hint\" id=\"k-nh\">").text(words.name_hint);
  html.tag("</span><input id=\"k-n\" name=\"namn\" required aria-describedby=\"k-nh\" value=\"");
  html.text(name).tag("\"></div>\n");
}

Reply found_page(const Desk& desk, const std::string& url, const FoundSources& found,
                 const Markup& problem) {
  const SourcePhrases& words = source_phrases(desk.language());
  const std::size_t count = found.all.size();
  const FoundSource& best = found.all.front();
  Markup html;
  html.append(problem);
  html.tag("<h1>").text(fill(count == 1 ? words.found.one : words.found.many,
                             {{"n", std::to_string(count)}, {"host", host_of(url)}}));
  html.tag("</h1>\n<form method=\"post\" action=\"/kallor/lagg-till\">\n");
  put_csrf(html, desk);
  html.tag("<fieldset class=\"field\"><legend>").text(words.choose).tag("</legend>\n");
  for (std::size_t number = 0; number < count; ++number) {
    put_choice(html, desk, found.all[number], number);
  }
  html.tag("</fieldset>\n");
  if (!best.items.empty()) put_items(html, words, best);
  if (!found.page.empty()) put_page_picker(html, words, found.page);
  put_name(html, desk, best.source.name);
  html.tag("<button class=\"go\">").text(words.add_source).tag("</button>\n</form>\n<h2>");
  html.text(words.another_address).tag("</h2>\n");
  put_address_form(html, desk, url);
  return page(desk, html, 200);
}

Reply nothing_found(const Desk& desk, const std::string& url, const Error& error) {
  const SourcePhrases& words = source_phrases(desk.language());
  Markup problem;
  problem.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  problem.text(fill(words.found_nothing, {{"host", host_of(url)}})).tag("</h2><p>");
  problem.text(words.found_nothing_advice).tag("</p><p>").text(words.reason);
  problem.tag(": <span lang=\"en\">").text(error.message).tag("</span></p></div>\n");
  return asked_again(desk, url, problem);
}

// What was chosen, as it came back, by the name that was typed; nothing if it is no source.
std::optional<Source> chosen(const Request& request) {
  auto source = chosen_source(percent_decoded(request.form.text("kalla")));
  if (!source) return std::nullopt;
  source->name = shortened(collapsed(request.form.text("namn")), kSourceNameCharactersMax);
  return source->name.empty() ? std::nullopt : source;
}

Reply exported(const Desk& desk) {
  Reply reply;
  reply.content_type = "text/x-opml; charset=utf-8";
  reply.body = opml_of(desk.site.store.sources.all(), desk.site.config.installation.name);
  reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"kallor.opml\"");
  return reply;
}

}  // namespace

std::optional<std::string> whole_address(std::string_view typed) {
  std::string address(trimmed(typed));
  if (address.find("://") == std::string::npos) address = "https://" + address;
  const auto url = parse_url(address);
  const bool has_dot = url && url->host.find('.') != std::string::npos;
  if (!has_dot || !Link::web(address)) return std::nullopt;
  return address;
}

Reply source_search_page(const Desk& desk, const Request& request) {
  const SourcePhrases& words = source_phrases(desk.language());
  const std::string& typed = request.form.text("url");
  const auto url = whole_address(typed);
  Markup problem;
  if (!url) {
    put_problem(problem, words.not_added, words.mend_address);
    return asked_again(desk, typed, problem);
  }
  if (const auto known = source_at(desk, *url)) {
    put_problem(problem, words.not_added, fill(words.known, {{"name", known->name}}));
    return asked_again(desk, typed, problem);
  }
  Source wanted;
  wanted.url = *url;
  const auto found = desk.site.services.find_sources(wanted);
  if (!found) return nothing_found(desk, *url, found.error());
  return found_page(desk, *url, *found, problem);
}

Reply source_addition_page(const Desk& desk, const Request& request) {
  const SourcePhrases& words = source_phrases(desk.language());
  const auto source = chosen(request);
  Markup problem;
  if (!source) {
    put_problem(problem, words.not_added, words.no_choice);
    return asked_again(desk, "", problem);
  }
  if (desk.site.store.sources.find(source->name)) {
    put_problem(problem, words.not_added, fill(words.taken, {{"name", source->name}}));
    return found_page(desk, source->url, {.all = {{*source, {}}}}, problem);
  }
  const SourceId id = add_source(desk, *source);
  return redirect("/kallor/" + std::to_string(static_cast<std::int64_t>(id)) + "?gjort=tillagd");
}

Reply source_opml_page(const Desk& desk, const Request& request) {
  if (request.method != Method::post) return exported(desk);
  const SourcePhrases& words = source_phrases(desk.language());
  const auto sources = desk.site.services.read_opml(request.file);
  if (sources && !sources->empty() && sources->size() <= kImportedMax) {
    const Imported done = import_sources(desk, *sources);
    return redirect("/kallor?nya=" + std::to_string(done.added) +
                    "&fanns=" + std::to_string(done.known));
  }
  Markup problem;
  put_problem(problem, words.opml_title, words.opml_unreadable);
  return asked_again(desk, "", problem);
}

}  // namespace fundwatch::web
