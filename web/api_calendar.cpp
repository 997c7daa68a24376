#include "web/api_calendar.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "base/calendar.h"
#include "web/api_days.h"
#include "web/case_days.h"
#include "web/json_values.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

std::string_view kind_of(const DayEntry& entry) {
  if (entry.meeting) return "meeting";
  return entry.is_event ? "event" : "last_day";
}

json::object described(const DayEntry& entry, const Names& names) {
  const Item& item = entry.view.item;
  json::object object{{"day", iso_day(entry.day)}, {"kind", kind_of(entry)}};
  if (const auto& meeting = entry.meeting) {
    object["case"] = nullptr;
    object["meeting"] = static_cast<std::int64_t>(meeting->id);
    object["title"] = meeting->title;
    object["at"] = iso8601_utc(meeting->starts);
    object["url"] = text_or_null(meeting->link);
    object["source"] = nullptr;
    return object;
  }
  object["case"] = static_cast<std::int64_t>(entry.view.id);
  object["meeting"] = nullptr;
  object["title"] = item.title;
  object["at"] = entry.is_event ? json::value(nullptr) : instant_or_null(item.deadline->at);
  object["url"] = text_or_null(item.url);
  object["source"] = text_or_null(names.source(item.source));
  return object;
}

json::object described(const LookedThrough& cases) {
  return {{"seen", cases.seen}, {"all", cases.all}};
}

}  // namespace

Reply api_calendar(const ApiCall& call) {
  const Site& site = call.desk.site;
  const std::chrono::sys_days today = site.calendar.day(site.clock.now());
  std::chrono::sys_days from = today;
  if (const auto day = parse_iso_day(call.request.query.text("from"))) from = *day;
  const auto asked = days_asked(
      call, {today, std::min(from + kApiCalendarUsual, std::chrono::sys_days(kLastDay))});
  if (const auto* fault = std::get_if<ApiFault>(&asked)) return refusal(422, *fault);
  const auto& days = std::get<store::Days>(asked);
  if (std::chrono::sys_days(days.last) - std::chrono::sys_days(days.first) >= kApiCalendarMax) {
    return refusal(422, {"expected at most " + std::to_string(kApiCalendarMax.count()) +
                             " days from \"from\" on; ask for the rest by itself",
                         "to"});
  }
  const CaseDays found = case_days(site, days);
  const Names names = names_in(site.store);
  json::array entries;
  for (const DayEntry& entry : found.entries) entries.push_back(described(entry, names));
  return json_reply(json::object{{"from", iso_day(days.first)},
                                 {"to", iso_day(days.last)},
                                 {"entries", std::move(entries)},
                                 {"on_days", described(found.on_days)},
                                 {"over", described(found.over)}});
}

}  // namespace fundwatch::web
