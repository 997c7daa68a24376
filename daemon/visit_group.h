// daemon/visit_group.h — visits that are stored together, because whoever commits waits for the
// disk, and most have little to say. They are of one second, so that none waits for a slow host,
// and together no larger than what one large answer may be anyway.
#pragma once

#include <cstddef>
#include <vector>

#include "base/model.h"
#include "daemon/visit.h"

namespace fundwatch::daemon {

inline constexpr std::size_t kVisitsAtOnceMax = 16;
inline constexpr std::size_t kVisitBytesAtOnceMax = std::size_t{1} << 20U;

class VisitGroup {
 public:
  // Whether one that comes now may be stored with those that are here.
  bool has_room_for(const Visit& visit, Instant now) const;

  void add(Visit visit, Instant now);

  // All of them; then it is empty.
  std::vector<Visit> take();

 private:
  std::vector<Visit> visits_;
  std::size_t bytes_ = 0;  // of their answers
  Instant at_{};
};

}  // namespace fundwatch::daemon
