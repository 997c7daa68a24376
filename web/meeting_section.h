// web/meeting_section.h — the network's own meetings on the page of the calendar: listed, added,
// changed and called off by hand. They are in every reader's mail and calendar.
#pragma once

#include <optional>
#include <string>

#include "web/desk.h"

namespace fundwatch::web {

// Meetings further ahead are a slip of the pen.
inline constexpr std::chrono::days kMeetingAheadMax{3 * 366};

// What was typed, and is not right yet; or a meeting that is to be changed.
struct MeetingForm {
  std::string id;  // empty: a new one
  std::string title;
  std::string day;     // 2027-03-04
  std::string begins;  // 13:00
  std::string ends;    // the same; empty: an hour later, or as long as it was
  std::string place;
  std::string link;
  std::string title_fault = {};
  std::string day_fault = {};
  std::string time_fault = {};
  std::string link_fault = {};

  bool is_faulty() const {
    return !title_fault.empty() || !day_fault.empty() || !time_fault.empty() || !link_fault.empty();
  }
};

// That of the meeting which the address names, else an empty one.
MeetingForm meeting_form(const Desk& desk, const Fields& query);

// Those to come, with a form for the coordinator.
void put_meetings(Markup& html, const Desk& desk, const MeetingForm& form);

// The faults' summary; nothing where there is none.
void put_meeting_faults(Markup& html, const Desk& desk, const MeetingForm& form);

// Does what the form wants; nothing done: it comes back with its faults.
std::optional<MeetingForm> change_meetings(const Desk& desk, const Fields& fields);

// "13.00"
std::string clock_words(std::chrono::minutes time_of_day);

// "kl. 13.00–15.00", with the day where it ends on another.
std::string hours_of(const Desk& desk, const Meeting& meeting);

}  // namespace fundwatch::web
