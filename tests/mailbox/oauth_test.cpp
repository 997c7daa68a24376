#include "mailbox/oauth.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "tests/support/fakes.h"
#include "tests/support/token_server.h"

namespace fundwatch::tests {
namespace {

using mailbox::TokenFault;
using Kind = mailbox::TokenFault::Kind;
using std::chrono::seconds;
using testing::HasSubstr;
using testing::Not;

const std::string kToken = R"({"token_type":"Bearer","access_token":"ettan","expires_in":3600})";
const std::string kNextToken = R"({"access_token":"tvåan","expires_in":3600})";

class TokenSourceTest : public testing::Test {
 protected:
  TokenSourceTest() {
    settings_.token_url = server_.url();
    settings_.client_id = "klient";
    settings_.scope = "https://outlook.office365.com/.default";
    settings_.timeout = seconds(20);
  }

  mailbox::TokenSource source() const { return {settings_, "hemligt & svårt", clock_}; }

  // Why there is no token if the server answers so, or the token as the words of none.
  TokenFault answered(int status, const std::string& json) {
    server_.answer(status, json);
    auto tokens = source();
    return tokens.renew(session_).value_or(TokenFault{Kind::refused, tokens.token()});
  }

  TokenServer server_;
  mailbox::TokenSettings settings_{.section = "mail.smtp"};
  FakeClock clock_;
  std::stop_source stop_;
  mailbox::CurlSession session_{stop_.get_token(), [] {}};
};

TEST_F(TokenSourceTest, AsksByClientCredentials) {
  EXPECT_EQ(answered(200, kToken).words, "ettan");
  EXPECT_EQ(
      server_.posted().at(0),
      "grant_type=client_credentials&client_id=klient&client_secret=hemligt%20%26%20sv%C3%A5rt"
      "&scope=https%3A%2F%2Foutlook.office365.com%2F.default");
}

TEST_F(TokenSourceTest, KeepsATokenUntilShortlyBeforeItsEnd) {
  server_.answer(200, kToken);
  server_.answer(200, kNextToken);
  auto tokens = source();
  const Instant begin = clock_.now();
  EXPECT_FALSE(tokens.renew(session_));
  clock_.set(begin + seconds(3479));
  EXPECT_FALSE(tokens.renew(session_));
  EXPECT_EQ(tokens.token(), "ettan");
  clock_.set(begin + seconds(3480));
  EXPECT_FALSE(tokens.renew(session_));
  EXPECT_EQ(tokens.token(), "tvåan");
  EXPECT_EQ(server_.posted().size(), 2U);
}

TEST_F(TokenSourceTest, AsksAgainForATokenThatWasNotTaken) {
  server_.answer(200, kToken);
  server_.answer(200, kNextToken);
  auto tokens = source();
  EXPECT_FALSE(tokens.renew(session_));
  tokens.forget();
  EXPECT_FALSE(tokens.renew(session_));
  EXPECT_EQ(tokens.token(), "tvåan");
}

// After how many seconds a token with this answer is renewed.
struct Life {
  const char* json;
  int seconds;
};

class TokenLife : public TokenSourceTest, public testing::WithParamInterface<Life> {};

TEST_P(TokenLife, IsReadLeniently) {
  server_.answer(200, GetParam().json);
  auto tokens = source();
  const Instant begin = clock_.now();
  EXPECT_FALSE(tokens.renew(session_));
  clock_.set(begin + seconds(GetParam().seconds - 1));
  EXPECT_FALSE(tokens.renew(session_));
  EXPECT_EQ(server_.posted().size(), 1U);
  clock_.set(begin + seconds(GetParam().seconds));
  tokens.renew(session_);
  EXPECT_EQ(server_.posted().size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(All, TokenLife,
                         testing::Values(Life{R"({"access_token":"t","expires_in":3599})", 3479},
                                         Life{R"({"access_token":"t","expires_in":"3599"})", 3479},
                                         Life{R"({"access_token":"t","expires_in":100})", 50},
                                         Life{R"({"access_token":"t"})", 180},
                                         Life{R"({"access_token":"t","expires_in":1e99})", 180},
                                         Life{R"({"access_token":"t","expires_in":9000000000})",
                                              86280}));

TEST_F(TokenSourceTest, TellsARefusalInTheServersWords) {
  const TokenFault fault = answered(
      401, R"({"error":"invalid_client","error_description":"AADSTS7000215:\r\nInvalid secret"})");
  EXPECT_EQ(fault.kind, Kind::refused);
  EXPECT_THAT(fault.words, HasSubstr(server_.url()));
  EXPECT_THAT(fault.words, HasSubstr("HTTP 401 invalid_client AADSTS7000215: Invalid secret"));
  EXPECT_THAT(fault.words, HasSubstr("client_id"));
}

TEST_F(TokenSourceTest, IsRefusedByWhatIsNoTokenServer) {
  for (const char* body :
       {"", "<html>", "[]", "{}", R"({"access_token":7})", R"({"access_token":""})"}) {
    EXPECT_EQ(answered(200, body).kind, Kind::refused) << body;
  }
}

TEST_F(TokenSourceTest, NeverQuotesAToken) {
  const TokenFault fault = answered(500, R"({"access_token":"hemlig","error":"server_error"})");
  EXPECT_THAT(fault.words, Not(HasSubstr("hemlig,")));
  EXPECT_THAT(fault.words, Not(HasSubstr("\"hemlig\"")));
}

TEST_F(TokenSourceTest, TriesLaterWhenTheTokenServerCannotAnswer) {
  EXPECT_EQ(answered(503, "{}").kind, Kind::unreachable);
  EXPECT_EQ(answered(429, "{}").kind, Kind::unreachable);
  EXPECT_EQ(answered(200, std::string(70'000, ' ')).kind, Kind::unreachable);
  {
    const TokenServer gone;
    settings_.token_url = gone.url();
  }
  EXPECT_EQ(answered(200, kToken).kind, Kind::unreachable);
}

TEST_F(TokenSourceTest, SendsTheSecretOnlyEncryptedOrToThisMachine) {
  for (const char* url : {"http://login.example.org/token", "http://127.0.0.2/token",
                          "http://127.0.0.1.example.org/", "ftp://127.0.0.1/", ""}) {
    settings_.token_url = url;
    const TokenFault fault = answered(200, kToken);
    EXPECT_EQ(fault.kind, Kind::refused) << url;
    EXPECT_THAT(fault.words, HasSubstr("must begin with https://"));
  }
  EXPECT_TRUE(server_.posted().empty());
}

TEST_F(TokenSourceTest, DoesNotAskAfterAStop) {
  stop_.request_stop();
  EXPECT_EQ(answered(200, kToken).kind, Kind::stopped);
  EXPECT_TRUE(server_.posted().empty());
}

}  // namespace
}  // namespace fundwatch::tests
