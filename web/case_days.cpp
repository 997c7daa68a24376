#include "web/case_days.h"

#include <algorithm>
#include <utility>

#include "web/cases_over.h"

namespace fundwatch::web {
namespace {

// Takes in what falls on its days.
struct Taker {
  const Site& site;
  store::Days days;
  std::vector<DayEntry> entries = {};

  void add(DayEntry entry) {
    if (entry.day < days.first || entry.day > days.last) return;
    entries.push_back(std::move(entry));
  }
};

void add_cases(Taker& taker, const std::vector<CaseId>& cases) {
  for (const CaseId id : cases) {
    auto speaker = taker.site.store.cases.find_speaker(id);
    if (!speaker) continue;
    const CaseView view{.id = id, .item = *std::move(speaker)};
    const auto& deadline = view.item.deadline;
    if (deadline && !deadline->is_doubtful) taker.add({deadline->day, false, view});
    if (view.item.event_date) taker.add({*view.item.event_date, true, view});
  }
}

void add_meetings(Taker& taker) {
  const Calendar& calendar = taker.site.calendar;
  const Instant from = calendar.instant(taker.days.first, std::chrono::minutes{0});
  for (const Meeting& meeting : taker.site.store.meetings.since(from)) {
    if (!meeting.is_cancelled) taker.add({calendar.day(meeting.starts), true, {}, meeting});
  }
}

// Counted only where there may be more.
LookedThrough looked_through(const store::Inbox& inbox, std::size_t seen, const store::Days& days) {
  const auto count = static_cast<std::int64_t>(seen);
  return {count, seen < kDayCasesMax ? count : inbox.count_on_days(days)};
}

}  // namespace

CaseDays case_days(const Site& site, const store::Days& days) {
  const store::Inbox& inbox = site.store.inbox;
  const auto on_days = inbox.on_days(days, kDayCasesMax);
  const auto over = cases_over(site.store, days.first, kDayCasesMax);
  Taker taker{site, days};
  add_cases(taker, on_days);
  add_cases(taker, over);
  add_meetings(taker);
  std::ranges::stable_sort(taker.entries, {},
                           [](const DayEntry& entry) { return std::chrono::sys_days(entry.day); });
  return {std::move(taker.entries), looked_through(inbox, on_days.size(), days),
          looked_through(inbox, over.size(), days_over(days.first))};
}

}  // namespace fundwatch::web
