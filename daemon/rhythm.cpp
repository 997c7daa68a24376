#include "daemon/rhythm.h"

#include <algorithm>

namespace fundwatch::daemon {

std::chrono::minutes usual_gap(const std::vector<std::chrono::sys_days>& days) {
  std::vector<std::chrono::days> gaps;
  for (std::size_t i = 1; i < days.size(); ++i) gaps.push_back(days[i] - days[i - 1]);
  if (gaps.size() < kRhythmGapsMin) return std::chrono::minutes{0};
  std::sort(gaps.begin(), gaps.end());
  return gaps[(gaps.size() * 9 - 1) / 10];
}

}  // namespace fundwatch::daemon
