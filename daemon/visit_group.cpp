#include "daemon/visit_group.h"

#include <utility>

namespace fundwatch::daemon {
namespace {

std::size_t bytes_of(const Visit& visit) {
  const auto& response = visit.answer.response;
  return response ? response->body.size() : 0;
}

}  // namespace

bool VisitGroup::has_room_for(const Visit& visit, Instant now) const {
  if (visits_.empty()) return true;
  return now == at_ && visits_.size() < kVisitsAtOnceMax &&
         bytes_ + bytes_of(visit) <= kVisitBytesAtOnceMax;
}

void VisitGroup::add(Visit visit, Instant now) {
  at_ = now;
  bytes_ += bytes_of(visit);
  visits_.push_back(std::move(visit));
}

std::vector<Visit> VisitGroup::take() {
  bytes_ = 0;
  return std::exchange(visits_, {});
}

}  // namespace fundwatch::daemon
