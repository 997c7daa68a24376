// `fundwatch profile hook` as a person types it, with a receiver on loopback.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/http_server.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class WebhookCommands : public testing::Test {
 protected:
  WebhookCommands() {
    std::ofstream(folder / "fundwatch.toml")
        << "[installation]\nstate_directory = \"" << (folder / "state").string()
        << "\"\n[fetch]\nallowed_addresses = [\"127.0.0.1\"]\nallowed_ports = [" << server.port()
        << "]\n";
    EXPECT_EQ(run({"profile", "add", "bidrag", "--term", "utlysning"}).exit, 0);
  }
  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--config", (folder / "fundwatch.toml").string()});
    return run_program(arguments, "");
  }
  Ran hook(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"profile", "hook", "bidrag"});
    return run(arguments);
  }

  HttpServer server;
  TemporaryFolder folder;
};

TEST_F(WebhookCommands, ASecretIsShownOnceAndTheStateAfterwards) {
  EXPECT_THAT(hook({}).out, HasSubstr("no webhook"));
  const Ran set = hook({"--url", "https://hook.example/in"});
  EXPECT_EQ(set.exit, 0) << set.err;
  EXPECT_THAT(set.out, HasSubstr("secret: whsec_"));
  EXPECT_THAT(hook({}).out, AllOf(HasSubstr("state:        on"), HasSubstr("waiting:      0"),
                                  HasSubstr("https://hook.example/in"), Not(HasSubstr("whsec_"))));
  EXPECT_THAT(hook({"--json"}).out,
              AllOf(HasSubstr(R"("state":"on")"), HasSubstr(R"("last_success":null)"),
                    Not(HasSubstr("whsec_"))));
  EXPECT_THAT(run({"profile", "show", "bidrag"}).out, Not(HasSubstr("hook.example")));
  EXPECT_EQ(hook({"--off"}).exit, 0);
  EXPECT_THAT(hook({"--json"}).out, HasSubstr(R"("state":"off")"));
}

TEST_F(WebhookCommands, ATestIsPostedAtOnceAndSaysWhatCameBack) {
  server.serve("/in", {HttpAnswer(204, {}, ""), HttpAnswer(500, {}, "nej")});
  EXPECT_EQ(hook({"--url", server.url("/in")}).exit, 0);
  const Ran arrived = hook({"--test"});
  EXPECT_EQ(arrived.exit, 0) << arrived.err;
  EXPECT_THAT(arrived.out, HasSubstr("127.0.0.1: answered 204"));
  ASSERT_EQ(server.requests().size(), 1U);
  EXPECT_THAT(server.requests()[0].body,
              AllOf(HasSubstr(R"("type":"test")"), HasSubstr(R"("profile":"bidrag")")));
  EXPECT_THAT(server.requests()[0].header("webhook-signature"), HasSubstr("v1,"));
  const Ran failed = hook({"--test"});
  EXPECT_EQ(failed.exit, 69);
  EXPECT_THAT(failed.err, HasSubstr("answered 500"));
}

TEST_F(WebhookCommands, WhatIsWrongIsSaid) {
  EXPECT_EQ(hook({"--url", "http://hook.example/"}).exit, 64);
  EXPECT_EQ(hook({"--url", "hook"}).exit, 64);
  EXPECT_EQ(hook({"--off", "--test"}).exit, 64);
  EXPECT_EQ(hook({"--test"}).exit, 65);
  EXPECT_EQ(hook({"--off"}).exit, 65);
  const Ran unknown = run({"profile", "hook", "bidarg"});
  EXPECT_EQ(unknown.exit, 65);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean \"bidrag\"?"));
}

}  // namespace
}  // namespace fundwatch::tests
