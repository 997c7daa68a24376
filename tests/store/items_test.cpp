#include "store/items.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using store::Arrival;
using testing::ElementsAre;

class ItemsTest : public StoreTest {
 protected:
  // The version in which its case stands, as somebody sees it who has had nothing yet.
  int case_version(ItemId item) {
    const ProfileId profile = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
    store.hits.replace(item, {profile}, {sample_hit(profile)}, hour(0));
    return store.digests.candidates(sample_subscriber("", {"p"})).at(0).version;
  }
  std::vector<std::string> keys(const store::ItemFilter& filter) {
    std::vector<std::string> result;
    store.items.each(filter, [&](const Item& item) { result.push_back(item.key); });
    return result;
  }

  const SourceId source = store.sources.save(sample_source("a"));
};

void expect_same_content(const Item& a, const Item& b) {
  EXPECT_EQ(a.source, b.source);
  EXPECT_EQ(a.key, b.key);
  EXPECT_EQ(a.address, b.address);
  EXPECT_EQ(a.url, b.url);
  EXPECT_EQ(a.title, b.title);
  EXPECT_EQ(a.summary, b.summary);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.author, b.author);
  EXPECT_EQ(a.language, b.language);
  EXPECT_EQ(a.categories, b.categories);
  EXPECT_EQ(a.enclosures, b.enclosures);
  EXPECT_EQ(a.published, b.published);
  EXPECT_EQ(a.updated, b.updated);
  EXPECT_EQ(a.deadline, b.deadline);
  EXPECT_EQ(a.deadline_text, b.deadline_text);
  EXPECT_EQ(a.event_date, b.event_date);
  EXPECT_EQ(a.amount, b.amount);
  EXPECT_EQ(a.place, b.place);
  EXPECT_EQ(a.notice, b.notice);
}

TEST_F(ItemsTest, FullItemComesBackAsItWasPut) {
  const Item item = sample_item(source, "k");
  const store::Stored stored = store.items.put(item, hour(5));
  EXPECT_EQ(stored.arrival, Arrival::fresh);
  const Item found = store.items.find(stored.id).value();
  expect_same_content(found, item);
  EXPECT_EQ(found.id, stored.id);
  EXPECT_EQ(found.first_seen, hour(5));
  EXPECT_NE(found.case_id, CaseId{});
}

TEST_F(ItemsTest, BareItemComesBackAsItWasPut) {
  Item item;
  item.source = source;
  item.key = "k";
  expect_same_content(store.items.find(store.items.put(item, hour(0)).id).value(), item);
}

TEST_F(ItemsTest, OutsideBytesComeBackUnchanged) {
  Item item = sample_item(source, "'; DROP TABLE item; --");
  item.title = std::string("nul \0 within", 12);
  item.text = "not UTF-8: \xe5\xe4\xf6";
  item.categories = {"\"quoted\"\\", "not UTF-8: \xe5", "line\nend", ""};
  item.notice->buyer = "not UTF-8: \xe5";
  expect_same_content(store.items.find(store.items.put(item, hour(0)).id).value(), item);
}

TEST_F(ItemsTest, SameKeyIsTheSameItem) {
  const store::Stored first = store.items.put(sample_item(source, "k"), hour(0));
  const store::Stored second = store.items.put(sample_item(source, "k"), hour(1));
  EXPECT_EQ(second.id, first.id);
  EXPECT_EQ(second.arrival, Arrival::unchanged);
  EXPECT_EQ(store.items.count(), 1);
  EXPECT_EQ(store.items.find(first.id)->first_seen, hour(0));
}

TEST_F(ItemsTest, SameKeyOfAnotherSourceIsAnotherItemAndCase) {
  const SourceId other = store.sources.save(sample_source("b"));
  const ItemId a = store.items.put(sample_item(source, "k"), hour(0)).id;
  const ItemId b = store.items.put(sample_item(other, "k"), hour(0)).id;
  EXPECT_NE(a, b);
  EXPECT_NE(store.items.find(a)->case_id, store.items.find(b)->case_id);
}

struct Edit {
  const char* name;
  std::function<void(Item&)> apply;
  Arrival arrival;
  int case_version;
};

TEST_F(ItemsTest, EditIsSeenAndOnlyAMovedDateRaisesTheCase) {
  const Edit edits[] = {
      {"nothing", [](Item&) {}, Arrival::unchanged, 1},
      {"published", [](Item& item) { item.published = hour(7); }, Arrival::unchanged, 1},
      {"url, leading to the same page", [](Item& item) { item.url += "?utm_source=x"; },
       Arrival::unchanged, 1},
      {"url, of no page of its own",
       [](Item& item) {
         item.url += "x";
         item.address.clear();
       },
       Arrival::edited, 1},
      {"address", [](Item& item) { item.address += "x"; }, Arrival::edited, 1},
      {"title", [](Item& item) { item.title += "x"; }, Arrival::edited, 1},
      {"summary", [](Item& item) { item.summary += "x"; }, Arrival::edited, 1},
      {"text", [](Item& item) { item.text += "x"; }, Arrival::edited, 1},
      {"language", [](Item& item) { item.language = "en"; }, Arrival::edited, 1},
      {"author", [](Item& item) { item.author += "x"; }, Arrival::edited, 1},
      {"categories", [](Item& item) { item.categories.pop_back(); }, Arrival::edited, 1},
      {"amount", [](Item& item) { item.amount->value = 1; }, Arrival::edited, 1},
      {"no amount", [](Item& item) { item.amount.reset(); }, Arrival::edited, 1},
      {"deadline", [](Item& item) { item.deadline->day = {}; }, Arrival::edited, 2},
      {"deadline's hour", [](Item& item) { item.deadline->at = hour(1); }, Arrival::edited, 2},
      {"no deadline", [](Item& item) { item.deadline.reset(); }, Arrival::edited, 2},
      {"no event", [](Item& item) { item.event_date.reset(); }, Arrival::edited, 2},
  };
  for (const Edit& edit : edits) {
    SCOPED_TRACE(edit.name);
    const SourceId own = store.sources.save(sample_source("own"));
    Item item = sample_item(own, "k");
    item.deadline->day = std::chrono::year{2027} / 2 / 26;
    const ItemId id = store.items.put(item, hour(0)).id;
    const CaseId case_id = store.items.find(id)->case_id;
    edit.apply(item);
    if (item.deadline && !item.deadline->day.ok()) {
      item.deadline->day = std::chrono::year{2027} / 3 / 26;
    }

    const store::Stored stored = store.items.put(item, hour(1));
    EXPECT_EQ(stored.id, id);
    EXPECT_EQ(stored.arrival, edit.arrival);
    EXPECT_EQ(store.items.find(id)->case_id, case_id);
    EXPECT_EQ(store.items.find(id)->first_seen, hour(0));
    if (edit.arrival == Arrival::edited) expect_same_content(*store.items.find(id), item);
    EXPECT_EQ(case_version(id), edit.case_version);
    store.sources.remove(own);
  }
}

TEST_F(ItemsTest, EachGoesInTheOrderOfArrivalFromTheGivenInstantOn) {
  const SourceId other = store.sources.save(sample_source("b"));
  store.items.put(sample_item(source, "late"), hour(3));
  store.items.put(sample_item(source, "early"), hour(1));
  store.items.put(sample_item(other, "other"), hour(2));
  EXPECT_THAT(keys({}), ElementsAre("early", "other", "late"));
  EXPECT_THAT(keys({source, {}}), ElementsAre("early", "late"));
  EXPECT_THAT(keys({{}, hour(2)}), ElementsAre("other", "late"));
  EXPECT_THAT(keys({source, hour(2)}), ElementsAre("late"));
}

TEST_F(ItemsTest, EachVisitsMoreThanOnePortionAndLetsTheVisitorWrite) {
  constexpr int items_count = 250;
  for (int i = 0; i < items_count; ++i) {
    store.items.put(sample_item(source, std::to_string(i)), hour(i / 90));
  }
  int visited = 0;
  store.items.each({}, [&](const Item& item) {
    ++visited;
    Item edited = item;
    edited.title = "läst";
    EXPECT_EQ(store.items.put(edited, hour(9)).arrival, Arrival::edited);
  });
  EXPECT_EQ(visited, items_count);
}

TEST_F(ItemsTest, ItemWithoutKeyIsOurBug) {
  EXPECT_DEATH(store.items.put(sample_item(source, ""), hour(0)), "key");
}

TEST_F(ItemsTest, WhatIsNotThereIsNotFound) { EXPECT_FALSE(store.items.find(ItemId{1})); }

}  // namespace
}  // namespace fundwatch::tests
