#include "store/corrections.h"

#include "store/error.h"
#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using std::chrono::year;

class CorrectionsTest : public StoreTest {
 protected:
  CorrectionsTest() { id = store.items.put(read, hour(0)).id; }

  Item shown() const { return store.items.find(id).value(); }
  int version() const { return store.cases.version(shown().case_id); }
  void tell() {
    const SubscriberId anna = store.subscribers.save(sample_subscriber("a@b.example", {})).value();
    store.digests.record(anna, hour(1), "m", {{shown().case_id, 1}}, hour(1));
  }
  // Another last day, sum, event and municipality.
  Item right() const {
    Item item = shown();
    item.deadline = DueDate{year{2027} / 3 / 5, {}};
    item.event_date.reset();
    item.amount = Amount{300'000, "EUR"};
    item.place.municipality = "Hofors";
    return item;
  }

  const SourceId source = store.sources.save(sample_source("a"));
  const Item read = sample_item(source, "k");
  ItemId id{};
};

TEST_F(CorrectionsTest, CountWhereverTheItemIsShown) {
  ASSERT_TRUE(store.corrections.save(right()));
  EXPECT_EQ(shown().deadline, right().deadline);
  EXPECT_EQ(shown().event_date, std::nullopt);
  EXPECT_EQ(shown().amount, right().amount);
  EXPECT_EQ(shown().place.municipality, "Hofors");
  EXPECT_EQ(store.cases.speaker(shown().case_id).deadline, right().deadline);
  EXPECT_EQ(store.corrections.find(id).deadline->read, read.deadline);
  Item missing = right();
  missing.id = ItemId{99};
  EXPECT_FALSE(store.corrections.save(missing));
}

TEST_F(CorrectionsTest, MakeTheItemToBeMatchedAnew) {
  EXPECT_TRUE(store.corrections.unmatched(9).empty());
  store.corrections.save(shown());
  EXPECT_TRUE(store.corrections.unmatched(9).empty());
  store.corrections.save(right());
  EXPECT_EQ(store.corrections.unmatched(9), std::vector{id});
  EXPECT_TRUE(store.corrections.unmatched(0).empty());
  store.corrections.set_matched(id);
  EXPECT_TRUE(store.corrections.unmatched(9).empty());
}

TEST_F(CorrectionsTest, StayWhenTheSourceIsReadAgain) {
  store.corrections.save(right());
  Item again = read;
  again.title += " (uppdaterad)";
  EXPECT_EQ(store.items.put(again, hour(2)).arrival, store::Arrival::edited);
  store.facts.revise(store.facts.unread(id).value(), hour(2));
  EXPECT_EQ(shown().deadline, right().deadline);
  EXPECT_EQ(shown().place.municipality, "Hofors");
  EXPECT_EQ(version(), 1);
}

TEST_F(CorrectionsTest, YieldToASourceThatMovesTheDay) {
  store.corrections.save(right());
  Item moved = read;
  moved.deadline = DueDate{year{2027} / 4 / 1, {}};
  store.items.put(moved, hour(2));
  EXPECT_EQ(shown().deadline, moved.deadline);
  EXPECT_EQ(shown().amount, right().amount);
  EXPECT_EQ(version(), 2);
}

TEST_F(CorrectionsTest, ASourceThatSaysWhatWasCorrectedIsNoNews) {
  store.corrections.save(right());
  Item mended = read;
  mended.deadline = right().deadline;
  store.items.put(mended, hour(2));
  EXPECT_EQ(shown().deadline, right().deadline);
  EXPECT_EQ(version(), 1);
}

TEST_F(CorrectionsTest, OfADayThatWasToldIsToldAgain) {
  tell();
  Item place_only = shown();
  place_only.place.municipality = "Hofors";
  store.corrections.save(place_only);
  EXPECT_EQ(version(), 1);
  store.corrections.save(right());
  EXPECT_EQ(version(), 2);
}

TEST_F(CorrectionsTest, BackToWhatWasReadIsNoCorrection) {
  store.corrections.save(right());
  Item back = shown();
  back.deadline = read.deadline;
  back.event_date = read.event_date;
  back.amount = read.amount;
  back.place = read.place;
  store.corrections.save(back);
  EXPECT_TRUE(store.corrections.find(id).is_empty());
}

TEST_F(CorrectionsTest, AreTakenBackAlsoOnceTheSourceSaysWhatIsRight) {
  store.corrections.save(right());
  EXPECT_TRUE(store.corrections.take_back(id));
  EXPECT_TRUE(store.corrections.find(id).is_empty());
  EXPECT_EQ(shown().deadline, read.deadline);
  EXPECT_EQ(shown().place.municipality, read.place.municipality);
  store.corrections.save(right());
  Item mended = read;
  mended.deadline = right().deadline;
  store.items.put(mended, hour(2));
  EXPECT_TRUE(store.corrections.take_back(id));
  EXPECT_TRUE(store.corrections.find(id).is_empty());
  EXPECT_EQ(shown().deadline, right().deadline);
  EXPECT_FALSE(store.corrections.take_back(ItemId{999}));
}

TEST_F(CorrectionsTest, OrderTheInbox) {
  const ProfileId profile = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  store.hits.replace(id, {profile}, {sample_hit(profile)}, hour(0));
  const store::Days march{year{2027} / 3 / 1, year{2027} / 3 / 31};
  EXPECT_TRUE(store.inbox.on_days(march, 9).empty());
  store.corrections.save(right());
  EXPECT_EQ(store.inbox.on_days(march, 9).size(), 1U);
  EXPECT_EQ(store.inbox.count({.municipality = "Hofors"}), 1);
  Item none = shown();
  none.deadline.reset();
  store.corrections.save(none);
  EXPECT_EQ(store.inbox.count({.is_without_day = true}), 1);
}

TEST_F(CorrectionsTest, ATextThatIsNoneIsADamagedFile) {
  EXPECT_THROW(store::correction_of("{\"deadline\":3}", "f"), store::StoreError);
  EXPECT_THROW(store::correction_of("nonsense", "f"), store::StoreError);
  EXPECT_FALSE(store::correction_of("", "f"));
}

}  // namespace
}  // namespace fundwatch::tests
