#include "web/desk.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "digest/words.h"

namespace fundwatch::web {
namespace {

using digest::fill;

// What stands behind an entry of the menu.
struct Badge {
  std::size_t count = 0;
  std::string_view words;
};

struct Entry {
  Section section;
  digest::Literal path;
  std::string_view DeskPhrases::*words;
};

constexpr std::array<Entry, 7> kEntries{{
    {Section::inbox, "/", &DeskPhrases::inbox},
    {Section::profiles, "/profiler", &DeskPhrases::profiles},
    {Section::sources, "/kallor", &DeskPhrases::sources},
    {Section::subscribers, "/prenumeranter", &DeskPhrases::subscribers},
    {Section::mailings, "/utskick", &DeskPhrases::mailings},
    {Section::calendar, "/kalender", &DeskPhrases::calendar},
    {Section::follow_up, "/uppfoljning", &DeskPhrases::follow_up},
}};

std::size_t sources_to_look_at(const Desk& desk) {
  const std::vector<Source> sources = desk.site.store.sources.not_ok();
  return static_cast<std::size_t>(std::count_if(
      sources.begin(), sources.end(), [](const Source& source) { return !source.paused; }));
}

Badge badge_of(const Desk& desk, Section section) {
  if (section != Section::sources) return {};
  return {sources_to_look_at(desk), desk_phrases(desk.language()).to_look_at};
}

void put_entry(Markup& html, const Desk& desk, const Entry& entry, Section current) {
  html.tag("<li><a href=\"").tag(entry.path).tag("\"");
  if (entry.section == current) html.tag(" aria-current=\"page\"");
  html.tag(">").text(desk_phrases(desk.language()).*entry.words);
  const Badge badge = badge_of(desk, entry.section);
  if (badge.count > 0) {
    html.tag(" <span class=\"badge warn\">").text(std::to_string(badge.count));
    html.tag("<span class=\"vh\"> ").text(badge.words).tag("</span></span>");
  }
  html.tag("</a></li>\n");
}

void put_menu(Markup& html, const Desk& desk, Section current) {
  const DeskPhrases& words = desk_phrases(desk.language());
  html.tag("<button class=\"menu-btn\" popovertarget=\"meny\" type=\"button\">");
  html.text(words.menu).tag("</button>\n<nav class=\"menu\" id=\"meny\" popover aria-label=\"");
  html.text(words.main_menu).tag("\">\n<button class=\"menu-btn\" popovertarget=\"meny\" ");
  html.tag("popovertargetaction=\"hide\" type=\"button\">").text(words.close_menu);
  html.tag("</button>\n<ul>\n");
  for (const Entry& entry : kEntries) put_entry(html, desk, entry, current);
  html.tag("<li><form method=\"post\" action=\"/logga-ut\">");
  put_csrf(html, desk);
  html.tag("<button>").text(words.log_out).tag("</button></form></li>\n</ul></nav>\n");
}

void put_account_links(Markup& html, const Desk& desk) {
  const DeskPhrases& words = desk_phrases(desk.language());
  const Phrases& common = phrases(desk.language());
  html.tag("<a href=\"/konto\">").text(words.my_account).tag("</a> · ");
  if (desk.visitor.account.role == Role::sysadmin) {
    html.tag("<a href=\"/logg\">").text(words.record).tag("</a> · ");
  }
  html.tag("<a href=\"/tillganglighet\">").text(common.accessibility).tag("</a>");
}

void put_desk_foot(Markup& html, const Desk& desk) {
  const DeskPhrases& words = desk_phrases(desk.language());
  const Account& account = desk.visitor.account;
  html.tag("<footer class=\"foot\"><div class=\"in\">\n<p>");
  html.text(fill(words.logged_in_as, {{"name", account.name.empty() ? account.email : account.name},
                                      {"role", std::string(name_of(words, account.role))}}));
  html.text(" ").text(words.local_times).tag("</p>\n<p>");
  put_account_links(html, desk);
  html.tag("</p>\n</div></footer>\n</body>\n</html>\n");
}

}  // namespace

Reply desk_page(const Desk& desk, const DeskFrame& frame, const Markup& content) {
  Markup html;
  put_head(html, {frame.title, desk.language(), frame.status}, desk.site.config);
  html.tag("<header class=\"top\"><div class=\"in\">\n<a class=\"brand\" href=\"/\">");
  html.text(desk.site.config.installation.name).tag("</a>\n");
  put_menu(html, desk, frame.section);
  html.tag("</div></header>\n<main id=\"innehall\" tabindex=\"-1\">\n");
  html.append(content);
  html.tag("</main>\n");
  put_desk_foot(html, desk);
  Reply reply;
  reply.status = frame.status;
  reply.body = html.take();
  return reply;
}

void put_csrf(Markup& html, const Desk& desk) {
  html.tag("<input type=\"hidden\" name=\"csrf\" value=\"").text(desk.visitor.csrf).tag("\">");
}

void put_done(Markup& html, std::string_view words) {
  html.tag("<div class=\"note ok\" role=\"status\"><p>").text(words).tag("</p></div>\n");
}

Reply desk_missing_page(const Desk& desk) {
  const DeskPhrases& words = desk_phrases(desk.language());
  Markup html;
  html.tag("<h1>").text(words.no_such_title).tag("</h1>\n<p class=\"lead\">");
  html.text(words.no_such_lead).tag("</p>\n<p><a href=\"/\">").text(words.to_inbox);
  html.tag("</a></p>\n");
  return desk_page(desk, {std::string(words.no_such_title), Section::none, 404}, html);
}

std::string author_of(const Desk& desk) {
  const Account& account = desk.visitor.account;
  return account.name.empty() ? account.email : account.name;
}

void record(const Desk& desk, const Change& change) {
  store::AuditEntry entry;
  entry.at = desk.site.clock.now();
  entry.account = desk.visitor.account.email;
  entry.action = change.action;
  entry.subject = change.subject;
  entry.detail = change.detail;
  desk.site.store.audit.add(entry);
}

}  // namespace fundwatch::web
