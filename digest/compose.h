// digest/compose.h — which of a subscriber's candidates go into this week's mail, where and in what
// order. Pure: a function of its arguments. Drops nothing: what does not fit is counted and stays
// queued, because the ledger (store) only learns of what is in the digest.
#pragma once

#include <set>
#include <vector>

#include "base/calendar.h"
#include "base/meeting.h"
#include "config/config.h"
#include "digest/digest.h"

namespace fundwatch::digest {

// What comes again every week is bounded: the soonest of each.
inline constexpr std::size_t kInterestsShownMax = 10;
inline constexpr std::size_t kMeetingsShownMax = 5;

struct Occasion {
  Instant now{};
  const Calendar* calendar = nullptr;
  const std::vector<Profile>* profiles = nullptr;  // for their titles
  std::set<CaseId> ranked_low;                     // people hardly ever keep such hits
  std::vector<Candidate> interests = {};           // what they said to be interested in
  std::vector<Meeting> meetings = {};              // of the network's own, the soonest first
  std::string network = {};                        // its name
};

// What is told of a candidate, whatever the section.
Entry entry_of(Candidate candidate, Language language, const Occasion& occasion);

// Each case once, however many profiles it matched. Those that close within seven days come first,
// then new ones, changed ones, later reminders and events; within a section by deadline, then by
// publication, newest first; then what is ranked low, last what has closed already. At most
// limits.items_max candidates in all, taken by is_taken_before(); beside them what they are
// interested in whose last day is ahead, and meetings. digest/fit.h holds the size limit.
Digest compose(const Subscriber& subscriber, std::vector<Candidate> candidates, Coverage coverage,
               const Occasion& occasion, const config::Digest& limits);

// Which of two entries is taken along when there is room for one: what closes or happens within 14
// days, the sooner first, because next week would be late; then what has waited longest, so that
// everything gets its turn however much is new.
bool is_taken_before(const Entry& a, const Entry& b);

}  // namespace fundwatch::digest
