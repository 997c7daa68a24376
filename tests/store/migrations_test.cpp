#include "store/migrations.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>

#include "store/connection.h"
#include "store/error.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

constexpr std::array<std::string_view, 3> kSteps{
    "CREATE TABLE a (x INTEGER) STRICT",
    "ALTER TABLE a ADD COLUMN y INTEGER; INSERT INTO a VALUES (1, 2)",
    "CREATE TABLE b (z INTEGER) STRICT; INSERT INTO nowhere VALUES (1)"};

class MigrationsTest : public testing::Test {
 protected:
  int number(const std::string& sql) { return database.database().execAndGet(sql).getInt(); }
  static std::filesystem::path created(const std::filesystem::path& file) {
    std::ofstream(file) << "";
    return file;
  }
  void migrate(std::size_t steps) { store::migrate(database, std::span(kSteps).first(steps)); }

  TemporaryFolder folder;
  store::Connection database{created(folder / "a.db"), store::Options{}.busy_timeout};
};

TEST_F(MigrationsTest, OldFileTakesOnlyTheStepsThatItLacks) {
  migrate(1);
  EXPECT_EQ(number("PRAGMA user_version"), 1);
  migrate(2);
  migrate(2);
  EXPECT_EQ(number("PRAGMA user_version"), 2);
  EXPECT_EQ(number("SELECT count(*) FROM a"), 1);
}

TEST_F(MigrationsTest, FailingStepLeavesTheFileAtTheOneBefore) {
  EXPECT_THROW(migrate(3), store::StoreError);
  EXPECT_EQ(number("PRAGMA user_version"), 2);
  EXPECT_EQ(number("SELECT count(*) FROM sqlite_schema WHERE name = 'b'"), 0);
}

TEST_F(MigrationsTest, RequiringOnlyReads) {
  store::require_usable(database, kSteps);
  EXPECT_EQ(number("PRAGMA application_id"), 0);
  EXPECT_EQ(number("PRAGMA user_version"), 0);
}

}  // namespace
}  // namespace fundwatch::tests
