#include "daemon/visit_group.h"

#include <utility>

namespace fundwatch::daemon {
namespace {

std::size_t items_of(const Visit& visit) { return visit.items ? visit.items->size() : 0; }

std::size_t bytes_of(const Visit& visit) {
  const auto& response = visit.answer.response;
  return response ? response->body.size() : 0;
}

}  // namespace

bool VisitGroup::has_room_for(const Visit& visit) const {
  if (visits_.empty()) return true;
  return visits_.size() < kVisitsAtOnceMax && items_ + items_of(visit) <= kVisitItemsAtOnceMax &&
         bytes_ + bytes_of(visit) <= kVisitBytesAtOnceMax;
}

void VisitGroup::add(Visit visit, Instant now) {
  at_ = now;
  items_ += items_of(visit);
  bytes_ += bytes_of(visit);
  visits_.push_back(std::move(visit));
}

std::vector<Visit> VisitGroup::take() {
  items_ = 0;
  bytes_ = 0;
  return std::exchange(visits_, {});
}

}  // namespace fundwatch::daemon
