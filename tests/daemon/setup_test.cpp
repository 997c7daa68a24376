// `fundwatch setup`: from answers to a configuration and sources, asked for or given as options.
#include "daemon/commands/setup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/support/fakes.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class SetupTest : public testing::Test {
 protected:
  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--config", file.string()});
    return run_program(arguments);
  }
  Ran setup(std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), {"setup", "--state-directory", (folder / "state").string(),
                                         "--from", "bevakning@asf.example"});
    return run(arguments);
  }
  std::string written() const {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  TemporaryFolder folder;
  std::filesystem::path file = folder / "fundwatch.toml";
};

TEST_F(SetupTest, WritesAConfigurationThatIsRightAndTheSourcesOfTheCounty) {
  const Ran ran =
      setup({"--county", "gävleborgs län", "--coordinator", "samordnare@asf.example", "--relay",
             "mail.asf.example:465", "--public-url", "https://asf.example/bevakning"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_EQ(run({"config", "check"}).exit, 0);
  EXPECT_THAT(written(),
              AllOf(HasSubstr("\nname = \"Bevakningen för sociala företag i Gävleborg\"\n"),
                    HasSubstr("\nfrom = \"bevakning@asf.example\"\n"),
                    HasSubstr("\nhost = \"mail.asf.example\"\n"), HasSubstr("\nport = 465\n"),
                    HasSubstr("\ntls = \"implicit\"\n"),
                    HasSubstr("\nemail = \"samordnare@asf.example\"\n"),
                    HasSubstr("\ncontact_url = \"https://asf.example/bevakning\"\n"),
                    HasSubstr("\npublic_url = \"https://asf.example/bevakning\"\n"),
                    HasSubstr("\nlisten = \"127.0.0.1:8080\"\n")));
  const std::string sources = run({"source", "export"}).out;
  EXPECT_THAT(sources, AllOf(HasSubstr("\"TED, Gävleborg\""), HasSubstr("\"Region Gävleborg\""),
                             HasSubstr("\"Vinnova, utlysningar\""), Not(HasSubstr("Dalarna"))));
}

TEST_F(SetupTest, ARelayOfThisMachineMayBePlain) {
  EXPECT_EQ(setup({"--county", "none", "--relay", "localhost:25"}).exit, 0);
  EXPECT_EQ(run({"config", "check"}).exit, 0);
  EXPECT_THAT(written(), AllOf(HasSubstr("\ntls = \"none\"\n"),
                               HasSubstr("\nplaintext_relays = [\"localhost\"]\n")));
  EXPECT_THAT(run({"source", "export"}).out, Not(HasSubstr("TED, Gävleborg")));
}

TEST_F(SetupTest, ReplacesNothingWithoutForceButTheExample) {
  std::ofstream(file) << config::example();
  EXPECT_EQ(setup({"--county", "Skåne"}).exit, 0);
  const Ran again = setup({"--county", "Dalarna"});
  EXPECT_EQ(again.exit, 64);
  EXPECT_THAT(again.err, HasSubstr("--force replaces it"));
  EXPECT_THAT(written(), HasSubstr("i Skåne"));
  EXPECT_EQ(setup({"--county", "Dalarna", "--force"}).exit, 0);
  EXPECT_THAT(written(), HasSubstr("i Dalarna"));
}

TEST_F(SetupTest, WhatIsMissingOrWrongIsNamedAndNothingIsWritten) {
  struct Case {
    std::vector<std::string> options;
    const char* says;
  };
  for (const Case& each :
       {Case{{}, "--county: is missing, and nobody is there to be asked"},
        Case{{"--county", "Gävelborg"}, "menade ni Gävleborg?"},
        Case{{"--county", "Gävelborg", "--language", "en"}, "did you mean Gävleborg?"},
        Case{{"--county", "none", "--coordinator", "eva"}, "är ingen e-postadress"},
        Case{{"--county", "none", "--relay", "mail server"}, "är ingen server"},
        Case{{"--county", "none", "--relay", "mail.example.se:0"}, "är ingen server"},
        Case{{"--county", "none", "--public-url", "asf.example"}, "är ingen webbadress"},
        Case{{"--county", "none", "--public-url", "https://a.se/?x"}, "är ingen webbadress"}}) {
    const Ran ran = setup(each.options);
    EXPECT_EQ(ran.exit, 64) << each.says;
    EXPECT_THAT(ran.err, HasSubstr(each.says));
    EXPECT_FALSE(std::filesystem::exists(file));
  }
}

// As a person sits there.
class SetupDialogueTest : public SetupTest {
 protected:
  std::string talk(const std::string& answers, const std::vector<std::string>& options) {
    std::istringstream in(answers);
    std::ostringstream out;
    daemon::Context context{.in = in, .out = out, .clock = clock};
    context.config_file = file;
    context.is_terminal = true;
    CLI::App app;
    const daemon::SetupCommand setup(app, context);
    std::vector<std::string> arguments{"setup", "--state-directory", (folder / "state").string()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    std::ranges::reverse(arguments);  // as CLI11 takes them
    app.parse(std::move(arguments));
    return out.str();
  }

  FakeClock clock;
};

TEST_F(SetupDialogueTest, AsksInSwedishAndAgainWhereAnAnswerIsWrong) {
  const std::string said = talk("Gävelborg\nGävleborg\nbevakning@asf.example\n\n\n\n", {});
  EXPECT_THAT(said, AllOf(HasSubstr("Vilket län?"), HasSubstr("menade ni Gävleborg?"),
                          HasSubstr("Samordnarens adress"), HasSubstr("imported")));
  EXPECT_EQ(run({"config", "check"}).exit, 0);
  EXPECT_THAT(written(), HasSubstr("# mailer = \"maildir\""));
}

TEST_F(SetupDialogueTest, AsksInEnglishForWhatTheOptionsLeaveOut) {
  const std::string said =
      talk("a@asf.example\n\n\n\n", {"--language", "en", "--county", "Kalmar"});
  EXPECT_THAT(said, AllOf(HasSubstr("From which address"), Not(HasSubstr("Which county"))));
}

TEST_F(SetupDialogueTest, WritesNothingIfTheAnswersEnd) {
  EXPECT_THROW(talk("Kalmar\n", {}), daemon::CommandError);
  EXPECT_FALSE(std::filesystem::exists(file));
}

}  // namespace
}  // namespace fundwatch::tests
