// web/case_days.h — what falls on certain days: last days and events of cases that nobody
// dismissed, and the network's own meetings. For the page of the calendar and the JSON API, which
// say what of it was left out.
#pragma once

#include <optional>
#include <vector>

#include "store/inbox.h"
#include "web/case_view.h"

namespace fundwatch::web {

inline constexpr std::size_t kDayCasesMax = 300;  // of each kind that is looked through

struct DayEntry {
  Day day{};
  bool is_event = false;                // else a last day
  CaseView view;                        // without what belongs to its other items
  std::optional<Meeting> meeting = {};  // of the network; then there is no case
};

// Of how many cases how many were looked through.
struct LookedThrough {
  std::int64_t seen = 0;
  std::int64_t all = 0;
  bool is_cut() const { return seen < all; }
};

struct CaseDays {
  std::vector<DayEntry> entries;  // by day
  LookedThrough on_days;          // whose day is one of these: the earliest first
  LookedThrough over;             // whose day was before, for their events: the latest first
};

CaseDays case_days(const Site& site, const store::Days& days);

}  // namespace fundwatch::web
