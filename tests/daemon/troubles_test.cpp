#include "daemon/troubles.h"

#include <gmock/gmock.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>
#include <syslog.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include "store/error.h"
#include "tests/support/places.h"

namespace fundwatch::tests {
namespace {

using daemon::Trouble;
using daemon::Troubles;
using testing::HasSubstr;
using testing::SizeIs;

const std::string kMailIsDown = "no connection to mail.example";

class TroublesTest : public testing::Test {
 protected:
  std::ostringstream words;
  spdlog::logger log{"test", std::make_shared<spdlog::sinks::ostream_sink_st>(words)};
  std::vector<daemon::JournalLine> journal;
  std::string status;
  Troubles troubles{log, [this](const daemon::JournalLine& line) { journal.push_back(line); },
                    [this](const std::string& shown) { status = shown; }};
};

TEST_F(TroublesTest, BeginsWithAnErrorInTheJournalThatHasAnIdOfItsOwn) {
  troubles.begin(Trouble::mail, kMailIsDown);
  ASSERT_THAT(journal, SizeIs(1));
  EXPECT_EQ(journal[0].priority, LOG_ERR);
  EXPECT_EQ(journal[0].message, kMailIsDown);
  EXPECT_EQ(journal[0].trouble, "mail");
  EXPECT_EQ(journal[0].message_id, "a3904c420815011f631a2a3d7a25543d");
}

TEST_F(TroublesTest, IsSaidOnceAndAgainWhenItIsAnother) {
  troubles.begin(Trouble::mail, kMailIsDown);
  troubles.begin(Trouble::mail, kMailIsDown);
  EXPECT_THAT(journal, SizeIs(1));
  troubles.begin(Trouble::mail, "a wrong password");
  EXPECT_THAT(journal, SizeIs(2));
}

TEST_F(TroublesTest, StandsInTheStatusUntilItIsOver) {
  troubles.set_summary("3 sources read");
  troubles.begin(Trouble::mail, kMailIsDown + "\n  (twice)");
  EXPECT_EQ(status, "IN TROUBLE: no connection to mail.example (twice) | 3 sources read");
  troubles.set_summary("4 sources read");
  EXPECT_THAT(status, HasSubstr(kMailIsDown));
  troubles.end(Trouble::mail, "mail is being sent again");
  EXPECT_EQ(status, "4 sources read");
}

TEST_F(TroublesTest, SeveralStandBesideEachOther) {
  troubles.begin(Trouble::mail, kMailIsDown);
  troubles.begin(Trouble::network, "no source can be reached");
  troubles.end(Trouble::network, "sources answer again");
  EXPECT_THAT(status, HasSubstr(kMailIsDown));
}

TEST_F(TroublesTest, ItsEndIsSaidOnceWithAnotherId) {
  troubles.begin(Trouble::mail, kMailIsDown);
  troubles.end(Trouble::mail, "mail is being sent again");
  troubles.end(Trouble::mail, "mail is being sent again");
  ASSERT_THAT(journal, SizeIs(2));
  EXPECT_EQ(journal[1].priority, LOG_WARNING);
  EXPECT_NE(journal[1].message_id, journal[0].message_id);
}

TEST_F(TroublesTest, WhatWasSaidBeforeAStartStandsSilently) {
  troubles.stand(Trouble::mail, kMailIsDown);
  EXPECT_THAT(journal, SizeIs(0));
  EXPECT_THAT(status, HasSubstr(kMailIsDown));
}

TEST_F(TroublesTest, WithoutAJournalTheLogHasIt) {
  Troubles alone(log, {});
  alone.begin(Trouble::mail, kMailIsDown);
  EXPECT_THAT(words.str(), HasSubstr("[error] " + kMailIsDown));
}

TEST(Troubles, AFaultOfTheDatabaseIsOneOfTheStorage) {
  EXPECT_EQ(daemon::trouble_of(store::StoreError("the disk is full")), Trouble::storage);
  EXPECT_EQ(daemon::trouble_of(std::runtime_error("no such file")), Trouble::installation);
}

TEST(Troubles, AStreamThatIsNotTheJournalIsNone) {
  EXPECT_FALSE(daemon::open_journal(""));
  EXPECT_FALSE(daemon::open_journal("1:1"));
}

TEST(Troubles, EveryIdIsAloneAndStandsInTheReadme) {
  std::ifstream stream(source_folder() / "README.md");
  const std::string readme(std::istreambuf_iterator<char>(stream), {});
  std::set<std::string> ids;
  for (const daemon::TroubleName& name : daemon::kTroubles) {
    for (const std::string_view id : {name.begins, name.ends}) {
      EXPECT_TRUE(std::regex_match(std::string(id), std::regex("[0-9a-f]{32}"))) << id;
      EXPECT_TRUE(ids.emplace(id).second) << id;
      EXPECT_THAT(readme, HasSubstr("`" + std::string(id) + "`"));
    }
  }
}

}  // namespace
}  // namespace fundwatch::tests
