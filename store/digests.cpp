#include "store/digests.h"

#include "base/check.h"
#include "store/cases.h"
#include "store/lists.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

// The hits that entitle, with their case. CROSS JOIN holds SQLite to this order: from the few
// profiles that are followed, over their hits, to the items.
std::string entitling_hits() {
  return std::string("SELECT cases.id, cases.version, ") + kHitColumns +
         " FROM json_each(?) AS followed"
         " CROSS JOIN profile ON profile.name = followed.value AND profile.removed = 0"
         " CROSS JOIN hit ON hit.profile = profile.id AND hit.found_at >= ?"
         "   AND hit.review <> 'dismissed'"
         " CROSS JOIN item ON item.id = hit.item"
         " CROSS JOIN cases ON cases.id = item.case_id"
         " WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.subscriber = ?"
         "   AND ledger.case_id = cases.id AND ledger.version = cases.version)"
         " ORDER BY cases.id, hit.score DESC, hit.id";
}

std::string source_name(const Connection& database, SourceId id) {
  Query row(database, "SELECT name FROM source WHERE id = ?");
  CHECK(row.bind(id).step());
  return row.text();
}

Candidate candidate_of(Connection& database, const LedgerEntry& entry) {
  Candidate candidate;
  candidate.case_id = entry.case_id;
  candidate.version = entry.version;
  candidate.item = Cases(database).speaker(entry.case_id);
  candidate.source_name = source_name(database, candidate.item.source);
  return candidate;
}

DigestId add_digest(const Connection& database, SubscriberId subscriber, Instant weekly_moment,
                    const std::string& message_id, Instant now) {
  Query query(database,
              "INSERT INTO digest (subscriber, weekly_moment, message_id, composed_at) "
              "VALUES (?, ?, ?, ?) ON CONFLICT (message_id) DO NOTHING");
  CHECK(query.bind(subscriber).bind(weekly_moment).bind(message_id).bind(now).run() == 1);
  return DigestId{last_id(database)};
}

}  // namespace

// While the outer query is not through, all that is read here is of one moment.
std::vector<Candidate> Digests::candidates(const Subscriber& subscriber) const {
  std::vector<Candidate> candidates;
  Query row(database_, entitling_hits());
  row.bind(json_of(subscriber.profiles)).bind(subscriber.since).bind(subscriber.id);
  while (row.step()) {
    LedgerEntry entry;
    entry.case_id = CaseId{row.integer()};
    entry.version = row.number();
    if (candidates.empty() || candidates.back().case_id != entry.case_id) {
      candidates.push_back(candidate_of(database_, entry));
    }
    candidates.back().hits.push_back(read_hit(row));
  }
  return candidates;
}

DigestId Digests::record(SubscriberId subscriber, Instant weekly_moment,
                         const std::string& message_id, const std::vector<LedgerEntry>& entries,
                         Instant now) {
  Transaction transaction(database_);
  const DigestId digest = add_digest(database_, subscriber, weekly_moment, message_id, now);
  Query query(database_,
              "INSERT INTO ledger (subscriber, case_id, version, digest) VALUES (?, ?, ?, ?) "
              "ON CONFLICT (subscriber, case_id, version) DO NOTHING");
  for (const LedgerEntry& entry : entries) {
    query.bind(subscriber).bind(entry.case_id).bind(entry.version).bind(digest);
    CHECK(query.run() == 1);
    query.reset();
  }
  transaction.commit();
  return digest;
}

std::optional<Instant> Digests::last_composed(SubscriberId subscriber) const {
  Query row(database_, "SELECT max(composed_at) FROM digest WHERE subscriber = ?");
  row.bind(subscriber).step();
  return row.maybe_instant();
}

std::int64_t Digests::count() const { return number_of(database_, "SELECT count(*) FROM digest"); }

}  // namespace fundwatch::store
