#include "store/upkeep.h"

#include <SQLiteCpp/Database.h>

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

class UpkeepTest : public StoreTest {
 protected:
  std::int64_t number(const std::string& sql) const {
    return SQLite::Database(file.string()).execAndGet(sql).getInt64();
  }
  ItemId add(const std::string& key, Instant now) {
    return add_item_with_hit(source, key, profile, now);
  }

  const SourceId source = store.sources.save(sample_source("a"));
  const ProfileId profile = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
};

TEST_F(UpkeepTest, OldItemsGoWithAllThatHangsOnThemTheOldestFirst) {
  for (int i = 0; i < 5; ++i) add("k" + std::to_string(i), hour(i));
  EXPECT_EQ(store.upkeep.retire_items(hour(4), 3), 3);
  EXPECT_EQ(store.upkeep.retire_items(hour(4), 3), 1);
  EXPECT_EQ(store.upkeep.retire_items(hour(4), 3), 0);
  ASSERT_EQ(all_items().size(), 1U);
  EXPECT_EQ(all_items()[0].key, "k4");
  EXPECT_EQ(all_hits().size(), 1U);
  EXPECT_EQ(number("SELECT count(*) FROM cases"), 1);
  EXPECT_EQ(number("SELECT count(*) FROM unmarked_item"), 1);
}

TEST_F(UpkeepTest, WhatWentDoesNotComeBackFromItsFeed) {
  add("k0", hour(0));
  store.upkeep.retire_items(hour(1), 10);
  const auto left =
      store.upkeep.without_retired(source, {sample_item(source, "k0"), sample_item(source, "k1")});
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].key, "k1");
  const SourceId other = store.sources.save(sample_source("b"));
  EXPECT_EQ(store.upkeep.without_retired(other, {sample_item(other, "k0")}).size(), 1U);
}

TEST_F(UpkeepTest, ACaseStaysWhileAnItemOrAnAnswerHoldsIt) {
  const ItemId old = add("k0", hour(0));
  const ItemId shared = add("k1", hour(0));
  const ItemId young = add("k2", hour(9));
  share_case(shared, young);
  const SubscriberId anna = *store.subscribers.save(sample_subscriber("anna@asf.example", {"p"}));
  Answer answer;
  answer.subscriber = anna;
  answer.case_id = store.items.find(old)->case_id;
  answer.kind = AnswerKind::granted;
  answer.at = hour(1);
  ASSERT_TRUE(store.answers.save(answer));
  EXPECT_EQ(store.upkeep.retire_items(hour(5), 10), 2);
  EXPECT_EQ(number("SELECT count(*) FROM answer"), 1);
  EXPECT_EQ(all_items().size(), 1U);
  EXPECT_EQ(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

TEST_F(UpkeepTest, OldMailsLoseTheirTextAndLaterGo) {
  const MailId sent = store.outbox.add(sample_mail("1@asf.example"), hour(0));
  store.outbox.add(sample_mail("2@asf.example"), hour(0));
  store.outbox.mark_sent(sent, "250 ok", hour(1));
  EXPECT_EQ(store.upkeep.empty_mails(hour(1), 10), 0);
  EXPECT_EQ(store.upkeep.empty_mails(hour(2), 10), 1);
  EXPECT_EQ(store.upkeep.empty_mails(hour(2), 10), 0);
  EXPECT_EQ(number("SELECT count(*) FROM mail WHERE bytes <> ''"), 1);
  EXPECT_EQ(store.upkeep.remove_mails(hour(2), 10), 1);
  EXPECT_EQ(number("SELECT count(*) FROM mail WHERE state = 'queued'"), 1);
}

TEST_F(UpkeepTest, FreedPagesAreGivenBackAndTheLogIsEmptied) {
  store::Transaction transaction = store.begin();
  for (int i = 0; i < 500; ++i) {
    Item item = sample_item(source, "k" + std::to_string(i));
    item.text = std::string(2000, 'x');
    store.items.put(item, hour(0));
  }
  transaction.commit();
  store.upkeep.tidy_up(1000);
  const auto before = std::filesystem::file_size(file);
  while (store.upkeep.retire_items(hour(1), 100) > 0) {
  }
  store.upkeep.tidy_up(100'000);
  EXPECT_LT(std::filesystem::file_size(file), before / 3);
  EXPECT_EQ(std::filesystem::file_size(file.string() + "-wal"), 0U);
}

TEST_F(UpkeepTest, RemembersWhenItWasDone) {
  EXPECT_FALSE(store.upkeep.done_at());
  store.upkeep.set_done(hour(3));
  EXPECT_EQ(store.upkeep.done_at(), hour(3));
}

}  // namespace
}  // namespace fundwatch::tests
