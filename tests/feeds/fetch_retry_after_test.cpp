#include "feeds/fetch/retry_after.h"

#include <gtest/gtest.h>

namespace fundwatch::tests {
namespace {

using std::chrono::seconds;

// 2026-11-24T08:00:00Z
constexpr Instant kNow{seconds(1795507200)};

TEST(RetryAfter, ReadsSecondsAndDates) {
  const struct {
    const char* value;
    std::optional<seconds> pause;
  } cases[] = {
      {"0", seconds(0)},
      {"120", seconds(120)},
      {" 120 ", seconds(120)},
      {"604800", seconds(604800)},
      {"604801", feeds::kRetryAfterMax},
      {"99999999999999999999999999", feeds::kRetryAfterMax},
      {"Tue, 24 Nov 2026 08:02:00 GMT", seconds(120)},
      {"Tuesday, 24-Nov-26 08:02:00 GMT", seconds(120)},
      {"Tue Nov 24 08:02:00 2026", seconds(120)},
      {"Tue, 24 Nov 2026 07:00:00 GMT", seconds(0)},
      {"Fri, 31 Dec 2999 23:59:59 GMT", feeds::kRetryAfterMax},
      {"", std::nullopt},
      {"soon", std::nullopt},
      {"-5", std::nullopt},
      {"1.5", std::nullopt},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(feeds::parse_retry_after(each.value, kNow), each.pause) << each.value;
  }
}

}  // namespace
}  // namespace fundwatch::tests
