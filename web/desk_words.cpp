#include "web/desk_words.h"

namespace fundwatch::web {
namespace {

std::string two_digits(long long number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

DeskWords::DeskWords(const Desk& desk)
    : calendar_(desk.site.calendar),
      today_(calendar_.day(desk.site.clock.now())),
      phrases_(digest::phrases(desk.language())),
      words_(desk.language()) {}

std::string DeskWords::moment(Instant instant) const {
  const LocalTime local = calendar_.local(instant);
  return with_hour(day(local.day), local.time_of_day);
}

std::string DeskWords::day(Day day) const {
  const auto ago = (std::chrono::sys_days(today_) - std::chrono::sys_days(day)).count();
  if (ago == 0) return std::string(phrases_.today);
  if (ago == 1) return std::string(phrases_.yesterday);
  return day.year() == today_.year() ? words_.day_of_year(day) : words_.day(day);
}

std::string DeskWords::weekly(const WeeklyMoment& moment) const {
  return with_hour(std::string(phrases_.weekdays.at(moment.weekday.c_encoding())),
                   moment.time_of_day);
}

std::string DeskWords::count(const digest::Counted& counted, std::size_t n) const {
  return words_.count(counted, static_cast<int>(n));
}

std::string DeskWords::with_hour(const std::string& day, std::chrono::minutes time_of_day) const {
  return digest::fill(phrases_.day_with_time, {{"date", day},
                                               {"hour", two_digits(time_of_day.count() / 60)},
                                               {"minute", two_digits(time_of_day.count() % 60)}});
}

}  // namespace fundwatch::web
