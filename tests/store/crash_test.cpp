// Killed at any instant, the store loses nothing that was committed and keeps nothing that was not.
#include <SQLiteCpp/Database.h>

#include <map>
#include <random>
#include <set>

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

class CrashTest : public StoreTest {
 protected:
  // What a kill at this instant leaves on the disk.
  std::filesystem::path copy_as_killed() {
    std::filesystem::path copy = folder / ("copy" + std::to_string(++copies_) + ".db");
    std::filesystem::copy_file(file, copy);
    std::filesystem::copy_file(file.string() + "-wal", copy.string() + "-wal");
    return copy;
  }

 private:
  int copies_ = 0;
};

void expect_sound(const std::filesystem::path& file) {
  SQLite::Database database(file.string());
  EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
  EXPECT_FALSE(SQLite::Statement(database, "PRAGMA foreign_key_check").executeStep());
}

TEST_F(CrashTest, KilledWithinATransactionIsAsBeforeIt) {
  const SourceId source = store.sources.save(sample_source("a"));
  store.items.put(sample_item(source, "before"), hour(0));

  store::Transaction transaction = store.begin();
  Item big = sample_item(source, "big");
  big.text.assign(25'000'000, 'x');  // more than SQLite's cache: written out before the commit
  store.items.put(big, hour(1));
  const std::filesystem::path within = copy_as_killed();
  EXPECT_GT(std::filesystem::file_size(within.string() + "-wal"), 2'000'000U);
  transaction.commit();
  const std::filesystem::path after = copy_as_killed();

  EXPECT_EQ(store::Store(within).items.count(), 1);
  EXPECT_EQ(store::Store(after).items.count(), 2);
  expect_sound(within);
  expect_sound(after);
}

TEST_F(CrashTest, KilledWithATornLastWriteIsAsBeforeIt) {
  const SourceId source = store.sources.save(sample_source("a"));
  store.items.put(sample_item(source, "before"), hour(0));
  const auto wal_bytes = std::filesystem::file_size(file.string() + "-wal");
  store.items.put(sample_item(source, "torn"), hour(1));
  const std::filesystem::path torn = copy_as_killed();
  std::filesystem::resize_file(torn.string() + "-wal", wal_bytes + 1000);
  EXPECT_EQ(store::Store(torn).items.count(), 1);
  expect_sound(torn);
}

// What the test expects to be stored: kept in plain sets, changed by the same random deeds.
struct Model {
  std::map<std::pair<SourceId, std::string>, std::optional<DueDate>> deadlines;
  std::map<CaseId, int> versions;  // of all cases that ever were
  std::set<std::pair<CaseId, int>> told;
};

class RandomTest : public CrashTest, public testing::WithParamInterface<unsigned> {
 protected:
  int any(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  Instant next_instant() { return hour(++hours_); }

  void put() {
    Item item = sample_item(sources_[static_cast<std::size_t>(any(3))], std::to_string(any(12)));
    item.title = "title " + std::to_string(any(3));
    if (any(2) == 0) item.deadline.reset();
    const store::Stored stored = store.items.put(item, next_instant());
    const CaseId case_id = store.items.find(stored.id)->case_id;
    const auto [known, is_new] =
        model_.deadlines.try_emplace({item.source, item.key}, item.deadline);
    EXPECT_EQ(stored.arrival == store::Arrival::fresh, is_new);
    EXPECT_EQ(model_.versions.try_emplace(case_id, 1).second, is_new)
        << "a case's number came again";
    if (known->second != item.deadline) ++model_.versions[case_id];
    known->second = item.deadline;
  }

  void replace() {
    const std::vector<Item> items = all_items();
    if (items.empty()) return;
    const Item& item = items[static_cast<std::size_t>(any(static_cast<int>(items.size())))];
    std::vector<Hit> hits;
    for (const ProfileId profile : profiles_) {
      if (any(2) == 0) hits.push_back(sample_hit(profile));
    }
    store.hits.replace(item.id, profiles_, hits, next_instant());
  }

  void review() {
    const std::vector<Hit> hits = all_hits();
    if (hits.empty()) return;
    const Hit& hit = hits[static_cast<std::size_t>(any(static_cast<int>(hits.size())))];
    store.hits.review(hit.id, any(2) == 0 ? Review::dismissed : Review::none, "");
  }

  void record() {
    store::Transaction transaction = store.begin();
    std::vector<store::LedgerEntry> entries;
    for (const Candidate& candidate : candidates()) {
      if (any(2) == 0) entries.push_back({candidate.case_id, candidate.version});
    }
    const Instant now = next_instant();
    store.digests.record(anna_, now, std::to_string(hours_) + "@example.org", entries, now);
    if (any(4) == 0) return;  // not committed: nothing was told
    transaction.commit();
    for (const store::LedgerEntry& entry : entries) {
      EXPECT_TRUE(model_.told.emplace(entry.case_id, entry.version).second) << "told twice";
    }
  }

  void remove_source() {
    if (any(10) != 0) return;
    const auto index = static_cast<std::size_t>(any(3));
    const SourceId gone = sources_[index];
    EXPECT_TRUE(store.sources.remove(gone));
    std::erase_if(model_.deadlines, [&](const auto& known) { return known.first.first == gone; });
    sources_[index] = store.sources.save(sample_source("source " + std::to_string(index)));
  }

  std::vector<Candidate> candidates() const {
    return store.digests.candidates(*store.subscribers.find(anna_));
  }

  // The cases with a hit that is not dismissed: who is entitled, computed the plain way.
  std::set<CaseId> cases_with_hits() const {
    std::set<CaseId> cases;
    store.hits.each({}, [&](const Hit& hit) {
      if (hit.review != Review::dismissed) cases.insert(store.items.find(hit.item)->case_id);
    });
    return cases;
  }

  void expect_items() const {
    std::set<std::pair<SourceId, std::string>> keys;
    for (const Item& item : all_items()) keys.emplace(item.source, item.key);
    ASSERT_EQ(store.items.count(), static_cast<std::int64_t>(model_.deadlines.size()));
    ASSERT_EQ(keys.size(), model_.deadlines.size());
    for (const auto& key : keys) ASSERT_TRUE(model_.deadlines.contains(key));
  }

  void expect_candidates() const {
    std::set<std::pair<CaseId, int>> expected;
    for (const CaseId case_id : cases_with_hits()) {
      const std::pair entry{case_id, model_.versions.at(case_id)};
      if (!model_.told.contains(entry)) expected.insert(entry);
    }
    std::set<std::pair<CaseId, int>> waiting;
    for (const Candidate& candidate : candidates()) {
      waiting.emplace(candidate.case_id, candidate.version);
      ASSERT_FALSE(candidate.hits.empty());
    }
    ASSERT_EQ(waiting, expected);
  }

  std::mt19937 random_{GetParam()};
  int hours_ = 0;
  Model model_;
  std::vector<SourceId> sources_{store.sources.save(sample_source("source 0")),
                                 store.sources.save(sample_source("source 1")),
                                 store.sources.save(sample_source("source 2"))};
  const std::vector<ProfileId> profiles_{
      store.profiles.save(sample_profile("p"), "Eva", hour(0)).id,
      store.profiles.save(sample_profile("q"), "Eva", hour(0)).id};
  const SubscriberId anna_ =
      *store.subscribers.save(sample_subscriber("anna@example.org", {"p", "q"}));
};

TEST_P(RandomTest, ItemsAreThereOnceAndHitsAreToldOnceWhateverHappens) {
  constexpr int deeds = 150;
  for (int i = 0; i < deeds && !HasFatalFailure(); ++i) {
    switch (any(5)) {
      case 0: put(); break;
      case 1: replace(); break;
      case 2: review(); break;
      case 3: record(); break;
      default:
        remove_source();
        put();
        break;
    }
    expect_items();
    expect_candidates();
  }
  const std::filesystem::path killed = copy_as_killed();
  EXPECT_EQ(store::Store(killed).items.count(), store.items.count());
  expect_sound(killed);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomTest, testing::Range(1U, 7U));

}  // namespace
}  // namespace fundwatch::tests
