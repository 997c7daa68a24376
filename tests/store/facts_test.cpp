#include "store/facts.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using store::Arrival;

class FactsTest : public StoreTest {
 protected:
  // A feed that says no facts.
  Item plain_item() {
    Item item = sample_item(source, "k");
    item.deadline.reset();
    item.deadline_text.clear();
    item.event_date.reset();
    item.amount.reset();
    item.place = {};
    item.notice.reset();
    return item;
  }
  Item found_for(ItemId id) {
    Item item = store.facts.unread(id).value();
    item.deadline = DueDate{std::chrono::year{2027} / 2 / 26, hour(2000), true};
    item.deadline_text = "senast den 26 februari";
    item.event_date = std::chrono::year{2027} / 3 / 1;
    item.amount = Amount{250'000, "SEK", true};
    item.place = {"Gävle", {"SE313"}};
    item.status = CallStatus::extended;
    item.limited_to = {"SE313", "NO"};
    item.notice = Notice{.cpv = {"90911200"}, .reserved = Reserved::sheltered};
    return item;
  }
  int version(ItemId id) {
    const ProfileId profile = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
    store.hits.replace(id, {profile}, {sample_hit(profile)}, hour(0));
    return store.digests.candidates(sample_subscriber("", {"p"})).at(0).version;
  }

  const SourceId source = store.sources.save(sample_source("a"));
};

TEST_F(FactsTest, FoundFactsComeBackWithTheItem) {
  const ItemId id = store.items.put(plain_item(), hour(0)).id;
  const Item found = found_for(id);
  store.facts.put(found);
  const Item item = store.items.find(id).value();
  EXPECT_EQ(item.deadline, found.deadline);
  EXPECT_EQ(item.deadline_text, found.deadline_text);
  EXPECT_EQ(item.event_date, found.event_date);
  EXPECT_EQ(item.amount, found.amount);
  EXPECT_EQ(item.place, found.place);
  EXPECT_EQ(item.status, CallStatus::extended);
  EXPECT_EQ(item.limited_to, found.limited_to);
  EXPECT_EQ(item.notice, found.notice);
  EXPECT_FALSE(store.facts.unread(id)->notice);
  EXPECT_EQ(version(id), 1);
}

TEST_F(FactsTest, WhatTheFeedSaysCountsBefore) {
  const Item said = sample_item(source, "k");
  const ItemId id = store.items.put(said, hour(0)).id;
  Item found = found_for(id);
  found.deadline->day = std::chrono::year{2030} / 1 / 1;
  found.amount->value = 1;
  store.facts.put(found);
  EXPECT_EQ(store.items.find(id)->deadline, said.deadline);
  EXPECT_EQ(store.items.find(id)->amount, said.amount);
}

TEST_F(FactsTest, AreFoundInWhatTheFeedSaidAndThePage) {
  const ItemId id = store.items.put(plain_item(), hour(0)).id;
  store.facts.put(found_for(id));
  store.linked_texts.wait_for(id, hour(0));
  store.linked_texts.put(id, "Sidans text.");
  const Item item = store.facts.unread(id).value();
  EXPECT_EQ(item.text, "Sidans text.");
  EXPECT_FALSE(item.deadline);
  EXPECT_FALSE(item.amount);
  EXPECT_TRUE(item.limited_to.empty());
  EXPECT_TRUE(item.place.municipality.empty());
  EXPECT_FALSE(store.facts.unread(ItemId{99}));
}

TEST_F(FactsTest, ReadingTheFeedAgainIsNoEditAndLosesNothing) {
  const ItemId id = store.items.put(plain_item(), hour(0)).id;
  store.facts.put(found_for(id));
  EXPECT_EQ(store.items.put(plain_item(), hour(1)).arrival, Arrival::unchanged);
  EXPECT_TRUE(store.items.find(id)->deadline);
}

TEST_F(FactsTest, OnlyAMovedDateRaisesTheCase) {
  const ItemId id = store.items.put(plain_item(), hour(0)).id;
  Item found = found_for(id);
  store.facts.put(found);
  store.facts.revise(found, hour(1));
  EXPECT_EQ(version(id), 1);
  found.amount->value = 7;
  store.facts.revise(found, hour(1));
  EXPECT_EQ(version(id), 1);
  found.deadline->day = std::chrono::year{2027} / 3 / 26;
  store.facts.revise(found, hour(1));
  EXPECT_EQ(version(id), 2);
  EXPECT_EQ(store.items.find(id)->deadline, found.deadline);
}

TEST_F(FactsTest, ALastDayThatHasPassedMayGoWithoutNews) {
  const ItemId id = store.items.put(plain_item(), hour(0)).id;
  Item found = found_for(id);
  found.event_date.reset();
  store.facts.put(found);
  Item closed = found;
  closed.deadline.reset();
  closed.status = CallStatus::closed;
  const Instant after = std::chrono::sys_days(found.deadline->day) + std::chrono::hours(48);
  store.facts.revise(closed, after);
  EXPECT_EQ(version(id), 1);
  store.facts.put(found);
  store.facts.revise(closed, hour(1));  // closed before its time
  EXPECT_EQ(version(id), 2);
}

TEST_F(FactsTest, NewsThatAnotherItemOfTheCaseToldIsNone) {
  const ItemId id = store.items.put(plain_item(), hour(0)).id;
  Item found = found_for(id);
  store.facts.put(found);
  Item retold = plain_item();
  retold.source = store.sources.save(sample_source("b"));
  const ItemId other = store.items.put(retold, hour(1)).id;
  Item extended = found;
  extended.id = other;
  extended.deadline->day = std::chrono::year{2027} / 3 / 26;
  store.facts.put(extended);
  share_case(id, other);
  store.cases.tell_anew(store.items.find(id)->case_id, other);
  found.deadline = extended.deadline;
  store.facts.revise(found, hour(2));
  EXPECT_EQ(version(id), 2);
  found.deadline->day = std::chrono::year{2027} / 4 / 26;
  store.facts.revise(found, hour(3));
  EXPECT_EQ(version(id), 3);
}

TEST_F(FactsTest, BeingCalledOffRaisesTheCaseOnce) {
  const ItemId id = store.items.put(plain_item(), hour(0)).id;
  Item found = found_for(id);
  found.deadline.reset();
  found.event_date.reset();
  store.facts.put(found);
  found.status = CallStatus::cancelled;
  store.facts.revise(found, hour(1));
  store.facts.revise(found, hour(2));
  EXPECT_EQ(version(id), 2);
}

}  // namespace
}  // namespace fundwatch::tests
