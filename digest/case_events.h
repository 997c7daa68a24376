// digest/case_events.h — what a reader's calendar says of a case or a meeting of the network's own:
// its last day, and when it is held. Pure. The same thing keeps its UID in every mail and feed, and
// its sequence rises with what people act on (RFC 5545 § 3.8.4.7, § 3.8.7.4).
#pragma once

#include <string>
#include <vector>

#include "base/meeting.h"
#include "base/model.h"
#include "digest/calendar_file.h"

namespace fundwatch::digest {

// For whom, and whose UIDs they are.
struct EventContext {
  Language language = Language::swedish;
  std::string domain;                  // of the sender's address
  const Calendar* calendar = nullptr;  // of the installation
};

// A case in the words of the item that speaks for it. Doubtful days are left out: nobody should
// rely on them.
std::vector<CalendarEvent> events_of(const Candidate& candidate, const EventContext& context);

CalendarEvent event_of(const Meeting& meeting, const EventContext& context);

// "Slutdatum och träffar – Bevakningen": how the calendar is called.
std::string calendar_name(Language language, const std::string& installation);

}  // namespace fundwatch::digest
