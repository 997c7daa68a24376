// store/digests.h — the ledger: which subscriber has had which case in which version. It is what
// makes a hit be delivered once, whatever happens between; there is no time window and no cap.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// A case in one version, as the ledger remembers it.
struct LedgerEntry {
  CaseId case_id{};
  int version = 1;
};

// What was read for one digest, and is the same for others of one transaction.
struct ReadBefore {
  std::unordered_map<CaseId, Candidate> cases;  // without their hits
  std::unordered_map<HitId, Hit> hits;
};

class Digests {
 public:
  explicit Digests(Connection& database) : database_(database) {}

  // Every case with a hit, found since the subscription began and not dismissed, of a profile that
  // the subscriber follows, in a version that the ledger does not hold. The oldest case first. Id,
  // since and profiles are taken from `subscriber`, which may differ from what is stored.
  std::vector<Candidate> candidates(const Subscriber& subscriber) const;
  // The same, for many subscribers in one transaction: reads what others had only once.
  std::vector<Candidate> candidates(const Subscriber& subscriber, ReadBefore& before) const;

  // The same of these cases, whether the ledger holds them or not, in their order; without hits
  // where no profile that is followed has any. What is gone is left out.
  std::vector<Candidate> of_cases(const Subscriber& subscriber,
                                  const std::vector<CaseId>& cases) const;

  // What was told before `told_before` and not answered since, whose last day is one of these.
  struct Unanswered {
    Instant told_before{};
    Day first{};
    Day last{};
  };
  std::vector<CaseId> unanswered(SubscriberId subscriber, const Unanswered& wanted) const;

  // Whether a digest of this Message-ID was recorded.
  bool has(const std::string& message_id) const;

  // Writes that this digest took these cases along. One that the ledger holds already, and a second
  // digest with the same Message-ID, are our bugs: ask for candidates in the same transaction.
  DigestId record(SubscriberId subscriber, Instant weekly_moment, const std::string& message_id,
                  const std::vector<LedgerEntry>& entries, Instant now);

  // When the last one of this subscriber was recorded, if any was.
  std::optional<Instant> last_composed(SubscriberId subscriber) const;

  std::int64_t count() const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
