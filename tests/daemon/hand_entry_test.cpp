#include "daemon/hand_entry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace fundwatch::daemon {
namespace {

using std::chrono::year;

const Instant kNow = std::chrono::sys_days{year{2027} / 2 / 15} + std::chrono::hours(8);

class HandEntryTest : public testing::Test {
 protected:
  HandEntryTest() {
    Profile profile;
    profile.name = "finansiering";
    profile.terms = {{"bidrag"}};
    store.profiles.save(profile, "Kim", kNow);
  }
  HandEntryBook::Added add(const std::string& title, const std::string& text,
                           const std::string& url = "") {
    Item item;
    item.title = title;
    item.text = text;
    item.url = url;
    return book.add(std::move(item), "Samordnaren", kNow);
  }

  tests::TemporaryFolder folder;
  store::Store store{folder / "fundwatch.db"};
  config::Config config;
  HandEntryBook book{config, store, nullptr};
};

TEST_F(HandEntryTest, ATextBecomesAnItemWithFactsAndHits) {
  const auto added = add("Nya bidrag", "Sök senast den 5 mars 2027. Högst 400 000 kronor.");
  EXPECT_EQ(added.hits, 1);
  EXPECT_EQ(added.item.deadline->day, year{2027} / 3 / 5);
  EXPECT_EQ(added.item.amount->value, 400'000);
  EXPECT_EQ(store.cases.version(added.item.case_id), 1);
  EXPECT_EQ(store.inbox.count({.today = year{2027} / 2 / 15, .state = Review::none}), 1);
}

TEST_F(HandEntryTest, WhatFitsNoProfileIsKeptWithoutHits) {
  const auto added = add("Annat", "Något helt annat.");
  EXPECT_EQ(added.hits, 0);
  EXPECT_TRUE(store.items.find(added.item.id).has_value());
}

TEST_F(HandEntryTest, ItsSourceIsNeverAsked) {
  add("Nya bidrag", "x");
  add("Fler bidrag", "y");
  const auto sources = store.sources.all();
  ASSERT_EQ(sources.size(), 1U);
  EXPECT_EQ(sources[0].name, "Samordnaren");
  EXPECT_TRUE(store.sources.due(kNow + std::chrono::years(1)).empty());
  EXPECT_EQ(store.items.count(), 2);
}

TEST_F(HandEntryTest, TheSameAddressAgainIsTheSameItem) {
  const std::string url = "https://stiftelsen.example/utlysning";
  const auto first = add("Nya bidrag", "Sök senast den 5 mars 2027.", url);
  const auto again = add("Nya bidrag", "Sök senast den 9 mars 2027.", url + "?utm_source=mejl");
  EXPECT_EQ(first.item.id, again.item.id);
  EXPECT_EQ(again.item.deadline->day, year{2027} / 3 / 9);
  EXPECT_EQ(store.items.count(), 1);
}

}  // namespace
}  // namespace fundwatch::daemon
