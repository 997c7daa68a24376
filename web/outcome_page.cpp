#include "web/outcome_page.h"

#include <algorithm>

#include "digest/follow_up.h"
#include "digest/follow_up_report.h"
#include "digest/words.h"
#include "web/bar_chart.h"
#include "web/case_card.h"
#include "web/follow_up_count.h"
#include "web/goal_notes.h"
#include "web/numbers.h"
#include "web/outcome_phrases.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::FollowUp;
using digest::Funnel;
using digest::Words;

constexpr int kFirstYear = 2020;
constexpr int kQuarters = 4;

struct Outcome {
  const Desk& desk;
  const OutcomePhrases& words;
  int year = 0;
  int this_year = 0;
  FollowUp report;

  std::string year_words() const { return std::to_string(year); }
};

Outcome outcome_of(const Desk& desk, const Request& request) {
  const Calendar& calendar = desk.site.calendar;
  const int this_year = static_cast<int>(calendar.day(desk.site.clock.now()).year());
  const auto asked = whole_number(request.query.text("ar"));
  const bool is_known = asked && *asked >= kFirstYear && *asked <= this_year;
  const int number = is_known ? static_cast<int>(*asked) : this_year;
  const std::chrono::year year{number};
  return {
      desk, outcome_phrases(desk.language()), number, this_year,
      follow_up_of(desk.site.store,
                   {year / std::chrono::January / 1, year / std::chrono::December / 31}, calendar)};
}

Funnel quarter_of(const Outcome& outcome, int quarter) {
  const auto month = std::chrono::month{static_cast<unsigned>(3 * quarter)};
  const std::string name = digest::quarter_of(std::chrono::year{outcome.year} / month / 1);
  const auto found = outcome.report.by_quarter.find(name);
  return found == outcome.report.by_quarter.end() ? Funnel{} : found->second;
}

std::string kronor(const Outcome& outcome, std::int64_t sum) {
  return Words(outcome.desk.language()).amount({sum, "SEK"});
}

std::string quarter_name(const Outcome& outcome, int quarter) {
  return fill(outcome.words.quarter, {{"n", std::to_string(quarter)}});
}

void put_figure(Markup& html, std::string_view title, std::string_view note,
                const BarChart& chart) {
  html.tag("<figure class=\"card\"><figcaption><h2 class=\"h\">").text(title);
  html.tag("</h2><p class=\"small muted\">").text(note).tag("</p></figcaption>\n");
  put_bars(html, chart);
  html.tag("</figure>\n");
}

void put_counts_chart(Markup& html, const Outcome& outcome) {
  const OutcomePhrases& words = outcome.words;
  const Funnel& all = outcome.report.all;
  BarChart chart{"g1",
                 fill(words.counts_chart, {{"year", outcome.year_words()}}),
                 fill(words.counts_desc, {{"found", std::to_string(all.found)},
                                          {"relevant", std::to_string(all.relevant)},
                                          {"applied", std::to_string(all.applied)},
                                          {"granted", std::to_string(all.granted)}}),
                 {}};
  const auto bar = [](std::string_view phrase, int n) {
    return Bar{n, fill(phrase, {{"n", std::to_string(n)}})};
  };
  for (int quarter = 1; quarter <= kQuarters; ++quarter) {
    const Funnel funnel = quarter_of(outcome, quarter);
    chart.groups.push_back(
        {quarter_name(outcome, quarter),
         {bar(words.bar_relevant, funnel.relevant), bar(words.bar_applied, funnel.applied),
          bar(words.bar_granted, funnel.granted)}});
  }
  put_figure(html, words.counts_title, words.counts_note, chart);
}

void put_money_chart(Markup& html, const Outcome& outcome) {
  const OutcomePhrases& words = outcome.words;
  const Funnel& all = outcome.report.all;
  BarChart chart{"g2",
                 fill(words.money_chart, {{"year", outcome.year_words()}}),
                 fill(words.money_desc, {{"applied", kronor(outcome, all.applied_sum)},
                                         {"granted", kronor(outcome, all.granted_sum)}}),
                 {}};
  const auto bar = [&outcome](std::string_view phrase, std::int64_t sum) {
    return Bar{sum, fill(phrase, {{"n", kronor(outcome, sum)}})};
  };
  for (int quarter = 1; quarter <= kQuarters; ++quarter) {
    const Funnel funnel = quarter_of(outcome, quarter);
    chart.groups.push_back({quarter_name(outcome, quarter),
                            {bar(words.bar_applied_sum, funnel.applied_sum),
                             bar(words.bar_granted_sum, funnel.granted_sum)}});
  }
  put_figure(html, words.money_title, words.money_note, chart);
}

void put_table_head(Markup& html, const OutcomePhrases& words, std::string_view first) {
  html.tag("<thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\" role=\"columnheader\">");
  html.text(first).tag("</th>");
  for (const std::string_view label : {words.found, words.relevant, words.applied, words.granted,
                                       words.applied_sum, words.granted_sum}) {
    html.tag("<th scope=\"col\" role=\"columnheader\" class=\"r\">").text(label).tag("</th>");
  }
  html.tag("</tr></thead>\n<tbody role=\"rowgroup\">\n");
}

void put_row(Markup& html, const Outcome& outcome, std::string_view name, const Funnel& funnel) {
  const OutcomePhrases& words = outcome.words;
  html.tag("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">").text(name).tag("</th>");
  const std::pair<std::string_view, std::string> cells[] = {
      {words.found, std::to_string(funnel.found)},
      {words.relevant, std::to_string(funnel.relevant)},
      {words.applied, std::to_string(funnel.applied)},
      {words.granted, std::to_string(funnel.granted)},
      {words.applied_sum, kronor(outcome, funnel.applied_sum)},
      {words.granted_sum, kronor(outcome, funnel.granted_sum)}};
  for (const auto& [label, text] : cells) {
    html.tag("<td role=\"cell\" class=\"r\" data-l=\"").text(label).tag("\">").text(text);
    html.tag("</td>");
  }
  html.tag("</tr>\n");
}

void put_quarters(Markup& html, const Outcome& outcome) {
  const OutcomePhrases& words = outcome.words;
  html.tag("<h2>").text(words.table_title);
  html.tag("</h2>\n<table class=\"fold\" role=\"table\"><caption class=\"vh\">");
  html.text(fill(words.table_caption, {{"year", outcome.year_words()}})).tag("</caption>");
  put_table_head(html, words, words.period);
  for (int quarter = 1; quarter <= kQuarters; ++quarter) {
    put_row(html, outcome, quarter_name(outcome, quarter), quarter_of(outcome, quarter));
  }
  put_row(html, outcome, words.whole_year, outcome.report.all);
  html.tag("</tbody></table>\n<p class=\"row\"><a class=\"btn\" href=\"/uppfoljning?ar=");
  html.text(outcome.year_words()).tag("&amp;format=csv\">").text(words.csv).tag("</a></p>\n");
}

struct Groups {
  std::string_view title;
  std::string_view first;
  const std::map<std::string, Funnel>& funnels;
};

void put_groups(Markup& html, const Outcome& outcome, const Groups& groups,
                const std::map<std::string, std::string>& names) {
  if (groups.funnels.empty()) return;
  html.tag("<h2>").text(groups.title);
  html.tag("</h2>\n<table class=\"fold\" role=\"table\"><caption class=\"vh\">");
  html.text(groups.title).tag("</caption>");
  put_table_head(html, outcome.words, groups.first);
  for (const auto& [name, funnel] : groups.funnels) {
    const auto title = names.find(name);
    put_row(html, outcome, title == names.end() ? name : title->second, funnel);
  }
  html.tag("</tbody></table>\n");
}

std::map<std::string, std::string> titles_of_profiles(const Desk& desk) {
  std::map<std::string, std::string> titles;
  for (const Profile& profile : desk.site.store.profiles.all()) {
    titles.emplace(profile.name, title_of(profile, desk.language()));
  }
  return titles;
}

void put_years(Markup& html, const Outcome& outcome) {
  constexpr int kYearsShown = 4;
  html.tag("<nav aria-label=\"").text(outcome.words.years).tag("\"><ul class=\"tabs\">\n");
  for (int year = outcome.this_year - kYearsShown + 1; year <= outcome.this_year; ++year) {
    html.tag("<li><a href=\"/uppfoljning?ar=").text(std::to_string(year)).tag("\"");
    if (year == outcome.year) html.tag(" aria-current=\"page\"");
    html.tag(">").text(std::to_string(year)).tag("</a></li>\n");
  }
  html.tag("</ul></nav>\n");
}

Reply csv_of(const Outcome& outcome) {
  Reply reply;
  reply.content_type = "text/csv; charset=utf-8";
  reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"uppfoljning-" +
                                                        outcome.year_words() + ".csv\"");
  reply.body = digest::follow_up_csv(outcome.report);
  return reply;
}

}  // namespace

Reply outcome_page(const Desk& desk, const Request& request) {
  GoalForm form{.day = iso_day(desk.site.calendar.day(desk.site.clock.now()))};
  if (request.method == Method::post) {
    auto faulty = change_goals(desk, request.form);
    if (!faulty) {
      return redirect(request.form.has("bort") ? "/uppfoljning?borta=1" : "/uppfoljning?sparat=1");
    }
    form = *std::move(faulty);
  }
  const Outcome outcome = outcome_of(desk, request);
  if (request.query.text("format") == "csv") return csv_of(outcome);
  const OutcomePhrases& words = outcome.words;
  const std::string title =
      fill(words.title, {{"applied", std::to_string(outcome.report.all.applied)},
                         {"granted", std::to_string(outcome.report.all.granted)},
                         {"year", outcome.year_words()}});
  Markup html;
  put_goal_faults(html, desk, form);
  if (request.query.has("sparat")) put_done(html, words.goal_saved);
  if (request.query.has("borta")) put_done(html, words.goal_removed);
  html.tag("<h1>").text(title).tag("</h1>\n<p class=\"lead\">").text(words.lead).tag("</p>\n");
  put_years(html, outcome);
  html.tag("<div class=\"two even\">\n");
  put_counts_chart(html, outcome);
  put_money_chart(html, outcome);
  html.tag("</div>\n");
  put_quarters(html, outcome);
  put_groups(html, outcome, {words.by_profile, words.profile, outcome.report.by_profile},
             titles_of_profiles(desk));
  put_groups(html, outcome,
             {words.by_municipality, words.municipality, outcome.report.by_municipality},
             {{"", std::string(words.unknown_place)}});
  put_goals(html, desk, outcome.year, form);
  return desk_page(desk, {title, Section::follow_up, form.is_faulty() ? 422 : 200}, html);
}

}  // namespace fundwatch::web
