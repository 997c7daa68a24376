#include "digest/fault_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "digest/message.h"
#include "tests/digest/golden.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

const Instant kNow{std::chrono::sys_days{std::chrono::year{2027} / 2 / 10} +
                   std::chrono::hours(11)};

struct FaultReportTest : public testing::Test {
  FaultReportTest() {
    config.installation.name = "Bevakningen";
    config.mail.from = "bevakning@lan.example";
    config.coordinator = {"karin@lan.example", "Karin", Language::swedish};
    Source region;
    region.id = SourceId{7};
    region.name = "Region <Gävleborg>";
    region.url = "https://region.example/rss?a=1&b=2";
    region.health.state = SourceState::failing;
    region.health.failures = 6;
    region.health.error = "region.example answered 503";
    region.health.failing_since = kNow - std::chrono::hours(26);
    region.health.last_success = kNow - std::chrono::hours(30);
    region.health.next_check = kNow + std::chrono::hours(3);
    Source quiet;
    quiet.id = SourceId{11};
    quiet.name = "Hudiksvalls kommun";
    quiet.url = "https://hudiksvall.example/";
    quiet.health.state = SourceState::silent;
    quiet.health.newest_item = kNow - std::chrono::days(56);
    quiet.health.usual_gap = std::chrono::days(14);
    report.faults = {region, quiet};
    report.well = 13;
    report.now = kNow;
  }
  digest::Rendering rendered(digest::Mode mode = digest::Mode::real) const {
    return digest::render(report, config, Calendar(), mode);
  }

  config::Config config;
  digest::FaultReport report;
};

TEST_F(FaultReportTest, SaysWhatSinceWhenAndWhatToDo) {
  const digest::Rendering mail = rendered();
  EXPECT_EQ(mail.subject, "2 källor behöver ses till");
  for (const char* words :
       {"Hej Karin!", "1 källa går inte att läsa och 1 källa har varit tyst för länge.",
        "De andra\n13 fungerar.", "GÅR INTE ATT LÄSA (1)", "region.example answered 503",
        "Försök: 6, nästa onsdag 10 februari 2027 kl. 15.00", "TYST FÖR LÄNGE (1)",
        "något minst var 14:e dag", "fundwatch source edit 7",
        "https://region.example/rss?a=1&b=2\n"}) {
    EXPECT_THAT(mail.text, HasSubstr(words));
  }
}

TEST_F(FaultReportTest, LooksAsItDid) {
  Source gone = report.faults.front();
  gone.name = "Allmänna arvsfonden";
  gone.health.state = SourceState::attention;
  gone.health.error = "arvsfonden.example answered 410 (gone): the document was withdrawn for good";
  Source moved = report.faults.back();
  moved.name = "Tillväxtverket";
  moved.health = {.state = SourceState::moved, .since = kNow - std::chrono::hours(2)};
  report.faults.insert(report.faults.begin(), gone);
  report.moved = {{moved, "https://old.example/nyheter.rss"}};
  report.solved = {report.faults.back()};
  const digest::Rendering mail = rendered();
  expect_golden("fault_report_sv.txt", mail.text);
  expect_golden("fault_report_sv.html", mail.html);
}

TEST_F(FaultReportTest, HtmlSaysTheSameEscaped) {
  const std::string html = rendered().html;
  EXPECT_THAT(html, HasSubstr("Region &lt;Gävleborg&gt;"));
  EXPECT_THAT(html, HasSubstr("href=\"https://region.example/rss?a=1&amp;b=2\""));
  EXPECT_THAT(html, HasSubstr("Hudiksvalls kommun"));
  EXPECT_THAT(html, Not(HasSubstr("<Gävleborg>")));
}

TEST_F(FaultReportTest, TellsTheNewAddressTheOldOneAndTheWayBack) {
  Source moved = report.faults.front();
  moved.health = {.state = SourceState::moved, .since = kNow - std::chrono::hours(2)};
  report.moved = {{moved, "https://old.example/rss"}};
  report.faults.clear();
  const digest::Rendering mail = rendered();
  EXPECT_EQ(mail.subject, "1 källa har fått ny adress");
  for (const char* words :
       {"HAR FÅTT NY ADRESS (1)", "Förut: https://old.example/rss",
        "https://region.example/rss?a=1&b=2\n", "Sedan: onsdag 10 februari 2027 kl. 10.00",
        "Du behöver inte göra\nnågot."}) {
    EXPECT_THAT(mail.text, HasSubstr(words));
  }
  EXPECT_THAT(mail.html, HasSubstr("fundwatch source edit 7 --url https://old.example/rss"));
}

TEST_F(FaultReportTest, AnAllClearAsksNothing) {
  report.solved = {report.faults.front()};
  report.faults.clear();
  const digest::Rendering mail = rendered();
  EXPECT_EQ(mail.subject, "1 källa fungerar igen");
  EXPECT_THAT(mail.text, HasSubstr("Du behöver inte göra något."));
  EXPECT_THAT(mail.text, Not(HasSubstr("påminner")));
}

TEST_F(FaultReportTest, RemindersAndDemosSaySo) {
  report.occasion = digest::FaultReport::Occasion::reminder;
  EXPECT_EQ(rendered().subject, "Påminnelse: 2 källor behöver ses till");
  EXPECT_THAT(rendered(digest::Mode::demo).subject, HasSubstr("DEMO"));
}

TEST_F(FaultReportTest, SpeaksEnglishToo) {
  config.coordinator.language = Language::english;
  EXPECT_EQ(rendered().subject, "2 sources need a look");
}

TEST_F(FaultReportTest, DescribesNoMoreThanTheLimit) {
  report.faults.assign(digest::kFaultsShownMax + 2, report.faults.front());
  EXPECT_THAT(rendered().text, HasSubstr("2 källor till, se: fundwatch source list"));
}

TEST_F(FaultReportTest, ItsMailIsNoListsMail) {
  const Mail mail = digest::make_notice(rendered(), {"id@lan.example", kNow, {}}, config);
  EXPECT_EQ(mail.recipient, "karin@lan.example");
  EXPECT_EQ(mail.subscriber, SubscriberId{});
  EXPECT_THAT(mail.bytes, HasSubstr("Auto-Submitted: auto-generated"));
  EXPECT_THAT(mail.bytes, Not(HasSubstr("List-Unsubscribe")));
}

TEST_F(FaultReportTest, GoesWhereAnswersGoWithoutACoordinator) {
  config.coordinator.email.clear();
  config.mail.reply_to = "svar@lan.example";
  EXPECT_EQ(config.coordinator_address(), "svar@lan.example");
  config.mail.reply_to.clear();
  EXPECT_EQ(config.coordinator_address(), "");
}

}  // namespace
}  // namespace fundwatch::tests
