// daemon/round_facts.h — what the digests of one moment have in common, read once for many of them:
// sources and their gaps, profiles and their marks, meetings, keys, cases. Belongs to one
// transaction, in which nothing of it changes; its size is that of what was found, not of how many
// read it.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "base/calendar.h"
#include "digest/digest.h"
#include "matchers/precision.h"
#include "store/store.h"
#include "store/weekly_rounds.h"

namespace fundwatch::daemon {

// How far ahead the network's own meetings are told.
constexpr std::chrono::days kMeetingsLookAhead{42};

class RoundFacts {
 public:
  // `store` and `calendar` outlive it.
  RoundFacts(const store::Store& store, const Calendar& calendar, Instant now);

  const Instant now;
  const std::vector<Profile> profiles;
  const std::vector<Source> sources;
  const SigningKeys keys;
  const std::vector<Meeting> meetings;  // ahead, the soonest first
  const store::WeeklyRounds rounds;

  // What readers may have missed from `begin` until now.
  const digest::Coverage& coverage_since(Instant begin);

  // Those that people hardly ever keep, by every hit of theirs.
  std::set<CaseId> ranked_low(const std::vector<Candidate>& candidates);

  std::vector<Candidate> candidates(const Subscriber& subscriber) {
    return store_.digests.candidates(subscriber, before_);
  }

 private:
  const matchers::ProfileMarks* marks_of(ProfileId id);

  const store::Store& store_;
  store::ReadBefore before_;
  std::map<Instant, digest::Coverage> coverage_;
  std::unordered_map<ProfileId, matchers::ProfileMarks> marks_;
};

}  // namespace fundwatch::daemon
