#include "store/query.h"

#include <SQLiteCpp/Database.h>

#include "store/error.h"
#include "store/statements.h"
#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using store::Query;

const std::string kInsert = "INSERT INTO number (value) VALUES (?)";
const std::string kSelect = "SELECT value FROM number ORDER BY value";

class QueryTest : public StoreTest {
 protected:
  QueryTest() {
    execute(connection, "CREATE TEMP TABLE number (value INTEGER UNIQUE)");
    for (const int number : {1, 2, 3}) Query(connection, kInsert).bind(number).run();
  }

  store::Connection connection{file, store::Options{}.busy_timeout};
  store::Statements& statements = connection.statements();
};

TEST_F(QueryTest, AStatementIsPreparedOnceAndKept) {
  const std::size_t before = statements.count();
  for (int i = 0; i < 5; ++i) EXPECT_EQ(number_of(connection, kSelect), 1);
  EXPECT_EQ(statements.count(), before + 1);
}

TEST_F(QueryTest, AStatementCanBeUsedWithinItself) {
  std::vector<std::int64_t> numbers;
  Query outer(connection, kSelect);
  while (outer.step()) {
    numbers.push_back(outer.integer());
    Query inner(connection, kSelect);
    while (inner.step()) numbers.push_back(inner.integer());
  }
  EXPECT_THAT(numbers, testing::ElementsAre(1, 1, 2, 3, 2, 1, 2, 3, 3, 1, 2, 3));
}

TEST_F(QueryTest, AStatementForgetsItsParametersAndRows) {
  { Query(connection, "SELECT ?").bind(7).step(); }
  Query row(connection, "SELECT ?");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.maybe_integer(), std::nullopt);
}

TEST_F(QueryTest, AStatementThatFailedCanBeUsedAgain) {
  EXPECT_THROW(Query(connection, kInsert).bind(1).run(), store::StoreError);
  EXPECT_EQ(Query(connection, kInsert).bind(4).run(), 1);
}

TEST_F(QueryTest, AStatementThatWasReadInPartHoldsNobodyUp) {
  { EXPECT_TRUE(Query(connection, "SELECT name FROM sqlite_schema").step()); }
  SQLite::Database other(file.string(), SQLite::OPEN_READWRITE);
  EXPECT_EQ(other.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt(), 0);
}

TEST_F(QueryTest, NoMoreStatementsAreKeptThanTheLimit) {
  for (std::size_t i = 0; i < store::kStatementsMax + 10; ++i) {
    const auto number = static_cast<std::int64_t>(i);
    EXPECT_EQ(number_of(connection, "SELECT " + std::to_string(number)), number);
  }
  EXPECT_EQ(statements.count(), store::kStatementsMax);
}

TEST_F(QueryTest, AFaultOfTheTextSaysWhere) {
  try {
    Query(connection, "SELECT nothing FROM nowhere");
    FAIL() << "prepared";
  } catch (const store::StoreError& fault) {
    EXPECT_THAT(fault.what(), testing::HasSubstr(file.string()));
  }
}

}  // namespace
}  // namespace fundwatch::tests
