// `fundwatch doctor`, run as a person runs it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/http_server.h"
#include "tests/support/program.h"
#include "tests/support/smtp_server.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class DoctorTest : public testing::Test {
 protected:
  void configure(const std::string& more = "") const {
    std::ofstream(folder / "fundwatch.toml")
        << "[installation]\nstate_directory = \"" << (folder / "state").string() << "\"\n"
        << more;
  }
  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--config", (folder / "fundwatch.toml").string()});
    return run_program(arguments);
  }

  TemporaryFolder folder;
};

TEST_F(DoctorTest, AnInstallationWithoutNetworkIsLookedAt) {
  configure();
  ASSERT_EQ(run({"source", "list"}).exit, 0);  // makes the database
  const Ran ran = run({"doctor", "--offline"});
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("is right"), HasSubstr("ok       database: "),
                             HasSubstr("clock: "), HasSubstr("disk: "), HasSubstr("checks: ")));
}

TEST_F(DoctorTest, AWrongConfigurationIsAFinding) {
  configure("[log]\nlevel = \"loud\"\n");
  const Ran ran = run({"doctor", "--json"});
  EXPECT_EQ(ran.exit, 69);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("\"severity\":\"error\""), HasSubstr("log.level")));
}

TEST_F(DoctorTest, ADamagedDatabaseIsAFindingAndTheRestIsStillLookedAt) {
  configure();
  ASSERT_EQ(run({"source", "list"}).exit, 0);
  std::ofstream(folder / "state" / "fundwatch.db") << "this is no database at all";
  const Ran ran = run({"doctor", "--offline"});
  EXPECT_EQ(ran.exit, 69);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("error    database: "), HasSubstr("clock: ")));
  EXPECT_THAT(ran.err, HasSubstr("1 error"));
}

TEST_F(DoctorTest, TheMailServerIsGreetedAndATestMailSentOnRequest) {
  SmtpServer relay;
  configure(
      "[mail]\nmailer = \"smtp\"\nfrom = \"bevakning@asf.example\"\n[mail.smtp]\n"
      "host = \"127.0.0.1\"\nport = " +
      std::to_string(relay.port()) + "\ntls = \"none\"\nplaintext_relays = [\"127.0.0.1\"]\n");
  EXPECT_THAT(run({"doctor", "--no-sources"}).out, HasSubstr("ok       mail server: "));
  EXPECT_TRUE(relay.taken().empty());
  const Ran ran = run({"doctor", "--no-sources", "--send-test", "eva@asf.example"});
  EXPECT_THAT(ran.out, HasSubstr("on its way to eva@asf.example"));
  ASSERT_EQ(relay.taken().size(), 1U);
  EXPECT_EQ(relay.taken()[0].recipient, "eva@asf.example");
  EXPECT_THAT(relay.taken()[0].bytes, HasSubstr("Subject: Provmejl"));
}

TEST_F(DoctorTest, SourcesAreAskedUnlessTheyAreLeftOut) {
  configure();
  std::ofstream(folder / "sources.toml")
      << "[[source]]\nname = \"Intern\"\nurl = \"http://127.0.0.1:9/rss\"\n";
  ASSERT_EQ(run({"source", "import", (folder / "sources.toml").string()}).exit, 0);
  EXPECT_THAT(run({"doctor", "--no-sources"}).out, Not(HasSubstr("Intern")));
  const Ran ran = run({"doctor"});
  EXPECT_EQ(ran.exit, 69);
  EXPECT_THAT(ran.out, HasSubstr("error    source \"Intern\""));
}

}  // namespace
}  // namespace fundwatch::tests
