// daemon/visit_group.h — visits that are stored together, because whoever commits waits for the
// disk, and most have little to say. They are of one second and few: the next answer of a later one
// has them stored first.
#pragma once

#include <cstddef>
#include <vector>

#include "base/model.h"
#include "daemon/visit.h"

namespace fundwatch::daemon {

inline constexpr std::size_t kVisitsAtOnceMax = 16;
inline constexpr std::size_t kVisitItemsAtOnceMax = 400;
inline constexpr std::size_t kVisitBytesAtOnceMax = std::size_t{1} << 20U;

class VisitGroup {
 public:
  // Whether one more may be stored with those that are here; alone it always may.
  bool has_room_for(const Visit& visit) const;

  // Whether those that are here, if any, came at that moment.
  bool is_of(Instant now) const { return visits_.empty() || at_ == now; }

  void add(Visit visit, Instant now);

  // All of them; then it is empty.
  std::vector<Visit> take();

 private:
  std::vector<Visit> visits_;
  std::size_t items_ = 0;
  std::size_t bytes_ = 0;  // of their last answers
  Instant at_{};
};

}  // namespace fundwatch::daemon
