// web/edition_change.h — what may be asked of the weeks to come, and the one way to change one of
// them: for the page about mailings (web/edition_section.h) and the JSON API (web/api_weeks.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "store/editions.h"
#include "web/desk.h"

namespace fundwatch::web {

inline constexpr int kWeeksOffered = 10;

struct OfferedWeek {
  store::Edition edition;
  Day day{};  // of its mail, for those who chose no other
};

// The next mail's, and those after it.
std::vector<OfferedWeek> weeks_offered(const Desk& desk);

// That of "2027-W08"; nullptr if it is not among them.
const OfferedWeek* week_called(const std::vector<OfferedWeek>& weeks, std::string_view name);

// By how many days its mail can be moved to today or later.
int days_earlier_max(const Desk& desk, const OfferedWeek& week);

// Also if it was already, whatever has passed since.
bool may_go_earlier(const Desk& desk, const OfferedWeek& week, std::int64_t days);

// Saves what is asked of a week, and records it. It fits: its note is no longer than
// store::kNoteCharactersMax, and its mail may go on that day.
void change_edition(const Desk& desk, const store::Edition& before, const store::Edition& asked);

}  // namespace fundwatch::web
