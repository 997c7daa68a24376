// Copies of the database, what is saved of a damaged one, and files of every older schema.
#include "store/backup.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <sys/stat.h>

#include <fstream>

#include "store/file_work.h"
#include "store/migrations.h"
#include "store/query.h"
#include "store/salvage.h"
#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;

constexpr int kItems = 400;
constexpr std::size_t kPageBytes = 4096;

mode_t mode_of(const std::filesystem::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
}

std::int64_t number_in(const std::filesystem::path& file, const std::string& sql) {
  return SQLite::Database(file.string()).execAndGet(sql).getInt64();
}

class BackupTest : public StoreTest {
 protected:
  BackupTest() {
    const SourceId source = store.sources.save(sample_source("a"));
    store.signing_keys.add({hour(0), {7}});
    store::Transaction transaction = store.begin();
    for (int i = 0; i < kItems; ++i) {
      store.items.put(sample_item(source, "k" + std::to_string(i)), hour(i));
    }
    transaction.commit();
  }

  const std::filesystem::path copy = folder / "copy.db";
};

TEST_F(BackupTest, IsOneFileForItsOwnerAloneWithAllThatTheDatabaseHolds) {
  const auto made = store::back_up(file, copy);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->items, kItems);
  EXPECT_EQ(mode_of(copy), 0600U);
  EXPECT_FALSE(std::filesystem::exists(copy.string() + "-wal"));
  EXPECT_FALSE(std::filesystem::exists(copy.string() + ".part"));
  store::Store again(copy);
  EXPECT_EQ(again.items.count(), kItems);
  EXPECT_EQ(again.signing_keys.all().size(), 1U);
  EXPECT_EQ(again.revision(), store.revision());
}

TEST_F(BackupTest, WhatIsNotCommittedIsNotInIt) {
  store::Transaction transaction = store.begin();
  store.sources.save(sample_source("b"));
  ASSERT_TRUE(store::back_up(file, copy));
  EXPECT_EQ(number_in(copy, "SELECT count(*) FROM source"), 1);
  transaction.commit();
}

TEST_F(BackupTest, WhatCannotBeWrittenIsSaidAndLeavesNothing) {
  const auto made = store::back_up(file, folder / "nowhere" / "copy.db");
  ASSERT_FALSE(made);
  EXPECT_THAT(made.error().message, HasSubstr("cannot be written"));
}

TEST_F(BackupTest, ForeignAndMissingFilesAreToldApart) {
  EXPECT_THAT(store::check_up(folder / "none.db", store::Depth::quick).error().message,
              HasSubstr("there is no such file"));
  SQLite::Database((folder / "foreign.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE a (x)");
  EXPECT_THAT(store::check_up(folder / "foreign.db", store::Depth::quick).error().message,
              HasSubstr("another program"));
}

// A database whose pages of items were partly overwritten, as a dying disk leaves it.
class SalvageTest : public BackupTest {
 protected:
  // Of the copy, every so many pages of the table's leaves are lost.
  void damage(const std::string& table, int every) {
    ASSERT_TRUE(store::back_up(file, copy));
    std::vector<std::int64_t> pages;
    {
      SQLite::Database database(copy.string());
      SQLite::Statement leaves(database,
                               "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'");
      leaves.bind(1, table);
      while (leaves.executeStep()) pages.push_back(leaves.getColumn(0).getInt64());
    }
    std::fstream stream(copy, std::ios::in | std::ios::out | std::ios::binary);
    for (std::size_t i = 1; i < pages.size(); i += static_cast<std::size_t>(every)) {
      stream.seekp((pages[i] - 1) * static_cast<std::int64_t>(kPageBytes));
      stream << std::string(kPageBytes, '\xAA');
    }
  }

  const std::filesystem::path saved = folder / "saved.db";
};

TEST_F(SalvageTest, RowsBeforeAndBehindTheDamageAreSaved) {
  damage("item", 40);
  const auto looked_at = store::check_up(copy, store::Depth::full);
  ASSERT_TRUE(looked_at);
  ASSERT_FALSE(looked_at->problems.empty());
  EXPECT_THAT(store::back_up(copy, folder / "again.db").error().message, HasSubstr("is damaged"));
  const auto tables = store::salvage(copy, saved);
  ASSERT_TRUE(tables) << tables.error().message;
  const auto checkup = store::check_up(saved, store::Depth::full);
  ASSERT_TRUE(checkup);
  EXPECT_TRUE(checkup->problems.empty());
  EXPECT_GT(checkup->items, kItems * 3 / 4);
  EXPECT_LT(checkup->items, kItems);
  store::Store again(saved);
  EXPECT_EQ(again.sources.all().size(), 1U);
  EXPECT_EQ(again.signing_keys.all().size(), 1U);
  EXPECT_EQ(number_in(saved, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
  // The daemon gives them their marks anew.
  EXPECT_EQ(number_in(saved, "SELECT count(*) FROM unmarked_item"), checkup->items);
}

TEST_F(SalvageTest, AWholeDatabaseIsSavedWhole) {
  const auto tables = store::salvage(file, saved);
  ASSERT_TRUE(tables);
  for (const store::SavedTable& table : *tables) EXPECT_TRUE(table.is_whole) << table.name;
  EXPECT_EQ(number_in(saved, "SELECT count(*) FROM item"), kItems);
  EXPECT_EQ(number_in(saved, "SELECT seq FROM sqlite_sequence WHERE name = 'item'"), kItems);
}

// What is an index of others (the inbox, the words of hits) is right again, too.
TEST_F(SalvageTest, WhatIsKeptUpByTriggersIsKeptUp) {
  const SourceId source = store.sources.find("a")->id;
  const ProfileId profile = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  add_item_with_hit(source, "hit", profile, hour(1));
  ASSERT_TRUE(store::salvage(file, saved));
  { const store::Store opened(saved); }
  for (const char* table : {"hit", "hit_words", "inbox", "inbox_profile"}) {
    const std::string count = std::string("SELECT count(*) FROM ") + table;
    EXPECT_EQ(number_in(saved, count), number_in(file, count)) << table;
  }
  for (const char* sum :
       {"SELECT sum(items) FROM item_count", "SELECT sum(cases) FROM inbox_count"}) {
    EXPECT_EQ(number_in(saved, sum), number_in(file, sum)) << sum;
  }
}

TEST_F(SalvageTest, WhatIsNoDatabaseGivesNothing) {
  std::ofstream(folder / "noise") << std::string(10'000, 'x');
  EXPECT_THAT(store::salvage(folder / "noise", saved).error().message,
              HasSubstr("nothing could be saved"));
  EXPECT_FALSE(std::filesystem::exists(saved));
}

// --------------- every schema that ever was

constexpr const char* kFirstRows = R"(
INSERT INTO source VALUES (1, 'Region', 'https://r.example/rss', 'rss', 'sv', 60, 0, '"e"', '', 0,
  '', NULL, 1795510800, 1795510800, 1795514400);
INSERT INTO cases (id) VALUES (1);
INSERT INTO item (id, source, case_id, key, first_seen, url, title, summary, text, author,
    language, categories, enclosures, deadline_text, currency, municipality, nuts)
  VALUES (1, 1, 1, 'k', 1795510800, '', 'Utlysning', '', '', '', 'sv', '[]', '[]', '', '', '',
          '[]');
INSERT INTO profile (id, name, version) VALUES (1, 'bidrag', 1);
INSERT INTO profile_version VALUES (1, 1, 'Bidrag', '', 1.0, '[]', 'Eva', 1795510800);
INSERT INTO hit (id, item, profile, profile_version, score, reasons, found_at)
  VALUES (1, 1, 1, 1, 1.0, '[]', 1795510800);
INSERT INTO subscriber VALUES (1, 'anna@asf.example', 'Anna', '', 'sv', 1, 420, 0, 1795510800,
  NULL, 0);
INSERT INTO subscriber_profile VALUES (1, 1, 0);
INSERT INTO ledger VALUES (1, 1, 1, 1);
)";

class UpgradeTest : public testing::TestWithParam<int> {
 protected:
  // The first step, rows as it had them, then the others up to this one.
  void make(int steps) const {
    ASSERT_TRUE(store::create_private(file));
    store::Connection database(file, store::Options{}.busy_timeout);
    store::migrate(database, store::migrations().first(1));
    store::execute(database, kFirstRows);
    store::migrate(database, store::migrations().first(static_cast<std::size_t>(steps)));
  }

  TemporaryFolder folder;
  const std::filesystem::path file = folder / "fundwatch.db";
};

TEST_P(UpgradeTest, LosesNothingAndLeavesABackup) {
  make(GetParam());
  {
    store::Store store(file);
    EXPECT_EQ(store.items.count(), 1);
    EXPECT_EQ(store.sources.find("Region")->health.next_check.time_since_epoch().count(),
              1795514400);
    ASSERT_TRUE(store.subscribers.find("anna@asf.example"));
    EXPECT_TRUE(store.subscribers.find("anna@asf.example")->consented_at);
    EXPECT_EQ(store.subscribers.find("anna@asf.example")->profiles,
              std::vector<std::string>{"bidrag"});
  }
  EXPECT_EQ(number_in(file, "SELECT count(*) FROM ledger"), 1);
  EXPECT_EQ(number_in(file, "SELECT count(*) FROM hit_words"), 1);
  EXPECT_EQ(number_in(file, "SELECT count(*) FROM hit_words_pending"), 0);
  EXPECT_EQ(number_in(file, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
  const auto checkup = store::check_up(file, store::Depth::full);
  ASSERT_TRUE(checkup);
  EXPECT_TRUE(checkup->problems.empty());
  EXPECT_EQ(checkup->schema, checkup->schema_known);
  const auto backup = store::backup_before_migration(file, GetParam());
  ASSERT_TRUE(std::filesystem::exists(backup));
  EXPECT_EQ(number_in(backup, "PRAGMA user_version"), GetParam());
  EXPECT_EQ(number_in(backup, "SELECT count(*) FROM item"), 1);
}

TEST_P(UpgradeTest, HasTheSchemaOfANewDatabase) {
  make(GetParam());
  const std::string shape =
      "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema "
      "WHERE sql IS NOT NULL ORDER BY type, name)";
  { const store::Store upgraded(file); }
  { const store::Store fresh(folder / "fresh.db"); }
  EXPECT_EQ(SQLite::Database(file.string()).execAndGet(shape).getString(),
            SQLite::Database((folder / "fresh.db").string()).execAndGet(shape).getString());
}

TEST_P(UpgradeTest, CanBeSalvagedWithoutIt) {
  make(GetParam());
  const std::filesystem::path saved = folder / "saved.db";
  const auto tables = store::salvage(file, saved);
  ASSERT_TRUE(tables) << tables.error().message;
  EXPECT_EQ(number_in(saved, "PRAGMA user_version"), GetParam());
  { const store::Store opened(saved); }
  EXPECT_EQ(number_in(saved, "SELECT count(*) FROM ledger"), 1);
  EXPECT_EQ(number_in(saved, "SELECT count(*) FROM hit_words"), 1);
}

TEST_P(UpgradeTest, AnOlderProgramRefusesIt) {
  make(GetParam());
  const auto older = store::migrations().first(static_cast<std::size_t>(GetParam()) - 1);
  const store::Connection database(file, store::Options{}.busy_timeout);
  EXPECT_THROW(store::require_usable(database, older), store::StoreError);
}

INSTANTIATE_TEST_SUITE_P(, UpgradeTest,
                         testing::Range(1, static_cast<int>(store::migrations().size())),
                         [](const auto& schema) {
                           return "Schema" + std::to_string(schema.param);
                         });

TEST(Upgrade, OnlyTheNewestBackupStays) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder / "fundwatch.db";
  std::ofstream(store::backup_before_migration(file, 1)) << "x";
  ASSERT_TRUE(store::create_private(file));
  {
    store::Connection database(file, store::Options{}.busy_timeout);
    store::migrate(database, store::migrations().first(2));
  }
  { const store::Store store(file); }
  EXPECT_FALSE(std::filesystem::exists(store::backup_before_migration(file, 1)));
  EXPECT_TRUE(std::filesystem::exists(store::backup_before_migration(file, 2)));
}

}  // namespace
}  // namespace fundwatch::tests
