#include "web/edition_change.h"

#include <algorithm>
#include <string>

namespace fundwatch::web {
namespace {

using store::Edition;

void move(store::Editions& editions, const Edition& asked) {
  if (asked.is_held) {
    editions.hold(asked.week);
  } else if (asked.days_earlier > 0) {
    editions.bring_forward(asked.week, asked.days_earlier);
  } else {
    editions.resume(asked.week);
  }
}

std::string words_for_record(const Edition& edition) {
  if (edition.is_held) return "held";
  if (edition.days_earlier == 0) return "as usual";
  return std::to_string(edition.days_earlier) + " days earlier";
}

}  // namespace

std::vector<OfferedWeek> weeks_offered(const Desk& desk) {
  const Site& site = desk.site;
  const Instant next = site.calendar.next(site.config.digest.moment, site.clock.now());
  std::vector<OfferedWeek> weeks;
  for (int i = 0; i < kWeeksOffered; ++i) {
    const Day day = std::chrono::sys_days(site.calendar.day(next)) + i * std::chrono::days(7);
    weeks.push_back({site.store.editions.of(iso_week(day)), day});
  }
  return weeks;
}

const OfferedWeek* week_called(const std::vector<OfferedWeek>& weeks, std::string_view name) {
  const auto found = std::ranges::find(
      weeks, name, [](const OfferedWeek& each) { return text_of(each.edition.week); });
  return found == weeks.end() ? nullptr : &*found;
}

int days_earlier_max(const Desk& desk, const OfferedWeek& week) {
  const int days_left = desk.site.calendar.days_until(week.day, desk.site.clock.now());
  return std::min(days_left, store::kDaysEarlierMax);
}

bool may_go_earlier(const Desk& desk, const OfferedWeek& week, std::int64_t days) {
  if (days < 1) return false;
  return days == week.edition.days_earlier || days <= days_earlier_max(desk, week);
}

void change_edition(const Desk& desk, const Edition& before, const Edition& asked) {
  store::Transaction transaction = desk.site.store.begin();
  move(desk.site.store.editions, asked);
  std::string changes = words_for_record(asked);
  if (asked.note != before.note) {
    desk.site.store.editions.set_note(asked.week, asked.note);
    changes += ", note";
  }
  record(desk, {"edition.change", text_of(asked.week), changes});
  transaction.commit();
}

}  // namespace fundwatch::web
