#include "daemon/schedule.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace fundwatch::daemon {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int kDoublingsMax = 20;  // past the cap for every interval of a minute or more

// -100 … 100, the same for the same source and failure (a hash after Knuth, TAOCP 6.4).
int share(SourceId id, int failures) {
  const auto seed = static_cast<std::uint64_t>(id) * 1000 + static_cast<std::uint64_t>(failures);
  return static_cast<int>((seed * 11400714819323198485ULL >> 33) % 201) - 100;
}

}  // namespace

Instant next_check(const Source& source, const Health& health, Instant now,
                   std::optional<seconds> retry_after) {
  const seconds asked = retry_after.value_or(seconds{0});
  if (health.failures == 0) return now + std::max<seconds>(source.interval, asked);
  const int doublings = std::min(health.failures - 1, kDoublingsMax);
  const seconds doubled =
      std::min<seconds>(source.interval * (std::int64_t{1} << doublings), kSourceRetryMax);
  const seconds moved = doubled + doubled * share(source.id, health.failures) / 1000;
  return now + std::max(moved, asked);
}

std::optional<minutes> mail_retry_after(int attempts) {
  static constexpr std::array<minutes, 7> kWaits{minutes(1), minutes(10), minutes(60), hours(24),
                                                 hours(24),  hours(24),   hours(24)};
  const auto index = static_cast<std::size_t>(std::max(attempts, 1) - 1);
  if (index >= kWaits.size()) return std::nullopt;
  return kWaits[index];
}

std::optional<minutes> linked_text_retry_after(int attempts) {
  static constexpr std::array<minutes, 3> kWaits{minutes(10), hours(2), hours(24)};
  const auto index = static_cast<std::size_t>(std::max(attempts, 1) - 1);
  if (index >= kWaits.size()) return std::nullopt;
  return kWaits[index];
}

minutes hold_retry_after(int tries) {
  static constexpr std::array<minutes, 4> kWaits{minutes(1), minutes(5), minutes(15), minutes(60)};
  return kWaits[std::min(static_cast<std::size_t>(std::max(tries, 1) - 1), kWaits.size() - 1)];
}

}  // namespace fundwatch::daemon
