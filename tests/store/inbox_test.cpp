#include "store/inbox.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "store/hit_words.h"
#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using std::chrono::year;

const Day kToday = year{2027} / 2 / 15;

class InboxTest : public StoreTest {
 protected:
  // A case with a hit, whose item says this last day.
  CaseId add_case(const std::string& key, std::optional<Day> day, const std::string& text = "") {
    Item item = sample_item(source, key);
    item.event_date.reset();
    item.notice.reset();
    item.deadline = day ? std::optional(DueDate{*day, {}}) : std::nullopt;
    item.text = text;
    item.place.municipality = "Gävle";
    const ItemId id = store.items.put(item, hour(0)).id;
    store.hits.replace(id, {profile}, {sample_hit(profile)}, hour(0));
    return store.items.find(id)->case_id;
  }
  std::vector<CaseId> cases(const store::InboxFilter& filter) const {
    const store::InboxPage page = store.inbox.page(filter, std::nullopt, 100);
    EXPECT_EQ(static_cast<std::size_t>(store.inbox.count(filter)), page.cases.size());
    return page.cases;
  }
  void mark(CaseId id, Review review) {
    store.reviews.mark({id}, {.at = hour(1), .author = "kim", .review = review});
  }

  const SourceId source = store.sources.save(sample_source("a"));
  const ProfileId profile = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
};

TEST_F(InboxTest, WhatClosesNextComesFirstThenWithoutDayThenWhatIsOver) {
  const CaseId over = add_case("over", year{2027} / 2 / 14);
  const CaseId long_over = add_case("long over", year{2026} / 12 / 1);
  const CaseId old = add_case("old", std::nullopt);
  const CaseId later = add_case("later", year{2027} / 3 / 1);
  const CaseId recent = add_case("recent", std::nullopt);
  const CaseId today = add_case("today", kToday);
  EXPECT_THAT(cases({.today = kToday}), ElementsAre(today, later, recent, old, over, long_over));
}

TEST_F(InboxTest, EveryCaseStandsOnOnePage) {
  for (int i = 0; i < 7; ++i) {
    const std::string name = std::to_string(i);
    add_case("a" + name, year{2027} / 3 / 1);
    add_case("b" + name, std::nullopt);
    add_case("c" + name, year{2027} / 1 / 1);
  }
  const std::vector<CaseId> all = cases({.today = kToday});
  ASSERT_THAT(all, SizeIs(21));
  for (const std::size_t size : {1U, 2U, 7U, 20U, 21U}) {
    std::vector<CaseId> paged;
    std::optional<store::InboxPlace> place;
    do {
      store::InboxPage page = store.inbox.page({.today = kToday}, place, size);
      paged.insert(paged.end(), page.cases.begin(), page.cases.end());
      place = page.next;
    } while (place);
    EXPECT_EQ(paged, all) << size;
  }
}

TEST_F(InboxTest, FiltersByDay) {
  const CaseId soon = add_case("soon", year{2027} / 2 / 22);
  add_case("later", year{2027} / 2 / 23);
  const CaseId always = add_case("always", std::nullopt);
  add_case("over", year{2027} / 2 / 14);
  const store::Days week{kToday, year{2027} / 2 / 22};
  EXPECT_THAT(cases({.today = kToday, .closing = week}), ElementsAre(soon));
  EXPECT_THAT(cases({.today = kToday, .is_without_day = true}), ElementsAre(always));
}

TEST_F(InboxTest, ADismissedCaseWaitsAgainWhenAnotherProfileHitsIt) {
  const CaseId id = add_case("a", std::nullopt);
  mark(id, Review::dismissed);
  const ProfileId other = store.profiles.save(sample_profile("other"), "Eva", hour(0)).id;
  const ItemId item = store.cases.items(id).front().id;
  store.hits.replace(item, {other}, {sample_hit(other)}, hour(1));
  EXPECT_THAT(cases({.today = kToday, .state = Review::none, .profile = other}), ElementsAre(id));
  EXPECT_THAT(cases({.today = kToday, .profile = profile}), ElementsAre(id));
}

TEST_F(InboxTest, FiltersByProfileMunicipalityAndState) {
  const CaseId kept = add_case("kept", std::nullopt);
  const CaseId waiting = add_case("waiting", std::nullopt);
  const CaseId dismissed = add_case("dismissed", std::nullopt);
  mark(kept, Review::kept);
  mark(dismissed, Review::dismissed);
  EXPECT_THAT(cases({.today = kToday, .state = Review::none}), ElementsAre(waiting));
  EXPECT_THAT(cases({.today = kToday, .state = Review::kept}), ElementsAre(kept));
  EXPECT_THAT(cases({.today = kToday, .state = Review::dismissed}), ElementsAre(dismissed));
  EXPECT_THAT(cases({.today = kToday, .profile = profile}), SizeIs(3));
  EXPECT_THAT(cases({.today = kToday, .profile = ProfileId{99}}), IsEmpty());
  EXPECT_THAT(cases({.today = kToday, .municipality = "Gävle"}), SizeIs(3));
  EXPECT_THAT(cases({.today = kToday, .municipality = "Hofors"}), IsEmpty());
  EXPECT_THAT(store.inbox.municipalities(), ElementsAre("Gävle"));
  EXPECT_EQ(store.inbox.counts().waiting, 1);
  EXPECT_EQ(store.inbox.counts().all(), 3);
}

TEST_F(InboxTest, FindsWordsByTheirBeginningInAnyCase) {
  const CaseId id = add_case("a", std::nullopt, "Återbruk av MÖBLER i Ånge");
  add_case("b", std::nullopt, "annat");
  for (const char* words : {"återbruk", "ÅTER", "möbler åter", "Ånge"}) {
    EXPECT_THAT(cases({.today = kToday, .words = words}), ElementsAre(id)) << words;
  }
  for (const char* words : {"bruk", "atervinning", "\"", "återbruk AND", "möbler OR annat", "*"}) {
    EXPECT_THAT(cases({.today = kToday, .words = words}), IsEmpty()) << words;
  }
}

TEST_F(InboxTest, FollowsTheTextThatALinkedPageGives) {
  const CaseId id = add_case("a", std::nullopt, "kort");
  const ItemId item = store.cases.items(id).front().id;
  store.linked_texts.wait_for(item, hour(0));
  store.linked_texts.put(item, "Ett snickeri söker lärlingar");
  EXPECT_THAT(cases({.today = kToday, .words = "snickeri"}), ElementsAre(id));
}

TEST_F(InboxTest, FollowsEditsOfTheItemThatSpeaks) {
  const CaseId id = add_case("a", year{2027} / 2 / 14, "gammalt");
  Item item = store.cases.items(id).front();
  item.deadline = DueDate{year{2027} / 2 / 20, {}};
  item.text = "efter";
  item.place.municipality = "Hofors";
  store.items.put(item, hour(1));
  const store::Days week{kToday, year{2027} / 2 / 22};
  EXPECT_THAT(cases({.today = kToday, .closing = week, .municipality = "Hofors"}), ElementsAre(id));
  EXPECT_THAT(cases({.today = kToday, .words = "efter"}), ElementsAre(id));
  EXPECT_THAT(cases({.today = kToday, .words = "gammalt"}), IsEmpty());
}

TEST_F(InboxTest, ADoubtfulLastDayOrdersNothing) {
  const CaseId id = add_case("a", std::nullopt);
  Item item = store.facts.unread(store.cases.items(id).front().id).value();
  item.deadline = DueDate{year{2099} / 1 / 1, {}, true};
  store.facts.put(item);
  EXPECT_THAT(cases({.today = kToday, .is_without_day = true}), ElementsAre(id));
}

TEST_F(InboxTest, ACaseOfSeveralItemsStandsOnce) {
  const CaseId id = add_case("a", std::nullopt);
  add_case("b", std::nullopt);
  const auto items = all_items();
  share_case(items[0].id, items[1].id);
  EXPECT_THAT(cases({.today = kToday}), ElementsAre(id));
}

TEST_F(InboxTest, ACaseIsFoundByTheWordsOfEachOfItsItems) {
  const CaseId id = add_case("a", std::nullopt, "snickeri");
  add_case("b", std::nullopt, "tvätteri");
  const auto items = all_items();
  share_case(items[0].id, items[1].id);
  for (const char* words : {"snickeri", "tvätteri"}) {
    EXPECT_THAT(cases({.today = kToday, .words = words}), ElementsAre(id)) << words;
  }
}

TEST_F(InboxTest, SearchesAmongWhatWaitsAndWhatClosesSoon) {
  const CaseId kept = add_case("kept", year{2027} / 2 / 20, "ord");
  const CaseId late = add_case("late", year{2027} / 3 / 20, "ord");
  const CaseId soon = add_case("soon", year{2027} / 2 / 21, "ord");
  mark(kept, Review::kept);
  const store::Days week{kToday, year{2027} / 2 / 22};
  EXPECT_THAT(cases({.today = kToday, .state = Review::none, .words = "ord"}),
              ElementsAre(soon, late));
  EXPECT_THAT(cases({.today = kToday, .closing = week, .words = "ord"}), ElementsAre(kept, soon));
  EXPECT_THAT(cases({.today = kToday, .state = Review::none, .closing = week, .words = "ord"}),
              ElementsAre(soon));
  for (const char* municipality : {"Gävle", ""}) {
    EXPECT_THAT(cases({.today = kToday,
                       .state = Review::kept,
                       .profile = profile,
                       .municipality = municipality,
                       .words = "ord"}),
                ElementsAre(kept));
  }
  EXPECT_THAT(cases({.today = kToday, .profile = ProfileId{99}, .words = "ord"}), IsEmpty());
  EXPECT_THAT(cases({.today = kToday, .municipality = "Bollnäs", .words = "ord"}), IsEmpty());
  mark(late, Review::dismissed);
  mark(soon, Review::dismissed);
  EXPECT_THAT(cases({.today = kToday, .state = Review::none, .words = "ord"}), IsEmpty());
}

// Common words are searched among the newest cases first.
TEST_F(InboxTest, WithoutADayTheNewestThatHaveTheWordsComeFirstAndTheOldestLast) {
  std::vector<CaseId> newest_first;
  for (const char* key : {"a", "b", "c", "d"}) {
    newest_first.insert(newest_first.begin(), add_case(key, std::nullopt, "ord"));
    SQLite::Database database(file, SQLite::OPEN_READWRITE);
    database.exec("UPDATE sqlite_sequence SET seq = seq + 15000 WHERE name = 'cases'");
  }
  const store::InboxFilter filter{.today = kToday, .words = "ord"};
  EXPECT_EQ(cases(filter), newest_first);
  std::vector<CaseId> paged;
  std::optional<store::InboxPlace> after;
  do {
    const store::InboxPage page = store.inbox.page(filter, after, 1);
    paged.insert(paged.end(), page.cases.begin(), page.cases.end());
    after = page.next;
  } while (after);
  EXPECT_EQ(paged, newest_first);
}

TEST_F(InboxTest, CountsFollowEveryChange) {
  const CaseId kept = add_case("a", std::nullopt);
  const CaseId dismissed = add_case("b", std::nullopt);
  add_case("c", std::nullopt);
  mark(kept, Review::kept);
  mark(dismissed, Review::dismissed);
  mark(dismissed, Review::none);
  mark(dismissed, Review::dismissed);
  const auto items = all_items();
  share_case(items[0].id, items[2].id);
  const store::InboxCounts counts = store.inbox.counts();
  EXPECT_EQ(counts.waiting, 0);
  EXPECT_EQ(counts.kept, 1);
  EXPECT_EQ(counts.dismissed, 1);
  store.sources.remove(source);
  EXPECT_EQ(store.inbox.counts().all(), 0);
}

TEST_F(InboxTest, LeavesWithItsHitAndWithItsItem) {
  const CaseId id = add_case("a", std::nullopt, "ord");
  store.hits.replace(store.cases.items(id).front().id, {profile}, {}, hour(1));
  EXPECT_THAT(cases({.today = kToday}), IsEmpty());
  EXPECT_THAT(cases({.today = kToday, .words = "ord"}), IsEmpty());
  add_case("b", std::nullopt, "ord");
  store.sources.remove(source);
  EXPECT_THAT(cases({.today = kToday}), IsEmpty());
  SQLite::Database database(file);
  for (const char* table : {"inbox", "inbox_profile", "hit_words"}) {
    const std::string count = std::string("SELECT count(*) FROM ") + table;
    EXPECT_EQ(database.execAndGet(count).getInt(), 0) << table;
  }
}

TEST_F(InboxTest, WordsOfMoreCasesThanOnePortionAreAllFound) {
  store::Transaction transaction = store.begin();
  constexpr int kCases = store::kCasesIndexedAtOnceMax + 1;
  for (int i = 0; i < kCases; ++i) add_case(std::to_string(i), std::nullopt, "ord");
  transaction.commit();
  EXPECT_EQ(store.inbox.count({.today = kToday, .words = "ord"}), kCases);
}

TEST_F(InboxTest, GivesWhatFallsOnDaysButNotWhatWasDismissed) {
  const CaseId first = add_case("b", year{2027} / 2 / 20);
  const CaseId second = add_case("a", year{2027} / 2 / 28);
  mark(add_case("no", year{2027} / 2 / 21), Review::dismissed);
  add_case("other month", year{2027} / 3 / 1);
  const store::Days february{year{2027} / 2 / 1, year{2027} / 2 / 28};
  EXPECT_THAT(store.inbox.on_days(february, 9), ElementsAre(first, second));
  EXPECT_THAT(store.inbox.on_days(february, 1), ElementsAre(first));
  EXPECT_THAT(store.inbox.latest_on_days(february, 9), ElementsAre(second, first));
  EXPECT_THAT(store.inbox.latest_on_days(february, 1), ElementsAre(second));
  EXPECT_EQ(store.inbox.count_on_days(february), 2);
  mark(first, Review::kept);
  EXPECT_EQ(store.inbox.count_on_days(february), 2);
}

}  // namespace
}  // namespace fundwatch::tests
