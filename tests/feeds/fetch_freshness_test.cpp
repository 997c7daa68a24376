#include "feeds/fetch/freshness.h"

#include <gtest/gtest.h>

#include "tests/feeds/fetch_support.h"

namespace fundwatch::tests {
namespace {

using namespace std::chrono_literals;

TEST(Freshness, IsWhatTheServerSays) {
  struct Case {
    const char* cache_control;
    const char* expires;
    const char* age;
    std::optional<std::chrono::seconds> expected;
  };
  const Case cases[] = {{"", "", "", {}},
                        {"max-age=3600", "", "", 1h},
                        {"public, MAX-AGE = 3600", "", "", 1h},
                        {"max-age=\"60\"", "", "", 60s},
                        {"max-age=3600", "", "600", 50min},
                        {"max-age=60", "", "61", {}},
                        {"max-age=60", "", "no number", 60s},
                        {"max-age=0", "", "", {}},
                        {"max-age=-5", "", "", {}},
                        {"max-age=1h", "", "", {}},
                        {"max-age=", "", "", {}},
                        {"max-age", "", "", {}},
                        {"max-age=99999999999999999999", "", "", 2147483647s},
                        {"no-cache, max-age=60", "", "", {}},
                        {"max-age=60, no-store", "", "", {}},
                        {"s-maxage=60", "", "", {}},
                        {"", "Tue, 24 Nov 2026 09:00:00 GMT", "", 1h},
                        {"", "Tue, 24 Nov 2026 07:00:00 GMT", "", {}},
                        {"", "0", "", {}},
                        {"", "-1", "", {}},
                        {"max-age=60", "Tue, 24 Nov 2026 09:00:00 GMT", "", 60s},
                        {",,=,\x01", "never", "", {}}};
  for (const Case& each : cases) {
    EXPECT_EQ(feeds::fresh_for({each.cache_control, each.expires, each.age}, kFetchTime),
              each.expected)
        << each.cache_control << " / " << each.expires << " / " << each.age;
  }
}

TEST_F(FetchTest, TellsHowLongTheDocumentIsFresh) {
  server.serve("/feed", HttpAnswer(200, {{"Cache-Control", "max-age=7200"}, {"Age", "3600"}}, "x"));
  EXPECT_EQ(fetch_one(server.url("/feed")).fresh_for, 1h);
}

}  // namespace
}  // namespace fundwatch::tests
