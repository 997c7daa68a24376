#include "web/routes.h"

#include "tests/web/desk_support.h"

namespace fundwatch::web {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

class RoutesTest : public tests::DeskTest {};

TEST_F(RoutesTest, LeadsWhoIsNotLoggedInToTheFormForReaders) {
  EXPECT_EQ(header(get("/"), "Location"), "/prenumerera");
}

TEST_F(RoutesTest, ShowsTheMenuToWhoIsLoggedIn) {
  log_in(Role::reader);
  const Reply reply = get("/");
  EXPECT_EQ(reply.status, 200);
  EXPECT_THAT(reply.body, HasSubstr("<a href=\"/\" aria-current=\"page\">Inkorg"));
  EXPECT_THAT(reply.body, HasSubstr("<a class=\"skip\" href=\"#innehall\">"));
  EXPECT_THAT(reply.body, HasSubstr("Inloggad som Kim, läsare."));
}

TEST_F(RoutesTest, TakesNoFormWithoutTheTokenOfItsSession) {
  log_in(Role::sysadmin);
  EXPECT_EQ(post_without_csrf("/logga-ut", "").status, 403);
  EXPECT_EQ(post_without_csrf("/logga-ut", "csrf=").status, 403);
  EXPECT_EQ(post_without_csrf("/logga-ut", "csrf=" + csrf_of(new_session_token())).status, 403);
  EXPECT_EQ(get("/").status, 200);
  EXPECT_EQ(post("/logga-ut", "").status, 303);
}

TEST_F(RoutesTest, TakesNoFormOfAnotherSite) {
  log_in(Role::sysadmin);
  Request asked = request(Method::post, "/logga-ut");
  asked.form.add("csrf", csrf_of(token));
  asked.is_ours = false;
  EXPECT_EQ(answer(site, asked).status, 403);
}

TEST_F(RoutesTest, KnowsASessionUntilItEnds) {
  log_in(Role::reader);
  for (int hours = 0; hours < 29 * 24; hours += 11) {
    clock.set(clock.now() + 11h);
    ASSERT_EQ(get("/").status, 200) << hours;
  }
  clock.set(clock.now() + store::kSessionIdleMax + 1s);
  EXPECT_EQ(get("/").status, 303);
}

TEST_F(RoutesTest, EndsASessionHoweverMuchItIsUsed) {
  log_in(Role::reader);
  for (int hours = 0; hours < 30 * 24; hours += 10) {
    clock.set(clock.now() + 10h);
    get("/");
  }
  clock.set(clock.now() + 1h);
  EXPECT_EQ(get("/").status, 303);
}

TEST_F(RoutesTest, KnowsNoTokenOfAnotherForm) {
  log_in(Role::reader);
  for (const std::string& wrong : {token.substr(1), token + "0", std::string(64, 'x'),
                                   std::string(64, '0'), token.substr(0, 63) + "'"}) {
    token = wrong;
    EXPECT_EQ(get("/").status, 303) << wrong;
  }
}

TEST_F(RoutesTest, SaysThatThereIsNothing) {
  EXPECT_EQ(get("/finns-inte").status, 404);
  EXPECT_THAT(get("/finns-inte").body, Not(HasSubstr("Huvudmeny")));
  log_in(Role::reader);
  EXPECT_EQ(get("/finns-inte").status, 404);
  EXPECT_THAT(get("/finns-inte").body, HasSubstr("Huvudmeny"));
}

TEST_F(RoutesTest, ServesNoFileBesideItsOwn) {
  for (const char* path : {"/../fundwatch.toml", "/ui.css/../../config", "/%2e%2e/etc/passwd",
                           "/web/static/ui.css", "/..%2fui.css", "//ui.css"}) {
    EXPECT_EQ(get(path).status, 404) << path;
  }
  EXPECT_EQ(header(get("/ui.js"), "Cache-Control"), "max-age=3600");
}

TEST_F(RoutesTest, AskForTlsAloneBehindIt) {
  EXPECT_EQ(header(get("/prenumerera"), "Strict-Transport-Security"), "");
  config.web.public_url = "https://bevakning.example";
  EXPECT_EQ(header(get("/prenumerera"), "Strict-Transport-Security"), "max-age=31536000");
}

}  // namespace
}  // namespace fundwatch::web
