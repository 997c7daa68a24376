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

// -100 … 100, the same for the same source or profile and failure (a hash after Knuth, TAOCP 6.4).
int share(std::int64_t id, int failures) {
  const auto seed = static_cast<std::uint64_t>(id) * 1000 + static_cast<std::uint64_t>(failures);
  return static_cast<int>((seed * 11400714819323198485ULL >> 33) % 201) - 100;
}

int share(SourceId id, int failures) { return share(static_cast<std::int64_t>(id), failures); }

seconds wait_after_success(const Source& source, const Advice& advice) {
  const seconds fresh =
      std::max(advice.fresh_for.value_or(seconds{0}), advice.ttl.value_or(seconds{0}));
  const seconds wait = std::max<seconds>(source.interval, std::min<seconds>(fresh, kFreshMax));
  return wait + wait * (share(source.id, 0) + 100) / 4000;
}

seconds wait_after_failure(const Source& source) {
  const int failures = source.health.failures;
  const int doublings = std::min(failures - 1, kDoublingsMax);
  const seconds doubled =
      std::min<seconds>(source.interval * (std::int64_t{1} << doublings), kSourceRetryMax);
  return doubled + doubled * share(source.id, failures) / 1000;
}

// The same instant, or one in the morning after the night that it falls into.
Instant by_day(Instant instant, SourceId id, const Calendar& calendar) {
  const LocalTime local = calendar.local(instant);
  if (local.time_of_day >= kNightEnds && local.time_of_day < kNightBegins) return instant;
  const bool is_evening = local.time_of_day >= kNightBegins;
  const Day morning =
      is_evening ? Day{std::chrono::sys_days{local.day} + std::chrono::days{1}} : local.day;
  return calendar.instant(morning, kNightEnds) + kMorning * (share(id, 0) + 100) / 200;
}

}  // namespace

Instant next_check(const Source& source, const Advice& advice, Instant now,
                   const Calendar& calendar) {
  const int failures = source.health.failures;
  const seconds asked = advice.retry_after.value_or(seconds{0});
  const seconds wait =
      failures == 0 ? wait_after_success(source, advice) : wait_after_failure(source);
  return by_day(now + std::max(wait, asked), source.id, calendar);
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

seconds webhook_retry_after(ProfileId profile, int tries) {
  static constexpr std::array<minutes, 7> kWaits{minutes(1), minutes(5), minutes(15), minutes(60),
                                                 hours(3),   hours(6),   hours(12)};
  const auto index = std::min(static_cast<std::size_t>(std::max(tries, 1) - 1), kWaits.size() - 1);
  const seconds wait = kWaits[index];
  return wait + wait * (share(static_cast<std::int64_t>(profile), tries) + 100) / 2000;
}

minutes hold_retry_after(int tries) {
  static constexpr std::array<minutes, 4> kWaits{minutes(1), minutes(5), minutes(15), minutes(60)};
  return kWaits[std::min(static_cast<std::size_t>(std::max(tries, 1) - 1), kWaits.size() - 1)];
}

}  // namespace fundwatch::daemon
