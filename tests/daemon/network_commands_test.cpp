// The coordinator's commands: meetings, the week's mail, tables of subscribers, follow-up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

struct NetworkCommands : public testing::Test {
  NetworkCommands() {
    std::ofstream(folder / "fundwatch.toml")
        << "[installation]\nstate_directory = \"" << (folder / "state").string() << "\"\n";
  }
  Ran run(std::vector<std::string> arguments, const std::string& input = "") const {
    arguments.insert(arguments.begin(), {"--config", (folder / "fundwatch.toml").string()});
    return run_program(arguments, input);
  }
  void expect_ok(const Ran& ran) const { EXPECT_EQ(ran.exit, 0) << ran.out << ran.err; }

  TemporaryFolder folder;
};

TEST_F(NetworkCommands, MeetingsAreAddedChangedAndCalledOff) {
  expect_ok(run({"meeting", "add", "--title", "Nätverksträff", "--when", "2099-03-04 13:00",
                 "--place", "Bollnäs", "--link", "https://a.example/traff"}));
  EXPECT_THAT(run({"meeting", "list"}).out, HasSubstr("2099-03-04 13:00  Nätverksträff"));
  expect_ok(run({"meeting", "edit", "1", "--when", "2099-03-05 09:30"}));
  expect_ok(run({"meeting", "remove", "1"}));
  EXPECT_THAT(run({"meeting", "list", "--json"}).out, HasSubstr("\"cancelled\":true"));
  EXPECT_EQ(run({"meeting", "remove", "7"}).exit, 65);
  EXPECT_EQ(run({"meeting", "add", "--title", "A", "--when", "i morgon"}).exit, 64);
  EXPECT_EQ(run({"meeting", "add", "--title", "A"}).exit, 64);
  EXPECT_EQ(run({"meeting", "edit", "1", "--link", "javascript:alert(1)"}).exit, 64);
}

TEST_F(NetworkCommands, TheWeeksMailIsNotedHeldAndBroughtForward) {
  expect_ok(run({"digest", "note", "Hej allihop!"}));
  expect_ok(run({"digest", "hold"}));
  EXPECT_THAT(run({"digest", "weeks"}).out, HasSubstr("held"));
  EXPECT_THAT(run({"digest", "weeks"}).out, HasSubstr("Hej allihop!"));
  expect_ok(run({"digest", "earlier", "3"}));
  EXPECT_THAT(run({"digest", "weeks"}).out, HasSubstr("3 days earlier"));
  expect_ok(run({"digest", "resume"}));
  expect_ok(run({"digest", "note", "-"}, "Från en fil.\n"));
  EXPECT_EQ(run({"digest", "earlier", "9"}).exit, 64);
  EXPECT_EQ(run({"digest", "hold", "--week", "1999-W01"}).exit, 64);
  EXPECT_EQ(run({"digest", "note", "-"}, std::string(2001, 'x')).exit, 65);
}

TEST_F(NetworkCommands, SubscribersComeAndGoAsATable) {
  const Ran imported = run({"subscriber", "import", "--csv"},
                           "e-post;namn;kommun;profiler\nanna@asf.example;Anna;Gävle;"
                           "finansiering\nbo@asf.example;Bo;;\n");
  expect_ok(imported);
  EXPECT_THAT(run({"subscriber", "list"}).out, HasSubstr("not confirmed"));
  const Ran table = run({"subscriber", "export", "--csv"});
  EXPECT_THAT(table.out, HasSubstr("anna@asf.example,Anna,,Gävle,everywhere,sv,finansiering,"));
  expect_ok(run({"subscriber", "import", "--csv"}, table.out));
  const Ran wrong = run({"subscriber", "import", "--csv"}, "email\nnobody\n");
  EXPECT_EQ(wrong.exit, 65);
  EXPECT_THAT(wrong.err, HasSubstr("-:2: "));
}

TEST_F(NetworkCommands, EverythingAboutOneIsToldAndErased) {
  expect_ok(run({"subscriber", "add", "anna@asf.example", "--profile", "finansiering",
                 "--consented", "2026-11-26"}));
  const Ran told = run({"subscriber", "export", "anna@asf.example"});
  EXPECT_THAT(told.out, HasSubstr("\"email\":\"anna@asf.example\""));
  EXPECT_THAT(told.out, HasSubstr("\"consented_at\":\"2026-11-26 00:00:00\""));
  EXPECT_THAT(told.out, HasSubstr("\"subscriber_profile\":[{\"profile\":\"finansiering\"}]"));
  const Ran erased = run({"subscriber", "erase", "anna@asf.example"});
  EXPECT_THAT(erased.out, HasSubstr("erased anna@asf.example"));
  EXPECT_EQ(run({"subscriber", "export", "anna@asf.example"}).exit, 65);
  EXPECT_THAT(run({"subscriber", "list"}).out, Not(HasSubstr("anna")));
}

TEST_F(NetworkCommands, AReportHasFourForms) {
  expect_ok(run({"report", "note", "add", "partnership", "IOP om återbruk", "--municipality",
                 "Bollnäs", "--day", "2026-03-01"}));
  EXPECT_THAT(run({"report", "note", "list"}).out, HasSubstr("IOP om återbruk"));
  const std::vector<std::string> year{"report", "--from", "2026-01-01", "--to", "2026-12-31"};
  EXPECT_THAT(run(year).out, HasSubstr("partnerships: 1 of at least 4"));
  const auto with = [&year](const std::string& flag) {
    std::vector<std::string> arguments = year;
    arguments.push_back(flag);
    return arguments;
  };
  EXPECT_THAT(run(with("--csv")).out, HasSubstr("group,name,found"));
  EXPECT_THAT(run(with("--json")).out, HasSubstr("\"partnerships\":[{"));
  EXPECT_THAT(run(with("--html")).out, HasSubstr("Partnerskap: 1 av minst 4"));
  expect_ok(run({"report", "note", "remove", "1"}));
  EXPECT_EQ(run({"report", "note", "remove", "1"}).exit, 65);
  EXPECT_EQ(run({"report", "--from", "förra året"}).exit, 64);
  EXPECT_EQ(run({"report", "--from", "2027-02-01", "--to", "2027-01-01"}).exit, 64);
}

}  // namespace
}  // namespace fundwatch::tests
