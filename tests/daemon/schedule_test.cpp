#include "daemon/schedule.h"

#include <gtest/gtest.h>

namespace fundwatch::daemon {
namespace {

using namespace std::chrono_literals;

constexpr Instant kNow{std::chrono::seconds(1'800'000'000)};

Source hourly() {
  Source source;
  source.id = SourceId{7};
  source.interval = 60min;
  return source;
}

Health failed(int times) {
  Health health;
  health.failures = times;
  return health;
}

TEST(Schedule, SuccessWaitsTheInterval) {
  EXPECT_EQ(next_check(hourly(), failed(0), kNow, std::nullopt), kNow + 1h);
}

TEST(Schedule, ServerMayAskForMoreButNotForLess) {
  EXPECT_EQ(next_check(hourly(), failed(0), kNow, 3h), kNow + 3h);
  EXPECT_EQ(next_check(hourly(), failed(0), kNow, 5s), kNow + 1h);
  EXPECT_EQ(next_check(hourly(), failed(1), kNow, 48h), kNow + 48h);
}

TEST(Schedule, FailuresDoubleTheWaitWithinTenPercent) {
  const std::chrono::hours expected[] = {1h, 2h, 4h, 8h, 16h, 24h, 24h};
  for (int failures = 1; failures <= 7; ++failures) {
    const auto wait = next_check(hourly(), failed(failures), kNow, std::nullopt) - kNow;
    const std::chrono::seconds middle = expected[failures - 1];
    EXPECT_GE(wait, middle - middle / 10) << failures;
    EXPECT_LE(wait, middle + middle / 10) << failures;
  }
}

TEST(Schedule, NeverStops) {
  const auto wait = next_check(hourly(), failed(1'000'000), kNow, std::nullopt) - kNow;
  EXPECT_LE(wait, kSourceRetryMax + kSourceRetryMax / 10);
}

TEST(Schedule, SourcesThatFailTogetherComeBackApart) {
  Source other = hourly();
  other.id = SourceId{8};
  EXPECT_NE(next_check(hourly(), failed(3), kNow, std::nullopt),
            next_check(other, failed(3), kNow, std::nullopt));
}

TEST(Schedule, MailIsTriedForFourDays) {
  EXPECT_EQ(mail_retry_after(1), 1min);
  EXPECT_EQ(mail_retry_after(2), 10min);
  EXPECT_EQ(mail_retry_after(3), 60min);
  for (int attempt = 4; attempt <= 7; ++attempt) EXPECT_EQ(mail_retry_after(attempt), 24h);
  EXPECT_EQ(mail_retry_after(8), std::nullopt);
}

TEST(LinkedTextRetry, HasThreeWaitsAndThenLeavesThePage) {
  EXPECT_EQ(linked_text_retry_after(1), 10min);
  EXPECT_EQ(linked_text_retry_after(2), 2h);
  EXPECT_EQ(linked_text_retry_after(3), 24h);
  EXPECT_EQ(linked_text_retry_after(4), std::nullopt);
}

TEST(Schedule, HoldIsTriedEverMoreSeldomUpToHourly) {
  EXPECT_EQ(hold_retry_after(1), 1min);
  EXPECT_EQ(hold_retry_after(2), 5min);
  EXPECT_EQ(hold_retry_after(100), 60min);
}

}  // namespace
}  // namespace fundwatch::daemon
