// daemon/rhythm.h — how often a source brings something new, learned from the days on which it did.
// Pure. By days, because what matters is whether it is alive, not how much it says.
#pragma once

#include <chrono>
#include <vector>

namespace fundwatch::daemon {

// Days further back, and more of them, say nothing of today's rhythm.
constexpr std::chrono::days kRhythmLooksBack{365};
constexpr std::size_t kRhythmDaysMax = 100;
// Fewer gaps than these are an accident.
constexpr std::size_t kRhythmGapsMin = 5;

// The gap that nine of ten do not exceed; nothing (0) if there are too few. `days` is ascending,
// each once.
std::chrono::minutes usual_gap(const std::vector<std::chrono::sys_days>& days);

}  // namespace fundwatch::daemon
