#include "web/judgement.h"

namespace fundwatch::web {

Judgement judge(const store::Store& store, const Profile& profile) {
  std::vector<Hit> hits = store.hits.reviewed_of(profile.id, matchers::kHitsJudgedBy);
  Judgement judged{.marks = matchers::marks_of(profile, hits), .proposals = {}};
  if (hits.empty()) return judged;
  for (Hit& hit : store.hits.newest_of(profile.id, kHitsCompared)) {
    if (hit.review == Review::none) hits.push_back(std::move(hit));
  }
  std::vector<matchers::MarkedItem> items;
  for (const Hit& hit : hits) {
    if (auto item = store.items.find(hit.item)) items.push_back({*std::move(item), hit.review});
  }
  judged.proposals = matchers::proposals(profile, judged.marks, items);
  return judged;
}

}  // namespace fundwatch::web
