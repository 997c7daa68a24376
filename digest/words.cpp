#include "digest/words.h"

#include <fmt/format.h>

#include "digest/layout.h"

namespace fundwatch::digest {
namespace {

// "1234567" -> groups of three from the right.
std::string grouped(std::string digits, std::string_view separator) {
  for (std::size_t right = 3; right < digits.size(); right += 3 + separator.size()) {
    digits.insert(digits.size() - right, separator);
  }
  return digits;
}

}  // namespace

std::string Words::day_of_year(Day day) const {
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  return fill(phrases_.day_of_year,
              {{"weekday", phrases_.weekdays.at(weekday.c_encoding())},
               {"day", std::to_string(static_cast<unsigned>(day.day()))},
               {"month", phrases_.months.at(static_cast<unsigned>(day.month()) - 1)}});
}

std::string Words::day(Day day) const {
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  return fill(phrases_.day, {{"weekday", phrases_.weekdays.at(weekday.c_encoding())},
                             {"day", std::to_string(static_cast<unsigned>(day.day()))},
                             {"month", phrases_.months.at(static_cast<unsigned>(day.month()) - 1)},
                             {"year", std::to_string(static_cast<int>(day.year()))}});
}

std::string Words::day_with_time(const LocalTime& local) const {
  const auto minutes = local.time_of_day.count();
  return fill(phrases_.day_with_time, {{"date", day(local.day)},
                                       {"hour", fmt::format("{:02}", minutes / 60)},
                                       {"minute", fmt::format("{:02}", minutes % 60)}});
}

std::string Words::days_left(int days) const {
  return days == 0 ? std::string(phrases_.today) : count(phrases_.days_left, days);
}

std::string Words::days_ahead(int days) const {
  return days == 0 ? std::string(phrases_.today) : count(phrases_.days_ahead, days);
}

std::string Words::week(Day day) const {
  return fill(phrases_.week, {{"n", std::to_string(iso_week(day).week)}});
}

std::string Words::past_day(Day day, Day today) const {
  const auto days = (std::chrono::sys_days(today) - std::chrono::sys_days(day)).count();
  if (days <= 0) return std::string(phrases_.today);
  if (days == 1) return std::string(phrases_.yesterday);
  if (days > 6) return day_of_year(day);
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  return std::string(phrases_.weekdays.at(weekday.c_encoding()));
}

std::string Words::number(std::int64_t value) const {
  const std::string digits = std::to_string(value);
  if (value >= 0) return grouped(digits, phrases_.thousands_separator);
  return "−" + grouped(digits.substr(1), phrases_.thousands_separator);
}

std::string Words::amount(const Amount& amount) const {
  const std::string n = number(amount.value);
  if (amount.currency == "SEK") return fill(phrases_.kronor, {{"n", n}});
  if (amount.currency == "EUR") return fill(phrases_.euro, {{"n", n}});
  return fill(phrases_.other_currency, {{"n", n}, {"currency", amount.currency}});
}

std::string Words::count(const Counted& counted, int n) const {
  return fill(n == 1 ? counted.one : counted.many, {{"n", number(n)}});
}

std::string Words::quoted(const std::string& words) const {
  return fill(phrases_.quoted, {{"words", words}});
}

std::string Words::list(const std::vector<std::string>& parts) const {
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += i + 1 == parts.size() ? phrases_.list_end : ", ";
    result += parts[i];
  }
  return result;
}

std::string Words::list(std::vector<std::string> parts, std::size_t parts_max) const {
  if (parts.size() > parts_max) {
    const auto more = static_cast<int>(parts.size() - parts_max);
    parts.resize(parts_max);
    parts.push_back(count(phrases_.and_more, more));
  }
  return list(parts);
}

std::string capitalised(const std::string& text) {
  const std::size_t bytes = text.starts_with('\xC3') ? 2 : 1;  // å, ä, ö, é … in UTF-8
  const std::string_view first = std::string_view(text).substr(0, bytes);
  return upper_case(first) + text.substr(first.size());
}

}  // namespace fundwatch::digest
