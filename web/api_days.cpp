#include "web/api_days.h"

namespace fundwatch::web {
namespace {

struct DayAsked {
  std::string name;  // in the address
  Day usual{};       // without it
};

std::optional<Day> day_in(const ApiCall& call, const DayAsked& asked) {
  if (!call.request.query.has(asked.name)) return asked.usual;
  return parse_iso_day(call.request.query.text(asked.name));
}

}  // namespace

std::variant<store::Days, ApiFault> days_asked(const ApiCall& call, const store::Days& usual) {
  const auto from = day_in(call, {"from", usual.first});
  const auto to = day_in(call, {"to", usual.last});
  if (!from) return ApiFault{"expected 2027-01-31", "from"};
  if (!to) return ApiFault{"expected 2027-01-31", "to"};
  if (*to < *from) return ApiFault{"it is before \"from\"", "to"};
  return store::Days{*from, *to};
}

store::Days this_year(const Desk& desk) {
  const Day today = desk.site.calendar.day(desk.site.clock.now());
  return {today.year() / std::chrono::January / 1, today};
}

}  // namespace fundwatch::web
