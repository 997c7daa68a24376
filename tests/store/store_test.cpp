#include "store/store.h"

#include <SQLiteCpp/Database.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <latch>
#include <thread>

#include "store/migrations.h"
#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using store::Options;
using store::Store;
using store::StoreError;
using testing::AllOf;
using testing::HasSubstr;

std::string fault_of(const std::function<void()>& deed) {
  try {
    deed();
  } catch (const StoreError& error) {
    return error.what();
  }
  return "";
}

std::string opening_fault(const std::filesystem::path& file) {
  return fault_of([&] { Store store(file); });
}

mode_t mode_of(const std::filesystem::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
}

std::string pragma(const std::filesystem::path& file, const std::string& name) {
  SQLite::Database database(file.string());
  return database.execAndGet("PRAGMA " + name).getString();
}

// Root may write everywhere: for as long as this lives, the process is nobody.
class AsNobody {
 public:
  AsNobody() : user_(::geteuid()) {
    if (user_ == 0) {
      EXPECT_EQ(::seteuid(65534), 0);
    }
  }
  ~AsNobody() {
    if (user_ == 0) {
      EXPECT_EQ(::seteuid(0), 0);
    }
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;

 private:
  uid_t user_;
};

class OpeningTest : public testing::Test {
 protected:
  void write(const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }
  void execute(const std::string& sql) {
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
  }
  std::string bytes() const {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  TemporaryFolder folder;
  const std::filesystem::path file = folder / "fundwatch.db";
};

TEST_F(StoreTest, FilesAreForTheirOwnerOnly) {
  store.sources.save(sample_source("a"));
  EXPECT_EQ(mode_of(file), 0600U);
  EXPECT_EQ(mode_of(folder / "fundwatch.db-wal"), 0600U);
  EXPECT_EQ(mode_of(folder / "fundwatch.db-shm"), 0600U);
}

TEST_F(StoreTest, FileSaysWhoseItIsAndWhichSchema) {
  EXPECT_EQ(pragma(file, "application_id"), std::to_string(store::kApplicationId));
  EXPECT_EQ(pragma(file, "user_version"), std::to_string(store::migrations().size()));
  EXPECT_EQ(pragma(file, "journal_mode"), "wal");
}

TEST_F(OpeningTest, ConnectionIsAsSafeAsSqliteCanMakeIt) {
  const std::pair<const char*, int> settings[] = {
      {"synchronous", 2}, {"foreign_keys", 1}, {"busy_timeout", 5000}};
  const auto database = store::open_database(file, {});
  for (const auto& [name, value] : settings) {
    EXPECT_EQ(database->database().execAndGet(std::string("PRAGMA ") + name).getInt(), value)
        << name;
  }
}

TEST_F(OpeningTest, TheLogIsCarriedOverOnlyByWhoeverIsToDoThat) {
  const auto pages = [](const store::Connection& database) {
    return database.database().execAndGet("PRAGMA wal_autocheckpoint").getInt();
  };
  EXPECT_GT(pages(*store::open_database(file, {})), 0);
  EXPECT_EQ(pages(*store::open_database(file, {.checkpoints = false})), 0);
}

TEST_F(OpeningTest, WhatIsWrittenInPassingLeavesTheConnectionAsSafeAsItWas) {
  const auto database = store::open_database(file, {});
  const auto number = [&](const std::string& sql) {
    return database->database().execAndGet(sql).getInt();
  };
  const auto write = [&] {
    EXPECT_EQ(number("PRAGMA synchronous"), 1);
    EXPECT_EQ(number("PRAGMA busy_timeout"), 0);
  };
  EXPECT_TRUE(store::write_in_passing(*database, write));
  EXPECT_EQ(number("PRAGMA synchronous"), 2);
  EXPECT_EQ(number("PRAGMA busy_timeout"), 5000);
}

TEST_F(StoreTest, IsOpenedWhileAnotherWrites) {
  const store::Transaction transaction = store.begin();
  const store::Store reader{file, {.busy_timeout = std::chrono::milliseconds(0)}};
  EXPECT_EQ(reader.items.count(), 0);
}

TEST_F(StoreTest, TablesAreStrict) {
  SQLite::Database database(file.string());
  const auto loose = database.execAndGet(
      "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
      "AND name NOT LIKE 'sqlite%' AND strict = 0");
  EXPECT_EQ(loose.getInt(), 0);
}

TEST_F(StoreTest, ReopenedKeepsWhatWasStored) {
  const SourceId source = store.sources.save(sample_source("a"));
  Store again(file);
  EXPECT_EQ(again.sources.find("a")->id, source);
}

TEST_F(StoreTest, UncommittedTransactionLeavesNothing) {
  {
    store::Transaction transaction = store.begin();
    store.sources.save(sample_source("a"));
  }
  EXPECT_TRUE(store.sources.all().empty());
}

TEST_F(StoreTest, FailedPartTakesTheTransactionWithIt) {
  {
    store::Transaction transaction = store.begin();
    store.sources.save(sample_source("a"));
    EXPECT_THROW(store.items.put(sample_item(SourceId{99}, "k"), hour(0)), StoreError);
    store.sources.save(sample_source("b"));
    EXPECT_THAT(fault_of([&] { transaction.commit(); }), HasSubstr("nothing of it was stored"));
  }
  EXPECT_TRUE(store.sources.all().empty());
  store.sources.save(sample_source("c"));
  EXPECT_EQ(store.sources.all().size(), 1U) << "the next transaction knows nothing of it";
}

TEST_F(StoreTest, PartThatWroteNothingTakesNothingWithIt) {
  store::Transaction transaction = store.begin();
  store.sources.save(sample_source("a"));
  EXPECT_FALSE(store.sources.remove(SourceId{99}));
  EXPECT_FALSE(store.reviews.mark({}, {}));
  transaction.commit();
  EXPECT_EQ(store.sources.all().size(), 1U);
}

TEST_F(StoreTest, ForeignKeysAreEnforced) {
  const std::string fault =
      fault_of([&] { store.items.put(sample_item(SourceId{99}, "k"), hour(0)); });
  EXPECT_THAT(fault, HasSubstr("FOREIGN KEY"));
  EXPECT_EQ(store.items.count(), 0);
}

TEST_F(StoreTest, OtherConnectionSeesChangeAndRevision) {
  Store other(file);
  const std::int64_t before = other.revision();
  EXPECT_FALSE(other.changed_elsewhere());
  store.sources.save(sample_source("a"));
  EXPECT_TRUE(other.changed_elsewhere());
  EXPECT_FALSE(other.changed_elsewhere());
  EXPECT_GT(other.revision(), before);
}

TEST_F(StoreTest, ASnapshotIsOfOneMoment) {
  Store other(file);
  {
    const store::Snapshot snapshot = other.snapshot();
    EXPECT_EQ(other.sources.all().size(), 0U);
    store.sources.save(sample_source("a"));
    EXPECT_EQ(other.sources.all().size(), 0U);
  }
  EXPECT_EQ(other.sources.all().size(), 1U);
}

TEST_F(StoreTest, OwnChangeIsNotElsewhere) {
  store.sources.save(sample_source("a"));
  EXPECT_FALSE(store.changed_elsewhere());
}

TEST_F(StoreTest, RevisionIsNotRaisedByWhatTheDaemonFindsOut) {
  const SourceId source = store.sources.save(sample_source("a"));
  const ProfileId profile = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  const SubscriberId anna = *store.subscribers.save(sample_subscriber("anna@example.org", {"p"}));
  const std::int64_t before = store.revision();
  store.sources.record(source, {}, {});
  store.subscribers.set_next_digest(anna, hour(9));
  store.subscribers.set_refusals(anna, 1);
  store.profiles.set_matched(profile, {.version = 1, .county = ""});
  add_item_with_hit(source, "k", profile, hour(1));
  EXPECT_EQ(store.revision(), before);
}

TEST_F(StoreTest, RevisionIsRolledBackWithItsChange) {
  const std::int64_t before = store.revision();
  {
    store::Transaction transaction = store.begin();
    store.sources.save(sample_source("a"));
    EXPECT_EQ(store.revision(), before + 1);
  }
  EXPECT_EQ(store.revision(), before);
}

TEST_F(StoreTest, SecondWriterGivesUpAfterItsTimeoutInWords) {
  Options options;
  options.busy_timeout = std::chrono::milliseconds(1);
  Store other(file, options);
  const store::Transaction transaction = store.begin();
  const std::string fault = fault_of([&] { other.sources.save(sample_source("b")); });
  EXPECT_THAT(fault, AllOf(HasSubstr(file.string()), HasSubstr("locked"), HasSubstr("fuser")));
}

TEST_F(StoreTest, WritersOnOneFileWaitForEachOther) {
  constexpr int items_count = 40;
  const SourceId source = store.sources.save(sample_source("a"));
  const auto put_all = [&](const std::string& prefix) {
    Store own(file);
    for (int i = 0; i < items_count; ++i) {
      store::Transaction transaction = own.begin();
      own.items.put(sample_item(source, prefix + std::to_string(i)), hour(i));
      own.items.put(sample_item(source, "both" + std::to_string(i)), hour(i));
      transaction.commit();
    }
  };
  std::thread other(put_all, "x");
  put_all("y");
  other.join();
  EXPECT_EQ(store.items.count(), 3 * items_count);
}

TEST_F(OpeningTest, TwoAtOnceMakeOneSchema) {
  constexpr int rounds = 20;
  for (int i = 0; i < rounds; ++i) {
    const std::filesystem::path own = folder / ("fundwatch" + std::to_string(i) + ".db");
    std::latch together(2);
    std::string faults[2];
    const auto open = [&](int index) {
      together.arrive_and_wait();
      faults[index] = opening_fault(own);
    };
    std::thread other(open, 0);
    open(1);
    other.join();
    EXPECT_EQ(faults[0] + faults[1], "");
  }
}

TEST_F(OpeningTest, RefusesFileThatIsNewer) {
  { Store store(file); }
  execute("PRAGMA user_version = 99");
  const std::string before = bytes();
  EXPECT_THAT(opening_fault(file), AllOf(HasSubstr(file.string()), HasSubstr("newer fundwatch"),
                                         HasSubstr("99"), HasSubstr("Install")));
  EXPECT_EQ(bytes(), before);
}

TEST_F(OpeningTest, RefusesDatabaseOfAnotherProgram) {
  for (const std::string sql : {"CREATE TABLE a (b)", "PRAGMA application_id = 252006673"}) {
    std::filesystem::remove(file);
    execute(sql);
    const std::string before = bytes();
    EXPECT_THAT(opening_fault(file), AllOf(HasSubstr(file.string()), HasSubstr("another program"),
                                           HasSubstr("state_directory")))
        << sql;
    EXPECT_EQ(bytes(), before) << sql;
  }
}

TEST_F(OpeningTest, RefusesFileThatIsNoDatabase) {
  write("[fetch]\nconnect_timeout = \"10s\"\n" + std::string(2000, '#'));
  EXPECT_THAT(opening_fault(file),
              AllOf(HasSubstr(file.string()), HasSubstr("damaged"), HasSubstr("restore a backup")));
}

TEST_F(OpeningTest, DamagedPagesAreReportedWhenTheyAreRead) {
  {
    Store store(file);
    const SourceId source = store.sources.save(sample_source("a"));
    for (int i = 0; i < 100; ++i) store.items.put(sample_item(source, std::to_string(i)), hour(i));
  }
  std::string damaged = bytes();
  constexpr std::size_t page_bytes = 4096;
  for (std::size_t i = page_bytes; i < damaged.size(); ++i) damaged[i] = '\x5a';
  write(damaged);
  const std::string fault = fault_of([&] {
    Store store(file);
    store.items.each({}, [](const Item&) {});
  });
  EXPECT_THAT(fault, AllOf(HasSubstr(file.string()), HasSubstr("damaged"), HasSubstr("backup")));
}

TEST_F(OpeningTest, UnknownWordInARowIsDamage) {
  { Store(file).sources.save(sample_source("a")); }
  execute("UPDATE source SET kind = 'gopher'");
  const std::string fault = fault_of([&] { Store(file).sources.find("a"); });
  EXPECT_THAT(fault, AllOf(HasSubstr(file.string()), HasSubstr("gopher"), HasSubstr("backup")));
}

TEST_F(OpeningTest, SaysThatItsFolderIsMissing) {
  EXPECT_THAT(opening_fault(folder / "no" / "fundwatch.db"),
              AllOf(HasSubstr((folder / "no").string()), HasSubstr("No such file or directory"),
                    HasSubstr("Check that its folder exists")));
}

TEST_F(OpeningTest, SaysThatItsFolderIsNotWritable) {
  std::filesystem::permissions(folder.path(), std::filesystem::perms{0555});
  const AsNobody nobody;
  EXPECT_THAT(opening_fault(file),
              AllOf(HasSubstr("Permission denied"), HasSubstr("may write in it")));
}

TEST_F(OpeningTest, SaysThatTheFileIsNotWritable) {
  { Store store(file); }
  std::filesystem::permissions(file, std::filesystem::perms{0444});
  std::filesystem::permissions(folder.path(), std::filesystem::perms{0555});
  const AsNobody nobody;
  EXPECT_THAT(fault_of([&] { Store(file).sources.save(sample_source("a")); }),
              AllOf(HasSubstr(file.string()), HasSubstr("cannot be opened for writing")));
}

TEST_F(OpeningTest, FullDiskKeepsWhatWasCommittedAndTheStoreUsable) {
  SourceId source{};
  {
    Store store(file);
    source = store.sources.save(sample_source("a"));
  }
  Options options;
  options.pages_max = 60;
  Store store(file, options);
  store.items.put(sample_item(source, "before"), hour(0));
  Item big = sample_item(source, "big");
  big.text.assign(1'000'000, 'x');
  const std::string fault = fault_of([&] {
    store::Transaction transaction = store.begin();
    store.items.put(sample_item(source, "with it"), hour(1));
    store.items.put(big, hour(1));
    transaction.commit();
  });
  EXPECT_THAT(fault,
              AllOf(HasSubstr(file.string()), HasSubstr("disk is full"), HasSubstr("free space")));
  EXPECT_EQ(store.items.count(), 1);
  EXPECT_EQ(store.items.put(sample_item(source, "after"), hour(2)).arrival, store::Arrival::fresh);
  EXPECT_EQ(Store(file).items.count(), 2);
}

}  // namespace
}  // namespace fundwatch::tests
