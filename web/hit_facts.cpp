#include "web/hit_facts.h"

#include <algorithm>

#include "base/text.h"
#include "digest/days.h"
#include "digest/notice_words.h"
#include "digest/words.h"
#include "web/hit_phrases.h"
#include "web/numbers.h"
#include "web/quotation.h"

namespace fundwatch::web {
namespace {

using digest::Words;

constexpr std::size_t kFactCharactersMax = 500;
constexpr std::size_t kFormsShownMax = 4;

void put_fact(Markup& html, std::string_view label, std::string_view fact) {
  if (fact.empty()) return;
  html.tag("<dt>").text(label).tag("</dt><dd>").text(shortened(fact, kFactCharactersMax));
  html.tag("</dd>\n");
}

void put_link(Markup& html, const HitPhrases& words, std::string_view label,
              const std::string& url) {
  const auto link = Link::web(url);
  if (!link) return;
  html.tag("<dt>").text(label).tag("</dt><dd class=\"src\"><a rel=\"noreferrer\" href=\"");
  html.link(*link).tag("\">");
  html.text(label == words.documents ? words.get_documents : words.read_at_source);
  html.tag("</a></dd>\n");
}

std::string due_words(const Cards& cards, const DueDate& due) {
  const Desk& desk = cards.desk;
  const std::string day = day_of(desk, due);
  if (due.is_doubtful) return digest::fill(cards.words().doubtful, {{"day", day}});
  const auto left = digest::days_left(due, desk.site.calendar, desk.site.clock.now());
  return left ? day + ", " + Words(desk.language()).days_left(*left) : day;
}

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

void put_notice(Markup& html, const Cards& cards, const Item& item) {
  if (!item.notice) return;
  const Notice& notice = *item.notice;
  const HitPhrases& words = hit_phrases(cards.desk.language());
  if (notice.reserved != Reserved::none) {
    put_fact(html, words.who_may,
             notice.reserved_ground.empty() ? digest::reserved_words(notice, cards.desk.language())
                                            : notice.reserved_ground);
  }
  for (const digest::NoticeLine& line : digest::notice_lines(item, cards.desk.language())) {
    if (!line.link) put_fact(html, line.label, line.value);  // that of the documents stands below
  }
  put_link(html, words, words.documents, notice.documents);
  put_fact(html, words.codes, list_of(notice.cpv));
  put_fact(html, words.matter, notice.id);
}

// One term of a hit, with how and where it stood.
struct TermRow {
  Reason reason;
  std::vector<std::string> forms;
  int times = 0;
};

std::vector<TermRow> rows_of(const Item& item, const Hit& hit) {
  std::vector<TermRow> rows;
  for (const Reason& reason : hit.reasons) {
    auto row =
        std::ranges::find(rows, reason.term, [](const TermRow& each) { return each.reason.term; });
    if (row == rows.end()) row = rows.insert(rows.end(), {reason, {}, 0});
    ++row->times;
    const std::string& text = text_of(item, reason.field);
    if (reason.field == Field::facts || reason.end > text.size() || reason.begin >= reason.end) {
      continue;
    }
    std::string form =
        collapsed(std::string_view(text).substr(reason.begin, reason.end - reason.begin));
    if (std::ranges::find(row->forms, form) == row->forms.end()) row->forms.push_back(form);
  }
  std::ranges::stable_sort(
      rows, [](const TermRow& a, const TermRow& b) { return a.reason.weight > b.reason.weight; });
  return rows;
}

std::string stands_as(const Cards& cards, const TermRow& row) {
  if (row.forms.empty()) return std::string(hit_phrases(cards.desk.language()).by_facts);
  const Words words(cards.desk.language());
  std::vector<std::string> quoted;
  for (const std::string& form : row.forms) quoted.push_back(words.quoted(form));
  return words.list(quoted, kFormsShownMax);
}

std::string where(const Cards& cards, const TermRow& row) {
  const HitPhrases& words = hit_phrases(cards.desk.language());
  std::string_view field = words.field_text;
  if (row.reason.field == Field::title) field = words.field_title;
  if (row.reason.field == Field::facts) field = words.field_facts;
  if (row.times < 2) return std::string(field);
  return std::string(field) + ", " + Words(cards.desk.language()).count(words.times, row.times);
}

void put_cell(Markup& html, std::string_view label, std::string_view text) {
  html.tag("<td role=\"cell\" data-l=\"").text(label).tag("\">").text(text).tag("</td>");
}

void put_head(Markup& html, std::initializer_list<std::string_view> labels) {
  html.tag("<thead role=\"rowgroup\"><tr role=\"row\">");
  for (const std::string_view label : labels) {
    html.tag("<th scope=\"col\" role=\"columnheader\">").text(label).tag("</th>");
  }
  html.tag("</tr></thead>\n<tbody role=\"rowgroup\">\n");
}

void put_row_head(Markup& html, std::string_view text) {
  html.tag("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">").text(text).tag("</th>");
}

void put_points_of(Markup& html, const Cards& cards, const CaseView& view, const Hit& hit) {
  constexpr std::size_t kTermCharactersMax = 120;
  const auto profile = cards.names.profiles.find(hit.profile);
  if (profile == cards.names.profiles.end()) return;
  const HitPhrases& words = hit_phrases(cards.desk.language());
  html.tag("<p>").text(cards.words().because_profile).tag(" <a href=\"/profiler/");
  html.text(profile->second.name).tag("\">");
  html.text(title_of(profile->second, cards.desk.language())).tag("</a>, ");
  html.text(digest::fill(words.scored_version, {{"version", std::to_string(hit.profile_version)}}));
  html.tag(" <b>").text(digest::fill(words.scored_points, {{"score", number_words(hit.score)}}));
  html.tag("</b>. ");
  html.text(digest::fill(words.scored_threshold,
                         {{"threshold", number_words(profile->second.threshold)}}));
  html.tag("</p>\n<table class=\"fold\" role=\"table\"><caption>").text(words.terms_that_count);
  html.tag("</caption>");
  put_head(html, {words.term, words.stands_as, words.where, words.points});
  for (const TermRow& row : rows_of(item_of(view, hit), hit)) {
    put_row_head(html, shortened(row.reason.term, kTermCharactersMax));
    put_cell(html, words.stands_as, stands_as(cards, row));
    put_cell(html, words.where, where(cards, row));
    put_cell(html, words.points, number_words(row.reason.weight));
    html.tag("</tr>\n");
  }
  html.tag("</tbody></table>\n");
}

}  // namespace

void put_essentials(Markup& html, const Cards& cards, const CaseView& view) {
  const HitPhrases& words = hit_phrases(cards.desk.language());
  const Item& item = view.item;
  const Words says(cards.desk.language());
  html.tag("<h2>").text(words.essentials).tag("</h2>\n<dl class=\"facts\">\n");
  if (item.deadline) put_fact(html, words.last_day, due_words(cards, *item.deadline));
  if (item.event_date) put_fact(html, words.event, says.day(*item.event_date));
  put_fact(html, words.amount,
           item.amount ? says.amount(*item.amount) : std::string(cards.words().no_amount));
  put_fact(html, words.place, item.place.municipality);
  put_notice(html, cards, item);
  put_link(html, words, words.link, item.url);
  html.tag("</dl>\n");
}

void put_points(Markup& html, const Cards& cards, const CaseView& view) {
  if (view.hits.empty()) return;
  const HitPhrases& words = hit_phrases(cards.desk.language());
  html.tag("<h2>").text(words.why_here).tag("</h2>\n");
  std::vector<ProfileId> told;  // by their strongest hit
  for (const Hit& hit : view.hits) {
    if (std::ranges::find(told, hit.profile) != told.end()) continue;
    told.push_back(hit.profile);
    put_points_of(html, cards, view, hit);
  }
}

void put_announcements(Markup& html, const Cards& cards, const CaseView& view) {
  const HitPhrases& words = hit_phrases(cards.desk.language());
  html.tag("<h2>").text(words.every_source);
  html.tag("</h2>\n<table class=\"fold\" role=\"table\">");
  put_head(html, {words.source, words.first_seen, words.last_day_there, words.link});
  for (const Item& item : view.items) {
    put_row_head(html, cards.names.source(item.source));
    put_cell(html, words.first_seen, moment_of(cards.desk, item.first_seen));
    put_cell(html, words.last_day_there,
             item.deadline ? day_of(cards.desk, *item.deadline) : std::string(words.not_said));
    html.tag("<td role=\"cell\" data-l=\"").text(words.link).tag("\">");
    if (const auto link = Link::web(item.url)) {
      html.tag("<span class=\"src\"><a rel=\"noreferrer\" href=\"").link(*link).tag("\">");
      html.text(shortened(item.title, 60)).tag("</a></span>");
    }
    html.tag("</td></tr>\n");
  }
  html.tag("</tbody></table>\n");
}

}  // namespace fundwatch::web
