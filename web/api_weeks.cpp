#include "web/api_weeks.h"

#include <boost/json/array.hpp>

#include "base/text.h"
#include "web/edition_change.h"
#include "web/json_values.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

using store::Edition;

std::string day_of_mail(const OfferedWeek& week) {
  return iso_day(std::chrono::sys_days(week.day) - std::chrono::days(week.edition.days_earlier));
}

json::object described(const OfferedWeek& week) {
  const Edition& edition = week.edition;
  return {{"week", text_of(edition.week)},
          {"day", iso_day(week.day)},
          {"goes", text_or_null(edition.is_held ? "" : day_of_mail(week))},
          {"held", edition.is_held},
          {"days_earlier", edition.days_earlier},
          {"note", text_or_null(edition.note)}};
}

Reply no_such_week(const std::vector<OfferedWeek>& weeks, const std::string& name) {
  return nothing_called("week", name + "; expected one of " + text_of(weeks.front().edition.week) +
                                    " to " + text_of(weeks.back().edition.week));
}

// A held week has no earlier day: either takes the other back, as on the page.
std::optional<ApiFault> take_move(const ApiCall& call, BodyReader& body, const OfferedWeek& week,
                                  Edition& asked) {
  const auto held = body.flag("held");
  const auto days = body.whole_number("days_earlier");
  if (days.value_or(0) != 0 && !may_go_earlier(call.desk, week, *days)) {
    return ApiFault{"expected 0 to " + std::to_string(days_earlier_max(call.desk, week)) +
                        ": days before " + iso_day(week.day) + ", from today on",
                    "days_earlier"};
  }
  asked.days_earlier = static_cast<int>(days.value_or(asked.days_earlier));
  asked.is_held = held.value_or(asked.is_held && asked.days_earlier == 0);
  if (!asked.is_held) return std::nullopt;
  if (days.value_or(0) != 0) {
    return ApiFault{"a week that is held has no earlier day; state one of them", "days_earlier"};
  }
  asked.days_earlier = 0;
  return std::nullopt;
}

}  // namespace

Reply api_weeks(const ApiCall& call) {
  json::array weeks;
  for (const OfferedWeek& week : weeks_offered(call.desk)) weeks.push_back(described(week));
  return json_reply(json::object{{"weeks", std::move(weeks)}});
}

Reply api_change_week(const ApiCall& call) {
  const std::vector<OfferedWeek> weeks = weeks_offered(call.desk);
  const OfferedWeek* week = week_called(weeks, call.id);
  if (week == nullptr) return no_such_week(weeks, call.id);
  Edition asked = week->edition;
  BodyReader body(call.body);
  const auto note = body.text("note", store::kNoteCharactersMax);
  asked.note = trimmed(note.value_or(asked.note));
  auto fault = take_move(call, body, *week, asked);
  if (!fault) fault = body.fault();
  if (fault) return refusal(422, *fault);
  change_edition(call.desk, week->edition, asked);
  return json_reply(described({asked, week->day}));
}

}  // namespace fundwatch::web
