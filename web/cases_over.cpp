#include "web/cases_over.h"

namespace fundwatch::web {

store::Days days_over(Day day) {
  const std::chrono::sys_days before = day;
  return {before - kRegisteredBefore, before - std::chrono::days{1}};
}

std::vector<CaseId> cases_over(const store::Store& store, Day day, std::size_t most) {
  return store.inbox.latest_on_days(days_over(day), most);
}

}  // namespace fundwatch::web
