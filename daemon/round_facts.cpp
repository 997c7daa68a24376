#include "daemon/round_facts.h"

#include <algorithm>

#include "daemon/coverage.h"

namespace fundwatch::daemon {
namespace {

std::vector<Meeting> meetings_ahead(const store::Meetings& stored, Instant now) {
  std::vector<Meeting> meetings = stored.since(now);
  std::erase_if(meetings, [now](const Meeting& meeting) {
    return meeting.starts > now + kMeetingsLookAhead;
  });
  return meetings;
}

}  // namespace

RoundFacts::RoundFacts(const store::Store& store, const Calendar& calendar, Instant now_)
    : now(now_),
      profiles(store.profiles.all()),
      sources(store.sources.all()),
      keys(store.signing_keys.all()),
      meetings(meetings_ahead(store.meetings, now_)),
      rounds(store::WeeklyRounds::of(store.editions, calendar, now_)),
      store_(store) {}

const digest::Coverage& RoundFacts::coverage_since(Instant begin) {
  auto known = coverage_.find(begin);
  if (known == coverage_.end()) {
    known = coverage_
                .emplace(begin, coverage_of(sources, store_.source_history.of_changed_since(begin),
                                            {begin, now}))
                .first;
  }
  return known->second;
}

// By its marks.
const matchers::ProfileMarks* RoundFacts::marks_of(ProfileId id) {
  if (const auto known = marks_.find(id); known != marks_.end()) return &known->second;
  const auto profile = std::ranges::find(profiles, id, &Profile::id);
  if (profile == profiles.end()) return nullptr;
  const auto hits = store_.hits.reviewed_of(id, matchers::kHitsJudgedBy);
  return &marks_.emplace(id, matchers::marks_of(*profile, hits)).first->second;
}

std::set<CaseId> RoundFacts::ranked_low(const std::vector<Candidate>& candidates) {
  std::set<CaseId> low;
  for (const Candidate& candidate : candidates) {
    const bool is_low = std::ranges::all_of(candidate.hits, [&](const Hit& hit) {
      const matchers::ProfileMarks* marks = marks_of(hit.profile);
      return marks != nullptr && matchers::is_ranked_low(*marks, hit);
    });
    if (is_low) low.insert(candidate.case_id);
  }
  return low;
}

}  // namespace fundwatch::daemon
