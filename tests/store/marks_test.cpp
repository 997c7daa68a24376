#include "store/marks.h"

#include <SQLiteCpp/Database.h>

#include "store/connection.h"
#include "store/mark_texts.h"
#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

class MarksTest : public StoreTest {
 protected:
  Item add(const std::string& key) {
    Item item = sample_item(source, key);
    return *store.items.find(store.items.put(item, hour(1)).id);
  }

  // What comes of the items since the last time, by their marks' texts.
  std::map<std::int64_t, std::vector<std::string>> read() {
    std::vector<store::MarkedItem> items;
    store.marks.each_item(position, [&](const store::MarkedItem& item) { items.push_back(item); });
    store.marks.each_text(position, [&](std::uint32_t id, std::string_view text) {
      texts.emplace(id, std::string(text));
    });
    std::map<std::int64_t, std::vector<std::string>> found;
    for (const store::MarkedItem& item : items) {
      auto& marks = found[static_cast<std::int64_t>(item.item)];
      for (const std::uint32_t mark : item.marks) marks.push_back(texts.at(mark));
      std::ranges::sort(marks);
    }
    return found;
  }

  SourceId source = store.sources.save(sample_source("a"));
  store::MarksRead position;
  std::map<std::uint32_t, std::string> texts;
};

TEST_F(MarksTest, AreReadFromWhereTheReaderStood) {
  const Item one = add("k1");
  const Item two = add("k2");
  store.marks.put(one, {"wa", "wb"});
  store.marks.put(two, {"wb", "wc"});
  const auto first = static_cast<std::int64_t>(one.id);
  const auto second = static_cast<std::int64_t>(two.id);
  EXPECT_THAT(read(), ElementsAre(Pair(first, ElementsAre("wa", "wb")),
                                  Pair(second, ElementsAre("wb", "wc"))));
  EXPECT_THAT(read(), IsEmpty());
  store.marks.put(two, {"wd"});
  EXPECT_THAT(read(), ElementsAre(Pair(second, ElementsAre("wd"))));
  store.marks.put(two, {"we"});
  store.marks.put(two, {});
  EXPECT_THAT(read(), ElementsAre(Pair(second, IsEmpty())));
}

TEST_F(MarksTest, ManyNumbersComeBackAsTheyWere) {
  const Item item = add("k1");
  std::vector<std::string> marks;
  for (int i = 0; i < 40'000; i += 1 + i / 7) marks.push_back("w" + std::to_string(i));
  for (int i = 0; i < 300; ++i) store.marks.put(item, {"x" + std::to_string(i)});
  store.marks.put(item, marks);
  std::ranges::sort(marks);
  EXPECT_EQ(read().begin()->second, marks);
}

TEST_F(MarksTest, WhateverChangesAnItemTakesAwayThatItIsMarked) {
  Item item = add("k1");
  const auto expect_unmarked = [&](const char* why) {
    EXPECT_THAT(store.marks.unmarked(10), ElementsAre(item.id)) << why;
    store.marks.put(item, {"wa"});
    EXPECT_THAT(store.marks.unmarked(10), IsEmpty()) << why;
  };
  expect_unmarked("added");
  item.title = "Another title";
  store.items.put(item, hour(2));
  expect_unmarked("edited");
  item.status = CallStatus::open;
  store.facts.put(item);
  expect_unmarked("facts");
  store.linked_texts.wait_for(item.id, hour(2));
  EXPECT_THAT(store.marks.unmarked(10), IsEmpty());
  store.linked_texts.put(item.id, "what the page says");
  expect_unmarked("text of its page");
  store.linked_texts.forget(item.id);
  expect_unmarked("without that text");
}

TEST_F(MarksTest, TheNewestUnmarkedComeFirst) {
  const Item one = add("k1");
  const Item two = add("k2");
  const Item three = add("k3");
  store.marks.put(two, {"wa"});
  EXPECT_THAT(store.marks.unmarked(1), ElementsAre(three.id));
  EXPECT_THAT(store.marks.unmarked(9), ElementsAre(three.id, one.id));
}

TEST_F(MarksTest, GoWithTheirItem) {
  const Item one = add("k1");
  add("k2");
  store.marks.put(one, {"wa"});
  store.linked_texts.wait_for(one.id, hour(2));
  store.linked_texts.put(one.id, "what the page says");
  EXPECT_EQ(store.marks.removals(), 0);
  store.sources.remove(source);
  EXPECT_EQ(store.marks.removals(), 1);
  EXPECT_THAT(read(), IsEmpty());
  EXPECT_THAT(store.marks.unmarked(10), IsEmpty());
}

TEST_F(MarksTest, NumbersOfATransactionThatWasUndoneAreGivenAnew) {
  const Item item = add("k1");
  {
    const store::Transaction undone = store.begin();
    store.marks.put(item, {"wa"});
  }
  store.marks.put(item, {"wb"});
  store.marks.put(item, {"wa", "wb", "wc"});
  EXPECT_THAT(read(),
              ElementsAre(Pair(static_cast<std::int64_t>(item.id), ElementsAre("wa", "wb", "wc"))));
}

// ------------------------------------------------- texts that no item has any more

class MarkTextsTest : public MarksTest {
 protected:
  std::size_t forget(std::size_t texts_max = 100) {
    const auto before = count();
    store::Connection database(file, std::chrono::seconds(5));
    const std::size_t gone = store::forget_unused_marks(database, texts_max);
    EXPECT_EQ(count(), before - static_cast<std::int64_t>(gone));
    return gone;
  }
  std::int64_t count() const {
    return SQLite::Database(file.string()).execAndGet("SELECT count(*) FROM mark").getInt64();
  }
  void remove_items() { store.upkeep.retire_items(hour(100), 100); }
};

TEST_F(MarkTextsTest, GoWithTheLastItemThatHadThemSomeAtATime) {
  store.marks.put(add("k1"), {"wa", "wb", "wc", "wd"});
  EXPECT_EQ(forget(), 0U) << "all are used";
  remove_items();
  store.marks.put(add("k2"), {"wb", "we"});
  EXPECT_EQ(forget(2), 2U);
  EXPECT_EQ(forget(2), 1U);
  EXPECT_EQ(forget(2), 0U);
  EXPECT_EQ(read().begin()->second, (std::vector<std::string>{"wb", "we"}));
}

TEST_F(MarkTextsTest, ANumberIsNotGivenTwice) {
  store.marks.put(add("k1"), {"wa", "wb"});
  read();
  remove_items();
  forget();
  store.marks.put(add("k2"), {"wc"});
  EXPECT_THAT(read().begin()->second, ElementsAre("wc")) << "texts are told by their numbers";
}

TEST_F(MarkTextsTest, WhoRemembersANumberIsToldThatItIsGone) {
  store.marks.put(add("k1"), {"wa", "wb"});
  const std::int64_t removals = store.marks.removals();
  remove_items();
  forget();
  EXPECT_GT(store.marks.removals(), removals + 1);
  store.marks.put(add("k2"), {"wa"});
  position = {};
  EXPECT_THAT(read().begin()->second, ElementsAre("wa"));
}

TEST_F(MarkTextsTest, GoInTheNight) {
  store.marks.put(add("k1"), {"wa", "wb"});
  remove_items();
  store.upkeep.tidy_up(10);
  EXPECT_EQ(count(), 1) << "the newest, whose number is not given again";
}

}  // namespace
}  // namespace fundwatch::tests
