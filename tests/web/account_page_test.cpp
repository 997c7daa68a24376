#include "web/account_page.h"

#include "tests/web/desk_support.h"
#include "web/password.h"

namespace fundwatch::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class AccountPageTest : public tests::DeskTest {
 protected:
  std::string change(const std::string& now, const std::string& wanted) {
    const Reply reply =
        post("/konto", "gor=losen&nu=" + percent_encoded(now) + "&nytt=" + percent_encoded(wanted));
    return reply.status == 303 ? header(reply, "Set-Cookie") : reply.body;
  }
};

TEST_F(AccountPageTest, ChangesTheLanguage) {
  log_in(Role::reader);
  EXPECT_THAT(get("/konto").body, AllOf(HasSubstr("Mitt konto"), HasSubstr("läsare")));
  post("/konto", "gor=sprak&sprak=en");
  EXPECT_THAT(get("/konto?gjort=sprak").body, AllOf(HasSubstr("My account"), HasSubstr("Saved.")));
  EXPECT_EQ(post("/konto", "gor=annat").status, 404);
}

TEST_F(AccountPageTest, ChangesThePasswordAndLogsOutElsewhere) {
  log_in(Role::reader);
  const AccountId id = store.accounts.find("reader@asf.example")->id;
  store.accounts.set_password_hash(id, hash_of_password("det gamla lösenordet"));
  log_in(Role::reader);
  const std::string elsewhere = token;
  log_in(Role::reader);
  EXPECT_THAT(change("fel", "ett nytt långt lösenord"), HasSubstr("stämmer inte"));
  EXPECT_THAT(change("det gamla lösenordet", "kort"), HasSubstr("kortare än 12"));
  const std::string cookie = change("det gamla lösenordet", "ett nytt långt lösenord");
  token = cookie.substr(cookie.find('=') + 1, 64);
  EXPECT_EQ(get("/konto").status, 200);
  token = elsewhere;
  EXPECT_EQ(get("/konto").status, 303);
  EXPECT_TRUE(is_password("ett nytt långt lösenord", store.accounts.password_hash(id)));
  for (const store::AuditEntry& entry : store.audit.page(0, 10)) {
    EXPECT_THAT(entry.detail, Not(HasSubstr("lösenord")));
  }
}

TEST_F(AccountPageTest, LogsOutElsewhere) {
  log_in(Role::reader);
  const std::string elsewhere = token;
  log_in(Role::reader);
  post("/konto", "gor=utloggning");
  EXPECT_EQ(get("/konto").status, 200);
  token = elsewhere;
  EXPECT_EQ(get("/konto").status, 303);
}

TEST_F(AccountPageTest, TheRecordIsForTheSysadmin) {
  store.audit.add({0, clock.now(), "kim@asf.example", "source.edit", "A <b>", "name: a → b\nx"});
  log_in(Role::coordinator);
  EXPECT_EQ(get("/logg").status, 403);
  EXPECT_THAT(get("/konto").body, Not(HasSubstr("/logg\"")));
  log_in(Role::sysadmin);
  EXPECT_THAT(get("/logg").body, AllOf(HasSubstr("A &lt;b&gt;"), HasSubstr("name: a → b")));
}

TEST_F(AccountPageTest, TheStatementsAreForEverybody) {
  EXPECT_THAT(get("/integritet").body,
              AllOf(HasSubstr("Nätverket är personuppgiftsansvarig"), HasSubstr("kim@asf.example"),
                    HasSubstr("efter 7 dagar"), HasSubstr("24 månader"), HasSubstr("12 timmar")));
  EXPECT_THAT(get("/tillganglighet").body,
              AllOf(HasSubstr("WCAG 2.1"), HasSubstr("https://www.digg.se/tdosanmalan")));
  EXPECT_THAT(get("/tillganglighet?sprak=en").body, HasSubstr("<h1>Accessibility</h1>"));
  EXPECT_THAT(get("/prenumerera").body,
              AllOf(HasSubstr("href=\"/integritet\""), HasSubstr("href=\"/tillganglighet\"")));
}

}  // namespace
}  // namespace fundwatch::web
