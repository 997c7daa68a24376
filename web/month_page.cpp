#include "web/month_page.h"

#include <map>
#include <utility>

#include "digest/words.h"
#include "web/calendar_page.h"
#include "web/case_card.h"
#include "web/case_days.h"
#include "web/meeting_section.h"
#include "web/month_phrases.h"
#include "web/numbers.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Words;
using std::chrono::year_month;

constexpr unsigned kDaysOfWeek = 7;
constexpr int kMonthsShown = 2;  // on the last days of one, the next matters more

struct Month {
  const Desk& desk;
  const MonthPhrases& words;
  year_month month;
  Day today{};
  CaseDays days;
  std::map<unsigned, int> counts = {};  // entries of each day of the month
};

Day first_day(year_month month) { return month / std::chrono::day{1}; }
Day last_day(year_month month) { return std::chrono::sys_days(month / std::chrono::last); }

year_month month_of(Day day) { return day.year() / day.month(); }

// "2027-02"; nothing for what is no month of these centuries.
std::optional<year_month> parse_month(const std::string& text) {
  const auto day = parse_iso_day(text + "-01");
  if (!day) return std::nullopt;
  return month_of(*day);
}

std::string text_of(year_month month) { return iso_day(first_day(month)).substr(0, 7); }

std::string name_of(const Month& month) {
  const digest::Phrases& words = digest::phrases(month.desk.language());
  return std::string(words.months.at(static_cast<unsigned>(month.month.month()) - 1));
}

std::string name_with_year(const Month& month) {
  return fill(
      month.words.month_name,
      {{"month", name_of(month)}, {"year", std::to_string(static_cast<int>(month.month.year()))}});
}

Month month_with_days(const Desk& desk, year_month wanted) {
  const Day today = desk.site.calendar.day(desk.site.clock.now());
  Month month{desk, month_phrases(desk.language()), wanted, today,
              case_days(desk.site, {first_day(wanted), last_day(wanted)})};
  for (const DayEntry& entry : month.days.entries) {
    ++month.counts[static_cast<unsigned>(entry.day.day())];
  }
  return month;
}

void put_weekdays(Markup& html, const Month& month) {
  constexpr std::size_t kShort = 3;
  const digest::Phrases& words = digest::phrases(month.desk.language());
  html.tag("<thead><tr><th scope=\"col\">").text(month.words.week_short).tag("</th>");
  for (unsigned i = 1; i <= kDaysOfWeek; ++i) {
    const std::string_view name = words.weekdays.at(i % kDaysOfWeek);
    // Three letters, of which one may have two bytes.
    const std::size_t bytes = name.substr(0, kShort).find('\xC3') == std::string::npos ? 3 : 4;
    html.tag("<th scope=\"col\" abbr=\"").text(name).tag("\">").text(name.substr(0, bytes));
    html.tag("</th>");
  }
  html.tag("</tr></thead>\n");
}

void put_day(Markup& html, const Month& month, Day day) {
  const bool is_today = day == month.today;
  const std::string number = std::to_string(static_cast<unsigned>(day.day()));
  html.tag(is_today ? digest::Literal("<td class=\"today\">") : digest::Literal("<td>"));
  if (month_of(day) == month.month) {
    const auto count = month.counts.find(static_cast<unsigned>(day.day()));
    if (count != month.counts.end()) {
      html.tag("<a href=\"#d").text(iso_day(day)).tag("\">").text(number);
      html.tag("<span class=\"vh\"> ").text(name_of(month)).text(", ");
      html.text(Words(month.desk.language()).count(month.words.entries, count->second));
      html.tag("</span></a>");
    } else {
      html.text(number);
    }
    if (is_today) html.tag("<span class=\"vh\"> ").text(month.words.today).tag("</span>");
  }
  html.tag("</td>");
}

void put_grid(Markup& html, const Month& month) {
  html.tag("<table class=\"month\"><caption class=\"vh\">");
  html.text(fill(month.words.caption, {{"month", name_with_year(month)}})).tag("</caption>");
  put_weekdays(html, month);
  html.tag("<tbody>\n");
  std::chrono::sys_days day = first_day(month.month);
  day -= std::chrono::weekday(day) - std::chrono::Monday;
  while (day <= std::chrono::sys_days(last_day(month.month))) {
    html.tag("<tr><th scope=\"row\"><span class=\"vh\">").text(month.words.week);
    html.tag(" </span><span class=\"muted\">").text(std::to_string(iso_week(day).week));
    html.tag("</span></th>");
    for (unsigned i = 0; i < kDaysOfWeek; ++i) put_day(html, month, day + std::chrono::days(i));
    html.tag("</tr>\n");
    day += std::chrono::days(kDaysOfWeek);
  }
  html.tag("</tbody></table>\n");
}

void put_case(Markup& html, const Cards& cards, const Month& month, const DayEntry& entry) {
  html.tag("<p class=\"by\"><span>");
  html.text(entry.is_event ? month.words.event : month.words.last_day).text(" · ");
  html.text(cards.names.source(entry.view.item.source)).tag("</span></p>\n");
  html.tag("<h3 class=\"h\"><a href=\"").text(address_of(entry.view.id)).tag("\">");
  html.text(title_of(entry.view)).tag("</a></h3>\n");
  put_facts(html, cards, entry.view);
}

void put_meeting(Markup& html, const Month& month, const Meeting& meeting) {
  html.tag("<p class=\"by\"><span>").text(month.words.meeting).tag("</span></p>\n");
  html.tag("<h3 class=\"h\"><a href=\"#moten\">").text(meeting.title).tag("</a></h3>\n");
  if (!meeting.place.empty()) html.tag("<p class=\"small\">").text(meeting.place).tag("</p>\n");
}

// Of a last day that has one.
std::optional<std::chrono::minutes> hour_of(const Month& month, const DayEntry& entry) {
  if (entry.is_event || !entry.view.item.deadline->at) return std::nullopt;
  return month.desk.site.calendar.local(*entry.view.item.deadline->at).time_of_day;
}

void put_entry(Markup& html, const Cards& cards, const Month& month, const DayEntry& entry) {
  const Words says(month.desk.language());
  const int left = month.desk.site.calendar.days_until(entry.day, month.desk.site.clock.now());
  const bool is_soon = left >= 0 && left <= 7;
  html.tag(is_soon ? digest::Literal("<p class=\"slip soon\"><b>")
                   : digest::Literal("<p class=\"slip\"><b>"));
  html.text(digest::capitalised(says.day_of_year(entry.day))).tag("</b>");
  if (const auto hour = hour_of(month, entry)) {
    html.text(fill(month.words.at_hour, {{"hour", clock_words(*hour)}})).text(" ");
  }
  if (entry.meeting) html.text(hours_of(month.desk, *entry.meeting)).text(" ");
  if (left >= 0) html.text(entry.is_event ? says.days_ahead(left) : says.days_left(left));
  html.tag("</p><div>\n");
  if (entry.meeting) {
    put_meeting(html, month, *entry.meeting);
  } else {
    put_case(html, cards, month, entry);
  }
  html.tag("</div>");
}

// What is left out, and where it is.
void put_cut(Markup& html, const Month& month) {
  const auto said = [&](std::string_view phrase, const LookedThrough& cases) {
    if (!cases.is_cut()) return;
    html.tag("<p>").text(fill(phrase, {{"shown", std::to_string(cases.seen)},
                                       {"all", std::to_string(cases.all)},
                                       {"month", name_with_year(month)}}));
    html.tag("</p>\n");
  };
  if (!month.days.on_days.is_cut() && !month.days.over.is_cut()) return;
  html.tag("<div class=\"note warn\">\n");
  said(month.words.cut_days, month.days.on_days);
  said(month.words.cut_events, month.days.over);
  html.tag("<p>").text(month.words.cut_advice).tag(" <a href=\"/\">");
  html.text(desk_phrases(month.desk.language()).to_inbox).tag("</a></p>\n</div>\n");
}

void put_list(Markup& html, const Month& month) {
  const Names names = names_in(month.desk.site.store);
  const Cards cards{month.desk, names, ""};
  html.tag("<ol class=\"plain\">\n");
  unsigned named = 0;  // the day that the grid's link leads to
  for (const DayEntry& entry : month.days.entries) {
    const auto day = static_cast<unsigned>(entry.day.day());
    html.tag("<li class=\"day card\"");
    if (day != named) html.tag(" id=\"d").text(iso_day(entry.day)).tag("\"");
    named = day;
    html.tag(">");
    put_entry(html, cards, month, entry);
    html.tag("</li>\n");
  }
  html.tag("</ol>\n");
}

void put_month_link(Markup& html, const Month& month, year_month other) {
  const digest::Phrases& words = digest::phrases(month.desk.language());
  html.tag("<a class=\"btn\" href=\"/kalender?manad=").text(text_of(other)).tag("\">");
  html.text(digest::capitalised(fill(
      month.words.month_name, {{"month", words.months.at(static_cast<unsigned>(other.month()) - 1)},
                               {"year", std::to_string(static_cast<int>(other.year()))}})));
  html.tag("</a> ");
}

void put_months(Markup& html, const Month& month) {
  html.tag("<nav class=\"row\" aria-label=\"").text(month.words.months).tag("\">");
  put_month_link(html, month, month.month - std::chrono::months{kMonthsShown});
  if (month.month != month_of(month.today)) {
    html.tag("<a class=\"btn\" href=\"/kalender\">").text(month.words.this_month).tag("</a> ");
  }
  put_month_link(html, month, month.month + std::chrono::months{kMonthsShown});
  html.tag("<a class=\"btn\" href=\"#moten\">").text(month.words.meetings).tag("</a>");
  html.tag("</nav>\n");
}

void put_own_calendar(Markup& html, const Desk& desk) {
  const MonthPhrases& words = month_phrases(desk.language());
  const std::string& base = desk.site.config.web.public_url;
  html.tag("<div class=\"card\">\n<h2>").text(words.own_calendar).tag("</h2>\n<p>");
  html.text(words.own_calendar_lead).tag("</p>\n");
  if (!base.empty()) {
    html.tag("<div class=\"field\"><label for=\"k-a\">").text(words.own_calendar_address);
    html.tag("</label><input id=\"k-a\" readonly value=\"").text(base).text(kNetworkCalendarPath);
    html.tag("\"></div>\n");
  }
  html.tag("<p><a class=\"btn\" href=\"").text(kNetworkCalendarPath).tag("\">");
  html.text(words.own_calendar_get).tag("</a></p>\n</div>\n");
}

std::string title_of(const std::vector<Month>& months) {
  const MonthPhrases& words = months.front().words;
  int days = 0;
  for (const Month& month : months) days += static_cast<int>(month.counts.size());
  const std::string names = fill(words.two_months, {{"first", name_of(months.front())},
                                                    {"last", name_with_year(months.back())}});
  if (days == 0) return fill(words.title_none, {{"month", names}});
  return fill(days == 1 ? words.title.one : words.title.many,
              {{"n", std::to_string(days)}, {"month", names}});
}

}  // namespace

Reply month_page(const Desk& desk, const Request& request) {
  MeetingForm form = meeting_form(desk, request.query);
  if (request.method == Method::post) {
    auto faulty = change_meetings(desk, request.form);
    if (!faulty) {
      return redirect(request.form.has("installd") ? "/kalender?installd=1" : "/kalender?sparat=1");
    }
    form = *std::move(faulty);
  }
  const Day today = desk.site.calendar.day(desk.site.clock.now());
  const year_month first = parse_month(request.query.text("manad")).value_or(month_of(today));
  std::vector<Month> months;
  for (int i = 0; i < kMonthsShown; ++i) {
    months.push_back(month_with_days(desk, first + std::chrono::months{i}));
  }
  const std::string title = title_of(months);
  Markup html;
  put_meeting_faults(html, desk, form);
  if (request.query.has("sparat")) put_done(html, months.front().words.meeting_saved);
  if (request.query.has("installd")) put_done(html, months.front().words.was_called_off);
  html.tag("<h1>").text(title).tag("</h1>\n<p class=\"lead\">").text(months.front().words.lead);
  html.tag("</p>\n");
  put_months(html, months.front());
  for (const Month& month : months) {
    html.tag("<h2>").text(digest::capitalised(name_with_year(month))).tag("</h2>\n");
    put_grid(html, month);
    put_cut(html, month);
    put_list(html, month);
  }
  put_meetings(html, desk, form);
  put_own_calendar(html, desk);
  return desk_page(desk, {title, Section::calendar, form.is_faulty() ? 422 : 200}, html);
}

}  // namespace fundwatch::web
