// web/judgement.h — what people's marks say of a profile and its terms, and suggest, from the
// store. The rules are matchers/precision.h.
#pragma once

#include <vector>

#include "matchers/precision.h"
#include "store/store.h"

namespace fundwatch::web {

// So many of the newest without a mark tell what is usual in a profile's hits.
inline constexpr std::size_t kHitsCompared = 500;

struct Judgement {
  matchers::ProfileMarks marks;
  std::vector<matchers::Proposal> proposals;
};

Judgement judge(const store::Store& store, const Profile& profile);

}  // namespace fundwatch::web
