#include "store/linked_texts.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using store::Arrival;
using testing::ElementsAre;
using testing::IsEmpty;

class LinkedTextsTest : public StoreTest {
 protected:
  ItemId add(const std::string& key) {
    return store.items.put(sample_item(source, key), hour(0)).id;
  }
  std::vector<ItemId> due(Instant now, std::size_t pages_max = 10) {
    std::vector<ItemId> ids;
    for (const auto& page : store.linked_texts.due(now, pages_max)) ids.push_back(page.item);
    return ids;
  }

  const SourceId source = store.sources.save(sample_source("a"));
};

TEST_F(LinkedTextsTest, NothingIsWaitedForUntilAsked) {
  add("k");
  EXPECT_THAT(due(hour(9)), IsEmpty());
  EXPECT_EQ(store.linked_texts.next_attempt(), std::nullopt);
}

TEST_F(LinkedTextsTest, WhatIsWaitedForIsDueUntilItWasRead) {
  const ItemId id = add("k");
  store.linked_texts.wait_for(id, hour(1));
  EXPECT_THAT(due(hour(0)), IsEmpty());
  EXPECT_EQ(store.linked_texts.next_attempt(), hour(1));
  const auto pages = store.linked_texts.due(hour(1), 10);
  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(pages[0].item, id);
  EXPECT_EQ(pages[0].source, source);
  EXPECT_EQ(pages[0].url, "https://example.org/utlysning/k");
  EXPECT_EQ(pages[0].ca_file, "/etc/fundwatch/lan.pem");
  EXPECT_EQ(pages[0].attempts, 0);

  store.linked_texts.put(id, "Sidans text.");
  EXPECT_THAT(due(hour(9)), IsEmpty());
  EXPECT_EQ(store.linked_texts.next_attempt(), std::nullopt);
  EXPECT_EQ(store.items.find(id)->text, "Sidans text.");
}

TEST_F(LinkedTextsTest, ThoseThatHaveWaitedLongestComeFirst) {
  const ItemId late = add("late");
  const ItemId early = add("early");
  const ItemId latest = add("latest");
  store.linked_texts.wait_for(late, hour(2));
  store.linked_texts.wait_for(early, hour(1));
  store.linked_texts.wait_for(latest, hour(3));
  EXPECT_THAT(due(hour(9)), ElementsAre(early, late, latest));
  EXPECT_THAT(due(hour(9), 2), ElementsAre(early, late));
  store.linked_texts.put_off(early, hour(9));
  EXPECT_THAT(due(hour(8)), ElementsAre(late, latest));
  EXPECT_EQ(store.linked_texts.due(hour(9), 10).back().attempts, 0);
}

TEST_F(LinkedTextsTest, FailedAttemptIsCountedAndTriedAgainOrNot) {
  const ItemId id = add("k");
  store.linked_texts.wait_for(id, hour(1));
  store.linked_texts.record_failure(id, "no answer", hour(2));
  EXPECT_THAT(due(hour(1)), IsEmpty());
  EXPECT_EQ(store.linked_texts.due(hour(2), 10).at(0).attempts, 1);
  store.linked_texts.record_failure(id, "404", std::nullopt);
  EXPECT_EQ(store.linked_texts.next_attempt(), std::nullopt);
  EXPECT_EQ(store.items.find(id)->text, sample_item(source, "k").text);
}

TEST_F(LinkedTextsTest, ReadingTheFeedAgainIsNoEditAndLosesNothing) {
  const ItemId id = add("k");
  store.linked_texts.wait_for(id, hour(1));
  store.linked_texts.put(id, "Sidans text.");
  EXPECT_EQ(store.items.put(sample_item(source, "k"), hour(2)).arrival, Arrival::unchanged);
  Item corrected = sample_item(source, "k");
  corrected.title += " (rättad)";
  EXPECT_EQ(store.items.put(corrected, hour(3)).arrival, Arrival::edited);
  EXPECT_EQ(store.items.find(id)->title, corrected.title);
  EXPECT_EQ(store.items.find(id)->text, "Sidans text.");
}

TEST_F(LinkedTextsTest, WaitingAnewKeepsTheTextAndForgetsTheAttempts) {
  const ItemId id = add("k");
  store.linked_texts.wait_for(id, hour(1));
  store.linked_texts.put(id, "Sidans text.");
  store.linked_texts.wait_for(id, hour(2));
  store.linked_texts.record_failure(id, "404", std::nullopt);
  EXPECT_EQ(store.items.find(id)->text, "Sidans text.");
  store.linked_texts.wait_for(id, hour(3));
  EXPECT_EQ(store.linked_texts.due(hour(3), 10).at(0).attempts, 0);
}

TEST_F(LinkedTextsTest, ForgottenTextGivesWayToTheFeeds) {
  const ItemId id = add("k");
  store.linked_texts.wait_for(id, hour(1));
  store.linked_texts.put(id, "Sidans text.");
  store.linked_texts.forget(id);
  EXPECT_EQ(store.items.find(id)->text, sample_item(source, "k").text);
  EXPECT_EQ(store.linked_texts.next_attempt(), std::nullopt);
}

TEST_F(LinkedTextsTest, DigestsHaveTheLinkedText) {
  const ProfileId profile = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  const ItemId id = add_item_with_hit(source, "k", profile, hour(1));
  store.linked_texts.wait_for(id, hour(1));
  store.linked_texts.put(id, "Sidans text.");
  EXPECT_EQ(store.digests.candidates(sample_subscriber("", {"p"})).at(0).item.text, "Sidans text.");
}

TEST_F(LinkedTextsTest, GoWithTheirItem) {
  store.linked_texts.wait_for(add("k"), hour(1));
  store.sources.remove(source);
  EXPECT_THAT(due(hour(9)), IsEmpty());
  EXPECT_EQ(store.linked_texts.next_attempt(), std::nullopt);
}

}  // namespace
}  // namespace fundwatch::tests
