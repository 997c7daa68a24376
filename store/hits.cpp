#include "store/hits.h"

#include <algorithm>

#include "base/check.h"
#include "store/lists.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/transaction.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

constexpr int kPortion = 500;  // hits in memory at once while visiting

std::vector<ProfileId> profiles_that_hit(const Connection& database, ItemId item) {
  Query row(database, "SELECT profile FROM hit WHERE item = ?");
  row.bind(item);
  std::vector<ProfileId> profiles;
  while (row.step()) profiles.push_back(ProfileId{row.integer()});
  return profiles;
}

void explain(const Connection& database, ItemId item, const Hit& hit) {
  Query query(database,
              "UPDATE hit SET profile_version = ?, score = ?, reasons = ? "
              "WHERE item = ? AND profile = ?");
  query.bind(hit.profile_version).bind(hit.score).bind(json_of(hit.reasons));
  query.bind(item).bind(hit.profile).run();
}

void add(const Connection& database, ItemId item, const Hit& hit, Instant now) {
  Query query(database,
              "INSERT INTO hit (item, profile, profile_version, score, reasons, found_at) "
              "VALUES (?, ?, ?, ?, ?, ?)");
  query.bind(item).bind(hit.profile).bind(hit.profile_version).bind(hit.score);
  query.bind(json_of(hit.reasons)).bind(now).run();
}

void take_away(const Connection& database, ItemId item, ProfileId profile) {
  Query(database, "DELETE FROM hit WHERE item = ? AND profile = ? AND review = 'none'")
      .bind(item)
      .bind(profile)
      .run();
}

// The hits that come after (`found_at`, `id`) in the order in which they were found.
std::vector<Hit> portion(const Connection& database, Instant found_at, HitId id) {
  Query row(database, std::string("SELECT ") + kHitColumns +
                          " FROM hit WHERE (found_at, id) > (?, ?) ORDER BY found_at, id LIMIT ?");
  row.bind(found_at).bind(id).bind(kPortion);
  std::vector<Hit> hits;
  while (row.step()) hits.push_back(read_hit(row));
  return hits;
}

std::vector<Hit> newest(const Connection& database, const std::string& where, ProfileId profile,
                        std::size_t hits_max) {
  Query row(database, std::string("SELECT ") + kHitColumns + " FROM hit WHERE " + where +
                          " ORDER BY found_at DESC LIMIT ?");
  row.bind(profile).bind(static_cast<std::int64_t>(hits_max));
  std::vector<Hit> hits;
  while (row.step()) hits.push_back(read_hit(row));
  return hits;
}

}  // namespace

int Hits::replace(ItemId item, const std::vector<ProfileId>& profiles, const std::vector<Hit>& hits,
                  Instant now) {
  const auto is_asked = [&](const Hit& hit) {
    return std::ranges::find(profiles, hit.profile) != profiles.end();
  };
  CHECK(std::ranges::all_of(hits, is_asked));
  // As with most items: nothing to write.
  if (hits.empty() && profiles_that_hit(database_, item).empty()) return 0;
  Transaction transaction(database_);
  int added = 0;
  const std::vector<ProfileId> known = profiles_that_hit(database_, item);
  for (const Hit& hit : hits) {
    if (std::ranges::find(known, hit.profile) != known.end()) {
      explain(database_, item, hit);
    } else {
      add(database_, item, hit, now);
      ++added;
    }
  }
  for (const ProfileId profile : known) {
    const bool is_judged = std::ranges::find(profiles, profile) != profiles.end();
    const bool is_hit = std::ranges::find(hits, profile, &Hit::profile) != hits.end();
    if (is_judged && !is_hit) take_away(database_, item, profile);
  }
  transaction.commit();
  return added;
}

void Hits::each(std::optional<Instant> since, const std::function<void(const Hit&)>& visit) const {
  std::vector<Hit> hits = portion(database_, since.value_or(Instant::min()), HitId{});
  while (!hits.empty()) {
    for (const Hit& hit : hits) visit(hit);
    hits = portion(database_, hits.back().found_at, hits.back().id);
  }
}

std::vector<Hit> Hits::newest_of(ProfileId profile, std::size_t hits_max) const {
  return newest(database_, "profile = ?", profile, hits_max);
}

std::vector<Hit> Hits::reviewed_of(ProfileId profile, std::size_t hits_max) const {
  return newest(database_, "profile = ? AND review <> 'none'", profile, hits_max);
}

std::vector<Hit> Hits::of(CaseId id) const {
  Query row(database_, std::string("SELECT ") + kHitColumns +
                           " FROM item CROSS JOIN hit ON hit.item = item.id "
                           "WHERE item.case_id = ? ORDER BY hit.score DESC, hit.id");
  row.bind(id);
  std::vector<Hit> hits;
  while (row.step()) hits.push_back(read_hit(row));
  return hits;
}

bool Hits::review(HitId id, Review review, const std::string& note) {
  Query query(database_, "UPDATE hit SET review = ?, note = ? WHERE id = ?");
  return query.bind(word(review)).bind(note).bind(id).run() > 0;
}

std::unordered_map<ItemId, Review> Hits::reviews(ProfileId profile) const {
  Query row(database_, "SELECT item, review FROM hit WHERE profile = ? AND review <> 'none'");
  row.bind(profile);
  std::unordered_map<ItemId, Review> reviews;
  while (row.step()) {
    const ItemId item{row.integer()};
    reviews.emplace(item, store::review(row.text(), row.file()));
  }
  return reviews;
}

ReviewCounts Hits::review_counts(ProfileId profile) const {
  Query row(database_,
            "SELECT count(*) FILTER (WHERE review = 'kept'), "
            "count(*) FILTER (WHERE review = 'dismissed') "
            "FROM hit WHERE profile = ? AND review <> 'none'");
  row.bind(profile).step();
  const std::int64_t kept = row.integer();
  return {kept, row.integer()};
}

std::int64_t Hits::count() const { return number_of(database_, "SELECT count(*) FROM hit"); }

std::int64_t Hits::count_of(ProfileId profile) const {
  Query row(database_, "SELECT count(*) FROM hit WHERE profile = ?");
  row.bind(profile).step();
  return row.integer();
}

}  // namespace fundwatch::store
