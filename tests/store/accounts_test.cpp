#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/store.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::store {
namespace {

using namespace std::chrono_literals;

const Instant kNow{std::chrono::sys_days{std::chrono::year{2027} / 2 / 15}};

class AccountsTest : public testing::Test {
 protected:
  AccountId add(const std::string& email) {
    Account account;
    account.email = email;
    account.name = "Karin";
    account.role = Role::coordinator;
    account.language = Language::english;
    return store.accounts.add(account, "hash");
  }

  tests::TemporaryFolder folder;
  Store store{folder / "fundwatch.db"};
};

TEST_F(AccountsTest, AreFoundByTheirAddressWhateverItsCase) {
  const AccountId id = add("Karin@asf.example");
  const auto account = store.accounts.find("karin@ASF.example");
  ASSERT_TRUE(account);
  EXPECT_EQ(account->id, id);
  EXPECT_EQ(account->role, Role::coordinator);
  EXPECT_EQ(account->language, Language::english);
  EXPECT_EQ(store.accounts.password_hash(id), "hash");
  EXPECT_FALSE(store.accounts.find("kari@asf.example"));
  EXPECT_THROW(add("KARIN@asf.example"), StoreError);
}

TEST_F(AccountsTest, AreChangedAndRemoved) {
  const AccountId id = add("karin@asf.example");
  Account account = *store.accounts.find(id);
  account.name = "Kim";
  account.role = Role::reader;
  store.accounts.update(account);
  EXPECT_THAT(store.accounts.all(), testing::ElementsAre(account));
  store.accounts.remove(id);
  EXPECT_TRUE(store.accounts.all().empty());
}

TEST_F(AccountsTest, AreLoggedOutByANewPasswordAndWhenDisabled) {
  const AccountId id = add("karin@asf.example");
  store.sessions.begin("a", id, kNow);
  store.accounts.set_password_hash(id, "other");
  EXPECT_FALSE(store.sessions.use("a", kNow));
  store.sessions.begin("b", id, kNow);
  Account account = *store.accounts.find(id);
  account.disabled = true;
  store.accounts.update(account);
  EXPECT_FALSE(store.sessions.use("b", kNow));
}

TEST_F(AccountsTest, ASessionIsUsedWhileAnotherWrites) {
  const AccountId id = add("karin@asf.example");
  store.sessions.begin("a", id, kNow);
  Store page{folder / "fundwatch.db", {.busy_timeout = 0ms}};
  const Instant later = kNow + kSessionUseNoted;
  {
    const Transaction transaction = store.begin();
    EXPECT_TRUE(page.sessions.use("a", later));
  }
  EXPECT_TRUE(page.sessions.use("a", later));
  EXPECT_TRUE(store.sessions.use("a", later + kSessionIdleMax));
}

TEST_F(AccountsTest, HaveSessionsThatEnd) {
  const AccountId id = add("karin@asf.example");
  store.sessions.begin("a", id, kNow);
  EXPECT_TRUE(store.sessions.use("a", kNow + kSessionIdleMax));
  EXPECT_FALSE(store.sessions.use("a", kNow + 2 * kSessionIdleMax + 1s));
  store.sessions.begin("b", id, kNow);
  store.sessions.begin("c", id, kNow);
  store.sessions.end_others(id, "c");
  EXPECT_FALSE(store.sessions.use("b", kNow));
  store.sessions.end("c");
  EXPECT_FALSE(store.sessions.use("c", kNow));
}

TEST_F(AccountsTest, LeaveARecordOfWhatTheyDid) {
  store.audit.add({0, kNow, "karin@asf.example", "source.add", "Region", "https://a.example"});
  store.audit.add({0, kNow + 1s, "karin@asf.example", "source.remove", "Region",
                   std::string(kAuditDetailBytesMax + 1, 'x')});
  const auto newest = store.audit.page(0, 1);
  ASSERT_EQ(newest.size(), 1U);
  EXPECT_EQ(newest[0].action, "source.remove");
  EXPECT_EQ(newest[0].detail.size(), kAuditDetailBytesMax);
  EXPECT_EQ(store.audit.page(newest[0].id, 10).size(), 1U);
  store.audit.add({0, kNow + kAuditKept + 2s, "", "a", "", ""});
  EXPECT_EQ(store.audit.page(0, 10).size(), 1U);
}

TEST_F(AccountsTest, WhatOneOfThemDidLatelyIsCounted) {
  const std::string kim = "kim@asf.example";
  store.audit.add({0, kNow - 1s, kim, "mail.trial", kim, ""});
  store.audit.add({0, kNow, kim, "mail.trial", kim, ""});
  store.audit.add({0, kNow + 1s, kim, "mail.trial", kim, ""});
  store.audit.add({0, kNow, kim, "source.add", "Region", ""});
  store.audit.add({0, kNow, "eva@asf.example", "mail.trial", kim, ""});
  EXPECT_EQ(store.audit.count(kim, "mail.trial", kNow), 2);
}

}  // namespace
}  // namespace fundwatch::store
