#include "feeds/read/notice_item.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/check.h"
#include "base/text.h"
#include "feeds/facts/reservation.h"
#include "feeds/read/dates.h"

namespace fundwatch::feeds {
namespace {

constexpr double kAmountMax = 1e15;
constexpr std::size_t kDayLength = 10;  // of "2026-09-08"

void decide_reserved(Item& item) {
  Notice& notice = *item.notice;
  for (const Lot& lot : notice.lots) {
    if (notice.reserved == Reserved::none) notice.reserved = lot.reserved;
  }
  // The codes know two grounds; that it is for Sweden's idéburna stands in the words alone.
  Reservation said = find_reservation(item, ItemWords(item));
  if (said.whom == Reserved::idea_based) notice.reserved = Reserved::idea_based;
  if (notice.reserved != Reserved::none) notice.reserved_ground = std::move(said.ground);
}

void decide_reserved_execution(Notice& notice) {
  for (const Lot& lot : notice.lots) {
    if (!lot.reserved_execution) continue;
    notice.reserved_execution =
        notice.reserved_execution.value_or(false) || *lot.reserved_execution;
  }
}

// Nothing unless every lot states a value, all in one currency.
std::optional<Amount> value_together(const std::vector<Lot>& lots) {
  if (lots.empty() || !lots.front().value) return std::nullopt;
  Amount sum{0, lots.front().value->currency};
  for (const Lot& lot : lots) {
    if (!lot.value || lot.value->currency != sum.currency) return std::nullopt;
    sum.value += lot.value->value;
  }
  return sum;
}

bool closes_before(const DueDate& a, const DueDate& b) {
  if (a.at && b.at) return *a.at < *b.at;
  return a.day < b.day;
}

void decide_deadline(Item& item) {
  for (const Lot& lot : item.notice->lots) {
    if (!lot.deadline) continue;
    if (!item.deadline || closes_before(*lot.deadline, *item.deadline)) {
      item.deadline = lot.deadline;
    }
  }
}

}  // namespace

void complete_from_lots(Item& item) {
  CHECK(item.notice.has_value());
  Notice& notice = *item.notice;
  decide_reserved(item);
  decide_reserved_execution(notice);
  for (const Lot& lot : notice.lots) {
    for (const std::string& code : lot.cpv) add_once(notice.cpv, code);
  }
  if (!notice.value) notice.value = value_together(notice.lots);
  if (!item.amount) item.amount = notice.value;
  if (!item.deadline) decide_deadline(item);
}

std::optional<DueDate> due_date(std::string_view date, std::string_view time,
                                const Calendar& calendar) {
  const auto day = parse_iso_day(date.substr(0, kDayLength));
  if (!day) return std::nullopt;
  if (time.empty() && date.size() > kDayLength && date[kDayLength] == 'T') {
    const auto instant = parse_date(date, calendar);
    if (!instant) return DueDate{*day, {}};
    return DueDate{calendar.day(*instant), *instant};
  }
  if (time.empty()) return DueDate{*day, {}};
  std::string text = iso_day(*day) + "T" + std::string(time);
  const bool states_zone = time.find_first_of("Z+-") != std::string_view::npos;
  if (!states_zone) text += date.substr(std::min(date.size(), kDayLength));
  const auto instant = parse_date(text, calendar);
  // A time that is of another day here is left out: the day as stated is the safer one.
  if (!instant || calendar.day(*instant) != *day) return DueDate{*day, {}};
  return DueDate{*day, *instant};
}

std::optional<Amount> amount_of(std::string_view number, std::string_view currency) {
  const std::string_view text = trimmed(number);
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  if (!(value >= 0) || value > kAmountMax) return std::nullopt;
  return Amount{std::llround(value), std::string(trimmed(currency))};
}

void add_once(std::vector<std::string>& values, const std::string& value) {
  if (value.empty() || std::find(values.begin(), values.end(), value) != values.end()) return;
  values.push_back(value);
}

}  // namespace fundwatch::feeds
