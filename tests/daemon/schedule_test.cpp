#include "daemon/schedule.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fundwatch::daemon {
namespace {

using namespace std::chrono_literals;

const Calendar kStockholm("Europe/Stockholm");
constexpr std::chrono::hours kNight = 24h - kNightBegins + kNightEnds;

Instant at(std::chrono::hours hour) {
  return kStockholm.instant(std::chrono::year{2026} / 11 / 24, hour);
}

// A source that is asked every hour, after so many failures in a row.
Source hourly(int failures = 0, int number = 7) {
  Source source;
  source.id = SourceId{number};
  source.interval = 60min;
  source.health.failures = failures;
  return source;
}

std::chrono::seconds wait(const Source& source, const Advice& advice = {}) {
  return next_check(source, advice, at(9h), kStockholm) - at(9h);
}

TEST(Schedule, SuccessWaitsTheIntervalAndLittleMore) {
  for (int number = 1; number < 50; ++number) {
    EXPECT_GE(wait(hourly(0, number)), 60min);
    EXPECT_LE(wait(hourly(0, number)), 63min);
  }
}

TEST(Schedule, ServerMayAskForMoreButNotForLess) {
  const auto usual = wait(hourly());
  EXPECT_EQ(wait(hourly(), {.retry_after = 3h}), 3h);
  EXPECT_EQ(wait(hourly(), {.retry_after = 5s}), usual);
  EXPECT_EQ(wait(hourly(1), {.retry_after = 48h}), 48h);
  EXPECT_EQ(wait(hourly(), {.fresh_for = 10min}), usual);
  EXPECT_GE(wait(hourly(), {.fresh_for = 3h}), 3h);
  EXPECT_GE(wait(hourly(), {.ttl = 4h}), 4h);
  EXPECT_LE(wait(hourly(), {.ttl = 4h}), 4h + 12min);
}

TEST(Schedule, FreshnessPutsACheckOffByADayAtMost) {
  const auto most = kFreshMax + kFreshMax / 20;
  EXPECT_LE(wait(hourly(), {.fresh_for = 30 * 24h}), most);
  EXPECT_LE(wait(hourly(), {.ttl = 30 * 24h}), most);
}

TEST(Schedule, FailuresDoubleTheWaitWithinTenPercent) {
  const std::chrono::hours expected[] = {1h, 2h, 4h, 8h, 16h, 24h, 24h};
  for (int failures = 1; failures <= 7; ++failures) {
    const std::chrono::seconds middle = expected[failures - 1];
    EXPECT_GE(wait(hourly(failures)), middle - middle / 10) << failures;
    const auto night = middle > 4h ? kNight + kMorning : 0h;
    EXPECT_LE(wait(hourly(failures)), middle + middle / 10 + night) << failures;
  }
}

TEST(Schedule, NeverStops) {
  EXPECT_LE(wait(hourly(1'000'000)), kSourceRetryMax + kSourceRetryMax / 10 + kNight + kMorning);
}

TEST(Schedule, SourcesThatWereAskedTogetherComeBackApart) {
  EXPECT_NE(wait(hourly(0, 7)), wait(hourly(0, 8)));
  EXPECT_NE(wait(hourly(3, 7)), wait(hourly(3, 8)));
}

TEST(Schedule, NobodyIsAskedAtNight) {
  const Instant morning = kStockholm.instant(std::chrono::year{2026} / 11 / 25, kNightEnds);
  for (const auto asked : {21h, 22h, 23h, 24h, 27h, 28h}) {
    const Instant next = next_check(hourly(), {}, at(0h) + asked, kStockholm);
    EXPECT_GE(next, morning) << asked.count();
    EXPECT_LE(next, morning + kMorning + 63min) << asked.count();
  }
  EXPECT_LE(next_check(hourly(), {}, at(20h), kStockholm), at(22h));
}

TEST(Schedule, TheMorningIsSpread) {
  Instant first = Instant::max();
  Instant last{};
  for (int number = 1; number <= 100; ++number) {
    const Instant next = next_check(hourly(0, number), {}, at(23h), kStockholm);
    first = std::min(first, next);
    last = std::max(last, next);
  }
  EXPECT_GE(last - first, 50min);
  EXPECT_LE(last - first, kMorning);
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

TEST(Schedule, AWebhookWaitsEverLongerUpToTwelveHours) {
  const std::chrono::seconds waits[] = {1min, 5min, 15min, 60min, 3h, 6h, 12h, 12h, 12h};
  for (int tries = 1; tries <= 9; ++tries) {
    const std::chrono::seconds least = waits[tries - 1];
    for (int number = 1; number <= 50; ++number) {
      const std::chrono::seconds wait = webhook_retry_after(ProfileId{number}, tries);
      EXPECT_GE(wait, least) << tries;
      EXPECT_LE(wait, least + least / 10) << tries;
    }
  }
  EXPECT_NE(webhook_retry_after(ProfileId{1}, 7), webhook_retry_after(ProfileId{2}, 7));
  EXPECT_EQ(webhook_retry_after(ProfileId{1}, 7), webhook_retry_after(ProfileId{1}, 7));
}

TEST(Schedule, HoldIsTriedEverMoreSeldomUpToHourly) {
  EXPECT_EQ(hold_retry_after(1), 1min);
  EXPECT_EQ(hold_retry_after(2), 5min);
  EXPECT_EQ(hold_retry_after(100), 60min);
}

}  // namespace
}  // namespace fundwatch::daemon
