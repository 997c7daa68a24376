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
  return std::string("SELECT cases.id, cases.version, hit.id, ") + kHitColumns +
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

std::string hits_of_case() {
  return std::string("SELECT ") + kHitColumns +
         " FROM item JOIN hit ON hit.item = item.id"
         " JOIN profile ON profile.id = hit.profile AND profile.removed = 0"
         " WHERE item.case_id = ? AND hit.review <> 'dismissed'"
         " AND profile.name IN (SELECT value FROM json_each(?))"
         " ORDER BY hit.score DESC, hit.id";
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

std::vector<Candidate> Digests::candidates(const Subscriber& subscriber) const {
  ReadBefore nothing;
  return candidates(subscriber, nothing);
}

// While the outer query is not through, all that is read here is of one moment.
std::vector<Candidate> Digests::candidates(const Subscriber& subscriber, ReadBefore& before) const {
  std::vector<Candidate> candidates;
  Query row(database_, entitling_hits());
  row.bind(json_of(subscriber.profiles)).bind(subscriber.since).bind(subscriber.id);
  while (row.step()) {
    LedgerEntry entry;
    entry.case_id = CaseId{row.integer()};
    entry.version = row.number();
    if (candidates.empty() || candidates.back().case_id != entry.case_id) {
      auto known = before.cases.find(entry.case_id);
      if (known == before.cases.end()) {
        known = before.cases.emplace(entry.case_id, candidate_of(database_, entry)).first;
      }
      candidates.push_back(known->second);
    }
    const HitId id{row.integer()};
    auto known = before.hits.find(id);
    if (known == before.hits.end()) known = before.hits.emplace(id, read_hit(row)).first;
    candidates.back().hits.push_back(known->second);
  }
  return candidates;
}

std::vector<Candidate> Digests::of_cases(const Subscriber& subscriber,
                                         const std::vector<CaseId>& cases) const {
  std::vector<Candidate> candidates;
  const std::string followed = json_of(subscriber.profiles);
  for (const CaseId case_id : cases) {
    auto item = Cases(database_).find_speaker(case_id);
    if (!item) continue;
    Candidate candidate;
    candidate.case_id = case_id;
    candidate.version = Cases(database_).version(case_id);
    candidate.source_name = source_name(database_, item->source);
    candidate.item = std::move(*item);
    Query row(database_, hits_of_case());
    row.bind(case_id).bind(followed);
    while (row.step()) candidate.hits.push_back(read_hit(row));
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

std::vector<CaseId> Digests::unanswered(SubscriberId subscriber, const Unanswered& wanted) const {
  Query row(database_,
            "SELECT DISTINCT ledger.case_id FROM ledger "
            "JOIN digest ON digest.id = ledger.digest AND digest.composed_at < ? "
            "JOIN item ON item.case_id = ledger.case_id "
            "WHERE ledger.subscriber = ? "
            "AND coalesce(item.deadline, item.found_deadline) BETWEEN ? AND ? "
            "AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.subscriber = ledger.subscriber "
            "  AND answer.case_id = ledger.case_id) ORDER BY ledger.case_id");
  row.bind(wanted.told_before).bind(subscriber);
  row.bind(std::optional(wanted.first)).bind(std::optional(wanted.last));
  std::vector<CaseId> cases;
  while (row.step()) cases.push_back(CaseId{row.integer()});
  return cases;
}

bool Digests::has(const std::string& message_id) const {
  return Query(database_, "SELECT 1 FROM digest WHERE message_id = ?").bind(message_id).step();
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
