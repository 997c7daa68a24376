#include "web/inbox_page.h"

#include <algorithm>

#include "base/text.h"
#include "digest/words.h"
#include "web/case_card.h"
#include "web/inbox_deeds.h"
#include "web/inbox_empty.h"
#include "web/inbox_filter.h"
#include "web/inbox_phrases.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Words;

// What the page shows.
struct Inbox {
  const Desk& desk;
  const InboxPhrases& words;
  InboxView view;
  std::vector<Profile> profiles;
  store::InboxCounts counts;
  std::int64_t shown = 0;  // with the filter
  store::InboxPage page;
};

std::int64_t count_of(const store::InboxCounts& counts, InboxStatus status) {
  switch (status) {
    case InboxStatus::waiting: return counts.waiting;
    case InboxStatus::kept: return counts.kept;
    case InboxStatus::dismissed: return counts.dismissed;
    case InboxStatus::all: break;
  }
  return counts.all();
}

const digest::Counted& heading_of(const InboxPhrases& words, InboxStatus status) {
  switch (status) {
    case InboxStatus::waiting: return words.new_hits;
    case InboxStatus::kept: return words.kept_hits;
    case InboxStatus::dismissed: return words.dismissed_hits;
    case InboxStatus::all: break;
  }
  return words.all_hits;
}

Inbox inbox_of(const Desk& desk, const Request& request) {
  Inbox inbox{desk, inbox_phrases(desk.language()), inbox_view(request.query), {}, {}, 0, {}};
  store::Store& store = desk.site.store;
  inbox.profiles = store.profiles.all();
  inbox.counts = store.inbox.counts();
  const Day today = desk.site.calendar.day(desk.site.clock.now());
  const store::InboxFilter filter = filter_of(inbox.view, inbox.profiles, today);
  inbox.shown = inbox.view.is_narrowed() ? store.inbox.count(filter)
                                         : count_of(inbox.counts, inbox.view.status);
  inbox.page = store.inbox.page(filter, inbox.view.after, kCardsOnPage);
  return inbox;
}

std::string heading(const Inbox& inbox) {
  const Words words(inbox.desk.language());
  const std::int64_t all = count_of(inbox.counts, inbox.view.status);
  const std::string all_words =
      words.count(heading_of(inbox.words, inbox.view.status), static_cast<int>(all));
  if (inbox.view.is_narrowed()) {
    if (inbox.shown == 0) return std::string(inbox.words.none_fits);
    return fill(inbox.words.filtered, {{"count", std::to_string(inbox.shown)}, {"all", all_words}});
  }
  if (all == 0 && inbox.view.status == InboxStatus::waiting) {
    return std::string(inbox.words.no_new_hits);
  }
  return all_words;
}

void put_option(Markup& html, std::string_view value, std::string_view words, bool is_chosen) {
  html.tag("<option value=\"").text(value);
  html.tag(is_chosen ? digest::Literal("\" selected>") : digest::Literal("\">"));
  html.text(words).tag("</option>");
}

void put_profile_filter(Markup& html, const Inbox& inbox) {
  html.tag("<div><label for=\"f-p\">").text(inbox.words.profile);
  html.tag("</label><select id=\"f-p\" name=\"profil\">");
  put_option(html, "", inbox.words.every_profile, inbox.view.profile.empty());
  for (const Profile& profile : inbox.profiles) {
    put_option(html, profile.name, title_of(profile, inbox.desk.language()),
               inbox.view.profile == profile.name);
  }
  html.tag("</select></div>\n");
}

void put_closing_filter(Markup& html, const Inbox& inbox) {
  const InboxPhrases& words = inbox.words;
  html.tag("<div><label for=\"f-s\">").text(words.closes);
  html.tag("</label><select id=\"f-s\" name=\"stanger\">");
  const std::pair<Closing, std::string_view> kinds[] = {{Closing::any, words.any_time},
                                                        {Closing::within_7, words.within_7},
                                                        {Closing::within_30, words.within_30},
                                                        {Closing::later, words.later},
                                                        {Closing::open, words.always_open}};
  for (const auto& [closing, name] : kinds) {
    put_option(html, word_of(closing), name, inbox.view.closing == closing);
  }
  html.tag("</select></div>\n");
}

void put_place_filter(Markup& html, const Inbox& inbox) {
  html.tag("<div><label for=\"f-k\">").text(inbox.words.municipality);
  html.tag("</label><select id=\"f-k\" name=\"kommun\">");
  put_option(html, "", inbox.words.every_municipality, inbox.view.municipality.empty());
  std::vector<std::string> names = inbox.desk.site.store.inbox.municipalities();
  const std::string& chosen = inbox.view.municipality;
  if (!chosen.empty() && std::ranges::find(names, chosen) == names.end()) names.push_back(chosen);
  for (const std::string& name : names) put_option(html, name, name, chosen == name);
  html.tag("</select></div>\n");
}

void put_filter(Markup& html, const Inbox& inbox) {
  html.tag("<form class=\"filter\" method=\"get\" action=\"/\" role=\"search\" aria-label=\"");
  html.text(inbox.words.filter).tag("\">\n");
  put_profile_filter(html, inbox);
  put_closing_filter(html, inbox);
  put_place_filter(html, inbox);
  html.tag("<div><label for=\"f-q\">").text(inbox.words.words);
  html.tag("</label><input id=\"f-q\" name=\"q\" type=\"search\" value=\"");
  html.text(inbox.view.words).tag("\"></div>\n");
  if (inbox.view.status != InboxStatus::waiting) {
    html.tag("<input type=\"hidden\" name=\"status\" value=\"");
    html.text(word_of(inbox.view.status)).tag("\">");
  }
  html.tag("<div><button>").text(inbox.words.show).tag("</button></div>\n</form>\n");
}

void put_tabs(Markup& html, const Inbox& inbox) {
  const InboxPhrases& words = inbox.words;
  const std::pair<InboxStatus, std::string_view> tabs[] = {
      {InboxStatus::waiting, words.status_new},
      {InboxStatus::kept, words.status_kept},
      {InboxStatus::dismissed, words.status_dismissed},
      {InboxStatus::all, words.status_all}};
  html.tag("<nav aria-label=\"").text(words.status).tag("\"><ul class=\"tabs\">\n");
  for (const auto& [status, name] : tabs) {
    InboxView view = inbox.view;
    view.status = status;
    view.after.reset();
    html.tag("<li><a href=\"/?").text(query_of(view)).tag("\"");
    if (status == inbox.view.status) html.tag(" aria-current=\"page\"");
    html.tag(">").text(name).tag(" <span class=\"num muted\">");
    html.text(std::to_string(count_of(inbox.counts, status))).tag("</span></a></li>\n");
  }
  html.tag("</ul></nav>\n");
}

// What waits goes out by itself: silence is a yes.
void put_lead(Markup& html, const Inbox& inbox) {
  const Site& site = inbox.desk.site;
  if (inbox.view.status != InboxStatus::waiting || inbox.counts.waiting == 0) return;
  const Day today = site.calendar.day(site.clock.now());
  InboxView soon;
  soon.closing = Closing::within_7;
  const auto closing =
      static_cast<int>(site.store.inbox.count(filter_of(soon, inbox.profiles, today)));
  const auto next = site.store.subscribers.next_digest();
  if (closing == 0 && !next) return;
  html.tag("<p class=\"lead\">");
  if (closing > 0) {
    html.text(Words(inbox.desk.language()).count(inbox.words.closing_soon, closing)).text(" ");
  }
  if (next) html.text(fill(inbox.words.go_out, {{"moment", moment_of(inbox.desk, *next)}}));
  html.tag("</p>\n");
}

void put_choice(Markup& html, const Desk& desk, const CaseView& view) {
  if (!desk.may_change()) return;
  html.tag("<label class=\"tick small\"><input type=\"checkbox\" name=\"fall\" form=\"flera\" ");
  html.tag("value=\"").text(std::to_string(static_cast<std::int64_t>(view.id))).tag("\"><span>");
  html.text(inbox_phrases(desk.language()).choose_short)
      .tag("<span class=\"vh\"> ")
      .text(title_of(view));
  html.tag("</span></span></label>\n");
}

void put_buttons(Markup& html, const Cards& cards, const CaseView& view, CaseId next) {
  html.tag("<div class=\"row\">\n");
  if (cards.desk.may_change()) {
    if (view.state != Review::kept) put_mark_form(html, cards, view, {Review::kept, next});
    if (view.state != Review::dismissed) {
      put_mark_form(html, cards, view, {Review::dismissed, next});
    }
    html.tag("<details><summary>").text(cards.words().note).tag("<span class=\"vh\"> ");
    html.text(fill(cards.words().about, {{"title", title_of(view)}})).tag("</span></summary>");
    put_note_form(html, cards, view);
    html.tag("</details>\n");
  }
  put_share(html, cards, view);
  html.tag("</div>\n");
}

void put_card(Markup& html, const Cards& cards, const CaseView& view, CaseId next) {
  const std::string id = "t-" + std::to_string(static_cast<std::int64_t>(view.id));
  html.tag("<article class=\"card hit\" id=\"").text(id).tag("\" tabindex=\"-1\" ");
  html.tag("aria-labelledby=\"").text(id).tag("-r\">\n<div>");
  put_slip(html, cards, view);
  put_choice(html, cards.desk, view);
  html.tag("</div>\n<div>\n");
  put_by(html, cards, view);
  html.tag("<h2 id=\"").text(id).tag("-r\"><a href=\"").text(address_of(view.id)).tag("\">");
  html.text(title_of(view)).tag("</a></h2>\n");
  put_facts(html, cards, view);
  put_why(html, cards, view);
  put_answer_counts(html, cards, view);
  put_buttons(html, cards, view, next);
  html.tag("</div>\n</article>\n");
}

void put_cards(Markup& html, const Inbox& inbox) {
  const Names names = names_in(inbox.desk.site.store);
  const Cards cards{inbox.desk, names, query_of(inbox.view)};
  const std::vector<CaseId>& cases = inbox.page.cases;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto view = case_view(inbox.desk.site.store, cases[i]);
    if (!view) continue;
    CaseId next{};
    if (i + 1 < cases.size()) next = cases[i + 1];
    if (i + 1 == cases.size() && i > 0) next = cases[i - 1];
    put_card(html, cards, *view, next);
  }
}

void put_bulk(Markup& html, const Inbox& inbox) {
  if (!inbox.desk.may_change() || inbox.page.cases.size() < 2) return;
  html.tag("<form id=\"flera\" class=\"row\" method=\"post\" action=\"/inkorg\" aria-label=\"");
  html.text(inbox.words.several).tag("\">");
  put_csrf(html, inbox.desk);
  html.tag("<input type=\"hidden\" name=\"till\" value=\"").text(query_of(inbox.view));
  html.tag("\"><button name=\"svar\" value=\"behall\">").text(inbox.words.keep_chosen);
  html.tag("</button><button name=\"svar\" value=\"avfarda\">").text(inbox.words.dismiss_chosen);
  html.tag("</button></form>\n");
}

void put_pages(Markup& html, const Inbox& inbox) {
  if (!inbox.page.next && !inbox.view.after) return;
  html.tag("<p class=\"row\">");
  InboxView view = inbox.view;
  if (inbox.page.next) {
    view.after = inbox.page.next;
    html.tag("<a class=\"btn\" href=\"/?").text(query_of(view)).tag("\">");
    html.text(inbox.words.more).tag("</a> ");
  }
  if (inbox.view.after) {
    view.after.reset();
    html.tag("<a href=\"/?").text(query_of(view)).tag("\">").text(inbox.words.from_start);
    html.tag("</a>");
  }
  html.tag("</p>\n");
}

void put_keys(Markup& html, const Inbox& inbox) {
  const InboxPhrases& words = inbox.words;
  const CasePhrases& deeds = case_phrases(inbox.desk.language());
  html.tag("<details class=\"keys card\"><summary>").text(words.keys).tag("</summary>\n<p>");
  html.text(words.keys_when)
      .tag("</p>\n<dl class=\"facts\"><dt><kbd>J</kbd> <kbd>K</kbd></dt><dd>");
  html.text(words.key_move).tag("</dd><dt><kbd>B</kbd></dt><dd>").text(deeds.keep);
  html.tag("</dd><dt><kbd>A</kbd></dt><dd>").text(deeds.dismiss);
  html.tag("</dd><dt><kbd>O</kbd></dt><dd>").text(words.key_open).tag("</dd></dl>\n</details>\n");
}

}  // namespace

Reply inbox_page(const Desk& desk, const Request& request) {
  const Inbox inbox = inbox_of(desk, request);
  Markup html;
  put_deed_note(html, desk, request.query, query_of(inbox.view));
  const std::string title = heading(inbox);
  html.tag("<h1>").text(title).tag("</h1>\n");
  put_lead(html, inbox);
  if (desk.may_change()) {
    html.tag("<p><a href=\"/lagg-till\">").text(inbox.words.add_yourself).tag("</a></p>\n");
  }
  put_filter(html, inbox);
  put_tabs(html, inbox);
  if (inbox.page.cases.empty()) {
    put_empty(html, desk, inbox.view, inbox.counts);
  } else {
    put_cards(html, inbox);
    put_bulk(html, inbox);
    put_pages(html, inbox);
    put_keys(html, inbox);
  }
  return desk_page(desk, {title, Section::inbox}, html);
}

}  // namespace fundwatch::web
