#include "store/sources.h"

#include <SQLiteCpp/Database.h>

#include "base/names.h"
#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;

class SourcesTest : public StoreTest {
 protected:
  std::vector<std::string> names(const std::vector<Source>& sources) {
    std::vector<std::string> result;
    result.reserve(sources.size());
    for (const Source& source : sources) result.push_back(source.name);
    return result;
  }
  // A source that is due then.
  SourceId add(const std::string& name, Instant next_check) {
    Source source = sample_source(name);
    source.health.next_check = next_check;
    return store.sources.save(source);
  }
};

TEST_F(SourcesTest, EveryKindComesBack) {
  for (const std::string& name : source_kind_names()) {
    Source source = sample_source(name);
    source.kind = parse_source_kind(name).value();
    EXPECT_EQ(store.sources.find(store.sources.save(source))->kind, source.kind) << name;
  }
}

TEST_F(SourcesTest, ComesBackAsItWasSaved) {
  Source source = sample_source("Tillväxtverket");
  source.paused = true;
  source.health = {3, "svarar inte", hour(1), hour(2), hour(3), hour(4)};
  const SourceId id = store.sources.save(source);

  const std::optional<Source> found = store.sources.find(id);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, id);
  EXPECT_EQ(found->name, source.name);
  EXPECT_EQ(found->url, source.url);
  EXPECT_EQ(found->kind, source.kind);
  EXPECT_EQ(found->page_rule, source.page_rule);
  EXPECT_EQ(found->linked_text, source.linked_text);
  EXPECT_EQ(found->language, source.language);
  EXPECT_EQ(found->query, source.query);
  EXPECT_EQ(found->senders, source.senders);
  EXPECT_EQ(found->interval, source.interval);
  EXPECT_EQ(found->paused, source.paused);
  EXPECT_EQ(found->ca_file, source.ca_file);
  EXPECT_EQ(found->validators, source.validators);
  EXPECT_EQ(found->health.failures, 3);
  EXPECT_EQ(found->health.error, "svarar inte");
  EXPECT_EQ(found->health.failing_since, hour(1));
  EXPECT_EQ(found->health.last_attempt, hour(2));
  EXPECT_EQ(found->health.last_success, hour(3));
  EXPECT_EQ(found->health.next_check, hour(4));
}

TEST_F(SourcesTest, TheStateComesBackAsItWasRecorded) {
  Source source = sample_source("a");
  source.expected_every = std::chrono::days(14);
  source.id = store.sources.save(source);
  Health health;
  health.state = SourceState::silent;
  health.since = hour(5);
  health.move = Move{"https://example.org/new", 2, hour(3), true};
  health.newest_item = hour(2);
  health.usual_gap = std::chrono::days(3);
  health.is_empty = true;
  store.sources.record(source.id, health, {});

  const Source found = *store.sources.find(source.id);
  EXPECT_EQ(found.expected_every, source.expected_every);
  EXPECT_EQ(found.health.state, health.state);
  EXPECT_EQ(found.health.since, health.since);
  EXPECT_EQ(found.health.move, health.move);
  EXPECT_EQ(found.health.newest_item, health.newest_item);
  EXPECT_EQ(found.health.usual_gap, health.usual_gap);
  EXPECT_TRUE(found.health.is_empty);
  EXPECT_THAT(names(store.sources.not_ok()), ElementsAre("a"));
}

TEST_F(SourcesTest, AMoveDropsTheValidators) {
  const SourceId id = store.sources.save(sample_source("a"));
  const std::int64_t before = store.revision();
  store.sources.set_url(id, "https://example.org/new");
  EXPECT_EQ(store.sources.find(id)->url, "https://example.org/new");
  EXPECT_EQ(store.sources.find(id)->validators, Validators{});
  EXPECT_EQ(store.revision(), before + 1);
}

TEST_F(SourcesTest, NewAddressForgetsFailuresAndMoves) {
  Source source = sample_source("a");
  const SourceId id = store.sources.save(source);
  Health health{.failures = 3, .error = "gone", .failing_since = hour(1)};
  health.move = Move{"https://example.org/new", 2, hour(3), true};
  store.sources.record(id, health, {});
  source.url = "https://example.org/elsewhere";
  store.sources.save(source);
  EXPECT_EQ(store.sources.find(id)->health.failures, 0);
  EXPECT_FALSE(store.sources.find(id)->health.failing_since);
  EXPECT_FALSE(store.sources.find(id)->health.move);
}

TEST_F(SourcesTest, OtherAuthoritiesAreTriedAtOnceAndKeepWhatIsKnown) {
  Source source = sample_source("a");
  const SourceId id = store.sources.save(source);
  store.sources.record(id, {.failures = 3, .next_check = hour(9)}, source.validators);
  source.ca_file = "/etc/fundwatch/other.pem";
  store.sources.save(source);
  EXPECT_EQ(store.sources.find(id)->health.next_check, Instant{});
  EXPECT_EQ(store.sources.find(id)->health.failures, 3);
  EXPECT_EQ(store.sources.find(id)->validators, source.validators);
}

TEST_F(SourcesTest, ANewQuestionIsAskedAsIfForTheFirstTime) {
  Source source = sample_source("a");
  const SourceId id = store.sources.save(source);
  store.sources.record(id, Health{.last_success = hour(1), .next_check = hour(9)}, {});
  source.interval *= 2;
  store.sources.save(source);
  EXPECT_EQ(store.sources.find(id)->health.last_success, hour(1));
  source.query = "place-of-performance IN (SE312)";
  store.sources.save(source);
  EXPECT_FALSE(store.sources.find(id)->health.last_success);
  EXPECT_EQ(store.sources.find(id)->health.next_check, Instant{});
}

TEST_F(SourcesTest, TheHistoryKeepsTheLatestChanges) {
  const SourceId id = store.sources.save(sample_source("a"));
  const SourceId other = store.sources.save(sample_source("b"));
  store.source_history.add(other, {hour(0), SourceState::ok, ""});
  for (int i = 0; i < store::kSourceChangesMax + 3; ++i) {
    store.source_history.add(id, {hour(i), SourceState::failing, "svarar inte"});
  }
  const auto changes = store.source_history.of(id);
  ASSERT_EQ(changes.size(), static_cast<std::size_t>(store::kSourceChangesMax));
  EXPECT_EQ(changes.front(), (store::SourceChange{hour(store::kSourceChangesMax + 2),
                                                  SourceState::failing, "svarar inte"}));
  EXPECT_EQ(changes.back().at, hour(3));
  EXPECT_EQ(store.source_history.of(other).size(), 1U);
}

TEST_F(SourcesTest, HistoryOfWhoChangedLatelyHasWhatWasBefore) {
  const SourceId changed = store.sources.save(sample_source("a"));
  const SourceId unchanged = store.sources.save(sample_source("b"));
  store.source_history.add(unchanged, {hour(1), SourceState::ok, ""});
  store.source_history.add(changed, {hour(1), SourceState::ok, ""});
  store.source_history.add(changed, {hour(5), SourceState::failing, "svarar inte"});
  const store::ChangesBySource changes = store.source_history.of_changed_since(hour(5));
  ASSERT_EQ(changes.size(), 1U);
  ASSERT_EQ(changes.at(changed).size(), 2U);
  EXPECT_EQ(changes.at(changed)[0].state, SourceState::ok);
  EXPECT_EQ(changes.at(changed)[1],
            (store::SourceChange{hour(5), SourceState::failing, "svarar inte"}));
  EXPECT_TRUE(store.source_history.of_changed_since(hour(6)).empty());
}

TEST_F(SourcesTest, TheRhythmIsOfPublishedDaysElseOfThoseOfArrival) {
  const SourceId id = store.sources.save(sample_source("a"));
  for (int day = 0; day < 3; ++day) {
    Item item = sample_item(id, std::to_string(day));
    item.published = hour(24 * (10 + 2 * day));
    store.items.put(item, hour(24 * (100 + day)));
  }
  const auto days = [&](std::size_t days_min, std::size_t days_max) {
    std::vector<int> result;
    for (const auto day :
         store.items.days_with_news(id, {hour(0), hour(24 * 200), days_min, days_max})) {
      result.push_back(
          static_cast<int>((day - std::chrono::floor<std::chrono::days>(hour(0))).count()));
    }
    return result;
  };
  EXPECT_THAT(days(3, 9), ElementsAre(10, 12, 14));
  EXPECT_THAT(days(4, 9), ElementsAre(100, 101, 102));
  EXPECT_THAT(days(1, 2), ElementsAre(12, 14));
}

TEST_F(SourcesTest, WhatIsNotThereIsNotFound) {
  EXPECT_FALSE(store.sources.find(SourceId{1}));
  EXPECT_FALSE(store.sources.find("a"));
  EXPECT_FALSE(store.sources.next_check());
  EXPECT_FALSE(store.sources.remove(SourceId{1}));
}

TEST_F(SourcesTest, AllAreInAlphabeticalOrder) {
  for (const char* name : {"c", "B", "a"}) store.sources.save(sample_source(name));
  EXPECT_THAT(names(store.sources.all()), ElementsAre("a", "B", "c"));
}

TEST_F(SourcesTest, SavingAgainKeepsIdHealthAndValidators) {
  const SourceId id = store.sources.save(sample_source("a"));
  store.sources.record(id, {2, "fel", hour(1), hour(2), {}, hour(9)}, {"\"new\"", ""});
  Source edited = sample_source("a");
  edited.interval = std::chrono::minutes(5);
  EXPECT_EQ(store.sources.save(edited), id);

  const Source found = *store.sources.find(id);
  EXPECT_EQ(found.interval, edited.interval);
  EXPECT_EQ(found.health.failures, 2);
  EXPECT_EQ(found.health.next_check, hour(9));
  EXPECT_EQ(found.validators, (Validators{"\"new\"", ""}));
}

TEST_F(SourcesTest, NewAddressDropsValidatorsAndIsDueAtOnce) {
  const SourceId id = add("a", hour(100));
  Source moved = sample_source("a");
  moved.url = "https://example.org/elsewhere";
  store.sources.save(moved);
  EXPECT_EQ(store.sources.find(id)->validators, Validators{});
  EXPECT_THAT(names(store.sources.due(hour(0))), ElementsAre("a"));
}

TEST_F(SourcesTest, DueAreThoseWhoseTimeHasComeTheLongestWaitingFirst) {
  add("late", hour(2));
  add("first", hour(0));
  add("later", hour(3));
  Source paused = sample_source("paused");
  paused.paused = true;
  paused.health.next_check = hour(-1);
  store.sources.save(paused);

  EXPECT_THAT(names(store.sources.due(hour(2))), ElementsAre("first", "late"));
  EXPECT_EQ(store.sources.next_check(), hour(0));
}

TEST_F(SourcesTest, RemovingTakesItsItemsHitsAndCases) {
  const ProfileId profile = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  const SourceId gone = store.sources.save(sample_source("gone"));
  const SourceId stays = store.sources.save(sample_source("stays"));
  add_item_with_hit(gone, "k", profile, hour(1));
  const ItemId kept = add_item_with_hit(stays, "k", profile, hour(1));

  const std::int64_t before = store.revision();
  EXPECT_TRUE(store.sources.remove(gone));
  EXPECT_EQ(store.revision(), before + 1);
  ASSERT_EQ(all_items().size(), 1U);
  EXPECT_EQ(all_items()[0].id, kept);
  ASSERT_EQ(all_hits().size(), 1U);
  EXPECT_EQ(all_hits()[0].item, kept);
  EXPECT_EQ(store.sources.item_count(stays), 1);
  SQLite::Database database(file.string());
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM cases").getInt(), 1);
}

TEST_F(SourcesTest, RemovingLeavesACaseThatAnotherSourceAnnouncesToo) {
  const SourceId gone = store.sources.save(sample_source("gone"));
  const SourceId stays = store.sources.save(sample_source("stays"));
  const ItemId first = store.items.put(sample_item(gone, "k"), hour(1)).id;
  const ItemId second = store.items.put(sample_item(stays, "k"), hour(1)).id;
  share_case(first, second);
  store.sources.remove(gone);
  EXPECT_FALSE(store.items.find(first));
  EXPECT_TRUE(store.items.find(second));
}

TEST_F(SourcesTest, CountsItsItems) {
  const SourceId source = store.sources.save(sample_source("a"));
  EXPECT_EQ(store.sources.item_count(source), 0);
  store.items.put(sample_item(source, "k"), hour(0));
  store.items.put(sample_item(source, "l"), hour(0));
  EXPECT_EQ(store.sources.item_count(source), 2);
  store.sources.remove(source);
  EXPECT_EQ(store.sources.item_count(source), 0);
}

}  // namespace
}  // namespace fundwatch::tests
