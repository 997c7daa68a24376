#include "web/cases_over.h"

#include <algorithm>

namespace fundwatch::web {
namespace {

// Of whose numbers the last are taken.
constexpr std::size_t kLookedAtMax = 20'000;

}  // namespace

std::vector<CaseId> cases_over(const store::Store& store, Day day, std::size_t most) {
  const std::chrono::sys_days before = day;
  auto cases = store.inbox.on_days({before - kRegisteredBefore, before - std::chrono::days{1}},
                                   kLookedAtMax);
  std::ranges::reverse(cases);
  cases.resize(std::min(cases.size(), most));
  return cases;
}

}  // namespace fundwatch::web
