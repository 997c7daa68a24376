#include "digest/follow_up_report.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "digest/markup.h"
#include "digest/phrases.h"
#include "digest/plain.h"
#include "digest/words.h"

namespace fundwatch::digest {
namespace {

namespace json = boost::json;

struct ReportPhrases {
  std::string_view title;   // {installation}
  std::string_view period;  // {from} {to}
  std::string_view found;
  std::string_view relevant;
  std::string_view applied;
  std::string_view granted;
  std::string_view sum;
  std::string_view by_quarter;
  std::string_view by_profile;
  std::string_view by_municipality;
  std::string_view all;
  std::string_view partnerships;  // {n} {goal}
  std::string_view policies;      // {n} {goal}
  std::string_view how_counted;
};

const ReportPhrases& phrases_of(Language language) {
  static const ReportPhrases swedish{
      .title = "Uppföljning – {installation}",
      .period = "{from} till {to}",
      .found = "Hittade",
      .relevant = "Intressanta",
      .applied = "Sökta",
      .granted = "Beviljade",
      .sum = "Summa",
      .by_quarter = "Per kvartal",
      .by_profile = "Per profil",
      .by_municipality = "Per kommun",
      .all = "Totalt",
      .partnerships = "Partnerskap: {n} av minst {goal}",
      .policies = "Kommunala policyer: {n} av minst {goal}",
      .how_counted =
          "Ett fynd räknas en gång. Intressanta, sökta och beviljade räknas en gång för varje "
          "företag som har svarat så, i det kvartal då svaret kom. Svar som tagits tillbaka räknas "
          "inte. En träff som hör till flera profiler står under var och en."};
  static const ReportPhrases english{
      .title = "Follow-up – {installation}",
      .period = "{from} to {to}",
      .found = "Found",
      .relevant = "Relevant",
      .applied = "Applied for",
      .granted = "Granted",
      .sum = "Sum",
      .by_quarter = "By quarter",
      .by_profile = "By profile",
      .by_municipality = "By municipality",
      .all = "All",
      .partnerships = "Partnerships: {n} of at least {goal}",
      .policies = "Municipal policies: {n} of at least {goal}",
      .how_counted =
          "What was found counts once. Relevant, applied for and granted count once for each "
          "enterprise that answered so, in the quarter of its answer. Answers that were taken back "
          "do not count. What several profiles found stands under each of them."};
  return language == Language::swedish ? swedish : english;
}

std::string field_of(const std::string& value) {
  std::string quoted = "\"";
  const bool is_formula =
      !value.empty() && std::string_view("=+-@").find(value[0]) != std::string_view::npos;
  if (is_formula) quoted += '\'';
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_row(const std::string& group, const std::string& name, const Funnel& funnel) {
  return group + "," + field_of(name) + "," + std::to_string(funnel.found) + "," +
         std::to_string(funnel.relevant) + "," + std::to_string(funnel.applied) + "," +
         std::to_string(funnel.applied_sum) + "," + std::to_string(funnel.granted) + "," +
         std::to_string(funnel.granted_sum) + "\r\n";
}

json::object json_of(const Funnel& funnel) {
  return {{"found", funnel.found},     {"relevant", funnel.relevant},
          {"applied", funnel.applied}, {"applied_sum", funnel.applied_sum},
          {"granted", funnel.granted}, {"granted_sum", funnel.granted_sum}};
}

json::object json_of(const std::map<std::string, Funnel>& groups) {
  json::object object;
  for (const auto& [name, funnel] : groups) object[name] = json_of(funnel);
  return object;
}

json::array json_of(const std::vector<ReachedGoal>& goals) {
  json::array array;
  for (const ReachedGoal& goal : goals) {
    array.push_back(json::object{
        {"day", iso_day(goal.day)}, {"municipality", goal.municipality}, {"text", goal.text}});
  }
  return array;
}

void put_cell(Markup& html, const std::string& text) { html.tag("<td>").text(text).tag("</td>"); }

void put_row(Markup& html, const std::string& name, const Funnel& funnel, const Words& words) {
  html.tag("<tr><th scope=\"row\">").text(one_line(name)).tag("</th>");
  put_cell(html, std::to_string(funnel.found));
  put_cell(html, std::to_string(funnel.relevant));
  put_cell(html, std::to_string(funnel.applied));
  put_cell(html, words.amount({funnel.applied_sum, "SEK"}));
  put_cell(html, std::to_string(funnel.granted));
  put_cell(html, words.amount({funnel.granted_sum, "SEK"}));
  html.tag("</tr>\n");
}

void put_table(Markup& html, std::string_view title, const std::map<std::string, Funnel>& groups,
               Language language) {
  if (groups.empty()) return;
  const ReportPhrases& own = phrases_of(language);
  html.tag("<h2>").text(title).tag("</h2>\n<div class=\"t\"><table>\n<tr><td></td>");
  for (const std::string_view head :
       {own.found, own.relevant, own.applied, own.sum, own.granted, own.sum}) {
    html.tag("<th scope=\"col\">").text(head).tag("</th>");
  }
  html.tag("</tr>\n");
  for (const auto& [name, funnel] : groups) put_row(html, name, funnel, Words(language));
  html.tag("</table></div>\n");
}

void put_goals(Markup& html, std::string_view title, const std::vector<ReachedGoal>& goals,
               Language language) {
  html.tag("<h2>");
  html.text(
      fill(title, {{"n", std::to_string(goals.size())}, {"goal", std::to_string(kGoalAtLeast)}}));
  html.tag("</h2>\n<ul>\n");
  for (const ReachedGoal& goal : goals) {
    html.tag("<li>")
        .text(Words(language).day(goal.day))
        .tag(", ")
        .text(one_line(goal.municipality));
    html.tag(": ").text(one_line(goal.text)).tag("</li>\n");
  }
  html.tag("</ul>\n");
}

constexpr Literal kStyle =
    "<style>body{font-family:system-ui,sans-serif;line-height:1.5;max-width:60rem;margin:2rem auto;"
    "padding:0 1rem}.t{overflow-x:auto}table{border-collapse:collapse;width:100%}"
    "td,th{padding:.3rem .6rem;border-bottom:1px solid #dcd3c4;text-align:right;"
    "font-variant-numeric:tabular-nums}th[scope=row]{text-align:left;font-weight:normal}"
    "</style>\n";

}  // namespace

std::string follow_up_csv(const FollowUp& report) {
  std::string csv =
      "\xEF\xBB\xBF"
      "group,name,found,relevant,applied,applied_sum,granted,granted_sum\r\n";
  csv +=
      csv_row("all", iso_day(report.period.from) + " – " + iso_day(report.period.to), report.all);
  for (const auto& [name, funnel] : report.by_quarter) csv += csv_row("quarter", name, funnel);
  for (const auto& [name, funnel] : report.by_profile) csv += csv_row("profile", name, funnel);
  for (const auto& [name, funnel] : report.by_municipality) {
    csv += csv_row("municipality", name, funnel);
  }
  return csv;
}

std::string follow_up_json(const FollowUp& report) {
  return json::serialize(json::object{{"from", iso_day(report.period.from)},
                                      {"to", iso_day(report.period.to)},
                                      {"all", json_of(report.all)},
                                      {"quarters", json_of(report.by_quarter)},
                                      {"profiles", json_of(report.by_profile)},
                                      {"municipalities", json_of(report.by_municipality)},
                                      {"goal_at_least", kGoalAtLeast},
                                      {"partnerships", json_of(report.partnerships)},
                                      {"policies", json_of(report.policies)}}) +
         "\n";
}

std::string follow_up_html(const FollowUp& report, const std::string& installation,
                           Language language) {
  const ReportPhrases& own = phrases_of(language);
  const Words words(language);
  const std::string title = fill(own.title, {{"installation", one_line(installation)}});
  Markup html;
  html.tag("<!doctype html>\n<html lang=\"").text(phrases(language).language_tag);
  html.tag("\"><head><meta charset=\"utf-8\">\n<meta name=\"viewport\" ");
  html.tag("content=\"width=device-width, initial-scale=1\">\n<title>").text(title);
  html.tag("</title>\n").tag(kStyle).tag("</head>\n<body>\n<h1>").text(title).tag("</h1>\n<p>");
  html.text(fill(own.period,
                 {{"from", words.day(report.period.from)}, {"to", words.day(report.period.to)}}));
  html.tag("</p>\n");
  put_table(html, own.all, {{std::string(own.all), report.all}}, language);
  put_table(html, own.by_quarter, report.by_quarter, language);
  put_table(html, own.by_profile, report.by_profile, language);
  put_table(html, own.by_municipality, report.by_municipality, language);
  put_goals(html, own.partnerships, report.partnerships, language);
  put_goals(html, own.policies, report.policies, language);
  html.tag("<p>").text(own.how_counted).tag("</p>\n</body></html>\n");
  return html.take();
}

}  // namespace fundwatch::digest
