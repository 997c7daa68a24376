#include "store/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/store.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::store {
namespace {

using namespace std::chrono_literals;

const std::chrono::sys_days kDay{std::chrono::year{2027} / 2 / 15};
const Instant kNow = kDay + 8h;

class TokensTest : public testing::Test {
 protected:
  AccountId add(const std::string& email) {
    Account account;
    account.email = email;
    account.role = Role::reader;
    return store.accounts.add(account, "hash");
  }

  tests::TemporaryFolder folder;
  Store store{folder / "fundwatch.db"};
  AccountId id = add("it@county.example");
};

TEST_F(TokensTest, SayWhoseTheyAre) {
  store.tokens.add(id, {"a", "intranet"}, kNow);
  const auto account = store.tokens.use("a", kNow);
  ASSERT_TRUE(account);
  EXPECT_EQ(account->email, "it@county.example");
  EXPECT_EQ(account->role, Role::reader);
  EXPECT_FALSE(store.tokens.use("b", kNow));
  EXPECT_FALSE(store.tokens.use("", kNow));
}

TEST_F(TokensTest, NoteTheDayOfTheirUseAlone) {
  store.tokens.add(id, {"a", "intranet"}, kNow);
  EXPECT_FALSE(store.tokens.of(id).at(0).used_on);
  store.tokens.use("a", kNow);
  EXPECT_EQ(store.tokens.of(id).at(0).used_on, Day{kDay});
  Store other(folder / "fundwatch.db");
  other.changed_elsewhere();
  store.tokens.use("a", kNow + 1h);
  EXPECT_FALSE(other.changed_elsewhere());  // nothing was written
  store.tokens.use("a", kNow + 24h);
  EXPECT_EQ(store.tokens.of(id).at(0).used_on, Day{kDay + std::chrono::days{1}});
}

TEST_F(TokensTest, AreGoodUntilTheyAreRevoked) {
  const TokenId token = store.tokens.add(id, {"a", "intranet"}, kNow).value();
  EXPECT_FALSE(store.tokens.revoke(add("other@county.example"), token, kNow));
  EXPECT_TRUE(store.tokens.revoke(id, token, kNow));
  EXPECT_FALSE(store.tokens.revoke(id, token, kNow));
  EXPECT_FALSE(store.tokens.use("a", kNow));
  EXPECT_EQ(store.tokens.of(id).at(0).revoked_at, kNow);
}

TEST_F(TokensTest, DieWithTheirAccount) {
  store.tokens.add(id, {"a", "intranet"}, kNow);
  store.accounts.remove(id);
  EXPECT_FALSE(store.tokens.use("a", kNow));
  EXPECT_TRUE(store.tokens.of(id).empty());
}

TEST_F(TokensTest, DoNotComeBackWithAnAccountThatWasDisabled) {
  store.tokens.add(id, {"a", "intranet"}, kNow);
  Account account = *store.accounts.find(id);
  account.disabled = true;
  store.accounts.update(account);
  EXPECT_FALSE(store.tokens.use("a", kNow));
  account.disabled = false;
  store.accounts.update(account);
  EXPECT_FALSE(store.tokens.use("a", kNow));
}

TEST_F(TokensTest, AreLimitedInNumberButForThoseRevoked) {
  for (std::size_t i = 0; i < kTokensMax; ++i) {
    ASSERT_TRUE(store.tokens.add(id, {std::to_string(i), ""}, kNow)) << i;
  }
  EXPECT_FALSE(store.tokens.add(id, {"more", ""}, kNow));
  store.tokens.revoke(id, store.tokens.of(id).at(0).id, kNow);
  EXPECT_TRUE(store.tokens.add(id, {"more", ""}, kNow));
}

}  // namespace
}  // namespace fundwatch::store
