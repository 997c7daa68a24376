#include "tests/web/desk_support.h"
#include "web/metrics_page.h"

namespace fundwatch::web {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

class MetricsTest : public tests::DeskTest {
 protected:
  Reply ask(bool is_local, const std::string& authorization = "") {
    Request asked = request(Method::get, "/metrics");
    asked.is_local = is_local;
    asked.authorization = authorization;
    return answer(site, asked);
  }
};

TEST_F(MetricsTest, SayHowItGoes) {
  Source source;
  source.name = "A \"B\"\\C";
  source.url = "https://a.example";
  source.health.state = SourceState::failing;
  source.health.last_success = clock.now() - 90s;
  Item item;
  item.source = store.sources.save(source);
  item.key = "a";
  store.items.put(item, clock.now());
  Mail mail;
  mail.message_id = "m";
  store.outbox.mark_sent(store.outbox.add(mail, clock.now()), "250", clock.now());
  services.vitals = [] { return Vitals{7s, std::chrono::duration<double>(0.25), true}; };
  const std::string text = ask(true).body;
  for (const char* line :
       {"# TYPE fundwatch_sources gauge\n", "fundwatch_sources{state=\"failing\"} 1\n",
        "fundwatch_sources{state=\"ok\"} 0\n", "fundwatch_last_success_age_seconds 90\n",
        "fundwatch_source_last_success_age_seconds{source=\"A \\\"B\\\"\\\\C\"} 90\n",
        "fundwatch_items_total 1\n", "fundwatch_mails_sent 1\n", "fundwatch_mail_queue 0\n",
        "fundwatch_cycle_seconds 0.25\n", "fundwatch_worker_beat_age_seconds 7\n",
        "fundwatch_mail_on_hold 0\n"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
  EXPECT_THAT(text, Not(HasSubstr("fundwatch_database_bytes 0\n")));
}

TEST_F(MetricsTest, AreForThisMachineAndWhoHasTheToken) {
  EXPECT_EQ(ask(true).status, 200);
  EXPECT_EQ(ask(false).status, 401);
  EXPECT_EQ(ask(false, "Bearer ").status, 401);
  services.metrics_token = "secret";
  EXPECT_EQ(ask(false, "Bearer secret").status, 200);
  EXPECT_EQ(ask(false, "Bearer secreT").status, 401);
  EXPECT_EQ(ask(false, "secret").status, 401);
  EXPECT_EQ(header(ask(false), "WWW-Authenticate"), "Bearer");
}

TEST_F(MetricsTest, HealthIsForEverybody) {
  EXPECT_EQ(get("/healthz").body, "ok\n");
  services.vitals = [] { return Vitals{1h, {}, false}; };
  EXPECT_EQ(get("/healthz").status, 503);
}

}  // namespace
}  // namespace fundwatch::web
