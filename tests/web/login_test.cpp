#include "tests/web/desk_support.h"
#include "web/login_page.h"
#include "web/password.h"

namespace fundwatch::web {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr const char* kPassword = "fyra ord som ingen gissar";

class LoginTest : public tests::DeskTest {
 protected:
  LoginTest() { id = add_account("karin@asf.example", Role::coordinator, kHash()); }

  // Made once: it takes time.
  static const std::string& kHash() {
    static const std::string hash = hash_of_password(kPassword);
    return hash;
  }

  Reply try_password(const std::string& password, const std::string& sender = "192.0.2.1",
                     const std::string& email = "karin@asf.example") {
    Request asked = request(Method::post, "/logga-in");
    asked.form.add("namn", email);
    asked.form.add("losen", password);
    asked.form.add("vidare", path);
    asked.sender = sender;
    return answer(site, asked);
  }

  AccountId id{};
  std::string path;
};

std::string token_in(const std::string& cookie) { return cookie.substr(cookie.find('=') + 1, 64); }

TEST_F(LoginTest, BeginsANewSessionAndRecordsIt) {
  const Reply reply = try_password(kPassword);
  EXPECT_EQ(reply.status, 303);
  EXPECT_EQ(header(reply, "Location"), "/");
  const std::string cookie = header(reply, "Set-Cookie");
  EXPECT_THAT(cookie, StartsWith("fundwatch="));
  EXPECT_THAT(cookie, HasSubstr("; HttpOnly; SameSite=Lax"));
  EXPECT_THAT(cookie, Not(HasSubstr("Secure")));
  token = token_in(cookie);
  EXPECT_EQ(get("/").status, 200);
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "account.login");
}

TEST_F(LoginTest, GivesASecureCookieOfThisHostAloneBehindTls) {
  config.web.public_url = "https://bevakning.example";
  const std::string cookie = header(try_password(kPassword), "Set-Cookie");
  EXPECT_THAT(cookie, StartsWith("__Host-fundwatch="));
  EXPECT_THAT(cookie, HasSubstr("; Path=/; "));
  EXPECT_THAT(cookie, HasSubstr("; Secure"));
  token = token_in(cookie);  // sent under the name of plain http, which a neighbour could set
  EXPECT_EQ(get("/").status, 303);
}

TEST_F(LoginTest, AnswersAlikeToAWrongPasswordAndAnUnknownAddress) {
  const Reply wrong = try_password("fel", "192.0.2.1", "karin@asf.example");
  const Reply unknown = try_password("fel", "192.0.2.2", "kalle@asf.example");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(unknown.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("Du kom inte in"));
  EXPECT_THAT(header(wrong, "Set-Cookie"), IsEmpty());
  EXPECT_EQ(wrong.body.size(), unknown.body.size());
  EXPECT_THAT(wrong.body, Not(HasSubstr("value=\"fel\"")));
}

TEST_F(LoginTest, LetsNobodyInWhoIsDisabled) {
  Account account = *store.accounts.find(id);
  account.disabled = true;
  store.accounts.update(account);
  EXPECT_EQ(try_password(kPassword).status, 422);
}

TEST_F(LoginTest, NeverTakesOverASessionThatWasThere) {
  token = new_session_token();  // foisted on the browser before
  const Reply reply = try_password(kPassword);
  const std::string given = token_in(header(reply, "Set-Cookie"));
  EXPECT_NE(given, token);
  EXPECT_THAT(header(get("/logga-ut"), "Location"), HasSubstr("/logga-in"));  // still nobody
}

TEST_F(LoginTest, EndsTheSessionBeforeWithANewLogin) {
  token = token_in(header(try_password(kPassword), "Set-Cookie"));
  const std::string before = token;
  try_password(kPassword);
  token = before;
  EXPECT_EQ(header(get("/"), "Location"), "/prenumerera");
}

TEST_F(LoginTest, GuessingFromOneAddressLocksNobodyElseOut) {
  for (int count = 0; count < kFailuresForAccountMax; ++count) {
    EXPECT_EQ(try_password("fel", "192.0.2.66").status, 422);
  }
  EXPECT_EQ(try_password(kPassword, "192.0.2.66").status, 429);
  EXPECT_EQ(try_password(kPassword, "192.0.2.1").status, 303);
  clock.set(clock.now() + kFailuresForgotten + 1s);
  EXPECT_EQ(try_password(kPassword, "192.0.2.66").status, 303);
}

TEST_F(LoginTest, HoldsAnswersBackWhereSendersCannotBeToldApart) {
  Reply reply;
  for (int count = 0; count <= kFailuresForAccountMax; ++count) reply = try_password("fel", "");
  EXPECT_EQ(reply.status, 422);
  EXPECT_EQ(reply.held, kAnswerHeld);
  EXPECT_EQ(try_password(kPassword, "").status, 303);
}

TEST_F(LoginTest, GoesOnToThePageThatWasAskedFor) {
  const Reply asked = get("/logga-ut?a=%C3%A5");
  EXPECT_EQ(header(asked, "Location"), "/logga-in?vidare=%2Flogga-ut%3Fa%3D%25C3%25A5");
  path = "/kallor/3?sida=2";
  EXPECT_EQ(header(try_password(kPassword), "Location"), "/kallor/3?sida=2");
}

TEST_F(LoginTest, NeverLeadsToAnotherSite) {
  for (const char* elsewhere :
       {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)",
        "/a\r\nSet-Cookie: a=b", "kallor", "", "/\tevil"}) {
    EXPECT_EQ(local_path(elsewhere), "/") << elsewhere;
  }
  path = "//evil.example/";
  EXPECT_EQ(header(try_password(kPassword), "Location"), "/");
}

TEST_F(LoginTest, TakesNoFormOfAnotherSite) {
  Request asked = request(Method::post, "/logga-in");
  asked.form.add("namn", "karin@asf.example");
  asked.form.add("losen", kPassword);
  asked.is_ours = false;
  EXPECT_EQ(answer(site, asked).status, 403);
}

TEST_F(LoginTest, BelongsOnThePoolWhereItHashes) {
  EXPECT_EQ(lane_of(request(Method::post, "/logga-in")), Lane::hashing);
  EXPECT_EQ(lane_of(request(Method::get, "/logga-in")), Lane::page);
}

TEST_F(LoginTest, EndsByLoggingOut) {
  token = token_in(header(try_password(kPassword), "Set-Cookie"));
  const Reply reply = post("/logga-ut", "");
  EXPECT_EQ(header(reply, "Location"), "/logga-in?utloggad=1");
  EXPECT_THAT(header(reply, "Set-Cookie"), HasSubstr("fundwatch=; "));
  EXPECT_EQ(header(get("/"), "Location"), "/prenumerera");
}

TEST(Password, HasALeastLength) {
  EXPECT_EQ(fault_in_password("elva tecken"), PasswordFault::too_short);
  EXPECT_EQ(fault_in_password("tolv tecken!"), PasswordFault::none);
  EXPECT_EQ(fault_in_password(std::string(kPasswordBytesMax + 1, 'x')), PasswordFault::too_long);
}

TEST(Password, IsKeptAsArgon2id) {
  const std::string hash = hash_of_password("ett riktigt lösenord");
  EXPECT_THAT(hash, StartsWith("$argon2id$"));
  EXPECT_TRUE(is_password("ett riktigt lösenord", hash));
  EXPECT_FALSE(is_password("ett riktigt losenord", hash));
  EXPECT_FALSE(is_password("", ""));
}

TEST(Password, IsMadeSoThatItIsLongEnough) {
  EXPECT_EQ(fault_in_password(new_password()), PasswordFault::none);
  EXPECT_NE(new_password(), new_password());
}

TEST(LoginGuard, CountsANetworkOfIpv6AsOne) {
  LoginGuard guard;
  const Instant now{};
  for (int count = 0; count < kFailuresForAccountMax; ++count) {
    guard.note_failure({"a@b", "2001:db8:1:2::" + std::to_string(count + 1)}, now);
  }
  EXPECT_FALSE(guard.may_try({"A@b", "2001:db8:1:2::99"}, now));
  EXPECT_TRUE(guard.may_try({"a@b", "2001:db8:1:3::1"}, now));
}

TEST(LoginGuard, RefusesWhoTriesManyAccounts) {
  LoginGuard guard;
  for (int count = 0; count < kFailuresFromAddressMax; ++count) {
    guard.note_failure({std::to_string(count) + "@b", "192.0.2.1"}, Instant{});
  }
  EXPECT_FALSE(guard.may_try({"new@b", "192.0.2.1"}, Instant{}));
  EXPECT_TRUE(guard.may_try({"new@b", "192.0.2.2"}, Instant{}));
}

TEST(LoginGuard, SlowsEverybodyWhileManyFail) {
  LoginGuard guard;
  std::chrono::seconds held{};
  for (int count = 0; count <= kFailuresOfAllMax; ++count) {
    held = guard.note_failure({"a@b", "192.0.2." + std::to_string(count)}, Instant{});
  }
  EXPECT_EQ(held, kAnswerHeld);
  EXPECT_TRUE(guard.may_try({"a@b", "198.51.100.1"}, Instant{}));
}

TEST(LoginGuard, RemembersALimitedNumber) {
  LoginGuard guard;
  for (std::size_t count = 0; count <= kFailuresKept; ++count) {
    guard.note_failure({std::to_string(count), "192.0.2.1"}, Instant{});
  }
  for (int count = 0; count < kFailuresForAccountMax - 1; ++count) {
    guard.note_failure({"0", "192.0.2.2"}, Instant{});
  }
  EXPECT_TRUE(guard.may_try({"0", "192.0.2.2"}, Instant{}));
}

}  // namespace
}  // namespace fundwatch::web
