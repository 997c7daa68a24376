// `fundwatch user`: who may log in, as a sysadmin types it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "store/store.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"
#include "web/api_token.h"
#include "web/password.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct UserCommands : public testing::Test {
  UserCommands() {
    std::ofstream(folder / "fundwatch.toml")
        << "[installation]\nstate_directory = \"" << (folder / "state").string() << "\"\n";
  }
  Ran run(std::vector<std::string> arguments, const std::string& input = "") const {
    arguments.insert(arguments.begin(), {"--config", (folder / "fundwatch.toml").string(), "user"});
    return run_program(arguments, input);
  }

  TemporaryFolder folder;
};

TEST_F(UserCommands, AddOneWithAPasswordFromStandardInput) {
  const Ran ran = run({"add", "karin@asf.example", "--name", "Karin"}, "fyra ord i rad\n");
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("coordinator"), Not(HasSubstr("fyra ord"))));
  const store::Store store(folder / "state/fundwatch.db");
  const auto account = store.accounts.find("karin@asf.example");
  ASSERT_TRUE(account);
  EXPECT_TRUE(web::is_password("fyra ord i rad", store.accounts.password_hash(account->id)));
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "account.add");
  EXPECT_THAT(run({"list", "--json"}).out,
              HasSubstr(R"({"email":"karin@asf.example","name":"Karin","role":"coordinator")"));
}

TEST_F(UserCommands, RefuseAShortPasswordAndAnAddressThatIsNone) {
  const Ran ran = run({"add", "karin@asf.example"}, "elva tecken\n");
  EXPECT_EQ(ran.exit, 65);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("shorter than 12"), Not(HasSubstr("elva"))));
  EXPECT_EQ(run({"add", "karin"}, "fyra ord i rad\n").exit, 64);
  EXPECT_EQ(run({"add", "a@b.example", "--role", "king"}, "fyra ord i rad\n").exit, 64);
  EXPECT_EQ(run({"list", "--json"}).out, "");
}

TEST_F(UserCommands, ChangeAndRemoveOne) {
  run({"add", "karin@asf.example", "--role", "reader"}, "fyra ord i rad\n");
  EXPECT_EQ(run({"add", "KARIN@asf.example"}, "fyra ord i rad\n").exit, 65);
  EXPECT_EQ(run({"edit", "karin@asf.example", "--role", "sysadmin", "--disable"}).exit, 0);
  EXPECT_THAT(run({"list"}).out, AllOf(HasSubstr("sysadmin"), HasSubstr("disabled")));
  EXPECT_EQ(run({"edit", "karin@asf.example", "--password", "--enable"}, "fem ord i rad\n").exit,
            0);
  EXPECT_EQ(run({"edit", "nobody@asf.example", "--enable"}).exit, 65);
  EXPECT_EQ(run({"remove", "karin@asf.example"}).exit, 0);
  EXPECT_EQ(run({"list", "--json"}).out, "");
}

TEST_F(UserCommands, MakeATokenThatIsShownOnce) {
  run({"add", "it@county.example", "--role", "reader"}, "fyra ord i rad\n");
  const Ran made = run({"token", "it@county.example", "--label", "intranet"});
  EXPECT_EQ(made.exit, 0) << made.err;
  EXPECT_THAT(made.out, testing::MatchesRegex("fw_[0-9a-f]+\n"));
  const std::string token = made.out.substr(0, made.out.size() - 1);
  EXPECT_EQ(token.size(), 3U + 64U);
  const Ran listed = run({"token", "it@county.example", "--list", "--json"});
  EXPECT_THAT(listed.out, AllOf(HasSubstr(R"("label":"intranet")"), HasSubstr(R"("used_on":null)"),
                                Not(HasSubstr(token.substr(3)))));
  store::Store store(folder / "state/fundwatch.db");
  EXPECT_TRUE(store.tokens.use(web::hash_of_api_token(token), Instant{}));
  EXPECT_THAT(store.audit.page(0, 1).at(0).action, "token.add");
  EXPECT_THAT(store.audit.page(0, 1).at(0).detail, Not(HasSubstr("fw_")));
}

TEST_F(UserCommands, RevokeATokenOnceAndNoOneElses) {
  run({"add", "it@county.example"}, "fyra ord i rad\n");
  run({"add", "karin@asf.example"}, "fyra ord i rad\n");
  const std::string token = run({"token", "it@county.example"}).out;
  EXPECT_EQ(run({"token", "karin@asf.example", "--revoke", "1"}).exit, 65);
  EXPECT_EQ(run({"token", "it@county.example", "--revoke", "1"}).exit, 0);
  EXPECT_EQ(run({"token", "it@county.example", "--revoke", "1"}).exit, 65);
  EXPECT_THAT(run({"token", "it@county.example", "--list"}).out, HasSubstr("revoked 20"));
  store::Store store(folder / "state/fundwatch.db");
  EXPECT_FALSE(store.tokens.use(web::hash_of_api_token(token.substr(0, 67)), Instant{}));
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "token.revoke");
}

TEST_F(UserCommands, MakeNoTokenForNobodyAndForOneWhoIsDisabled) {
  run({"add", "it@county.example"}, "fyra ord i rad\n");
  run({"edit", "it@county.example", "--disable"});
  EXPECT_EQ(run({"token", "it@county.example"}).exit, 65);
  EXPECT_EQ(run({"token", "nobody@county.example"}).exit, 65);
  EXPECT_EQ(run({"token", "it@county.example", "--list", "--revoke", "1"}).exit, 64);
}

}  // namespace
}  // namespace fundwatch::tests
