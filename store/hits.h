// store/hits.h — which items concern which profiles, and why. One hit per (item, profile).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

struct ReviewCounts {
  std::int64_t kept = 0;
  std::int64_t dismissed = 0;
  std::int64_t all() const { return kept + dismissed; }
};

class Hits {
 public:
  explicit Hits(Connection& database) : database_(database) {}

  // Makes these the hits of the item for these profiles: adds new ones (found_at = now), explains
  // kept ones anew, and takes away those that no longer hold and that nobody has reviewed. Returns
  // how many are new. `Hit::item` is taken from `item`; a hit of another profile is our bug.
  int replace(ItemId item, const std::vector<ProfileId>& profiles, const std::vector<Hit>& hits,
              Instant now);

  // In the order in which they were found, from `since` on. `visit` may write.
  void each(std::optional<Instant> since, const std::function<void(const Hit&)>& visit) const;

  // The profile's newest, at most `hits_max`, the newest first; and of those that people marked.
  std::vector<Hit> newest_of(ProfileId profile, std::size_t hits_max) const;
  std::vector<Hit> reviewed_of(ProfileId profile, std::size_t hits_max) const;

  // Of all items of the case, the strongest first.
  std::vector<Hit> of(CaseId id) const;

  // What people say of it, and why; in place of what was said before. False if there is no such
  // hit.
  bool review(HitId id, Review review, const std::string& note = "");

  // What people said of the profile's hits, by item; of those nobody reviewed nothing.
  std::unordered_map<ItemId, Review> reviews(ProfileId profile) const;

  // How often they said it.
  ReviewCounts review_counts(ProfileId profile) const;

  std::int64_t count() const;
  std::int64_t count_of(ProfileId profile) const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
