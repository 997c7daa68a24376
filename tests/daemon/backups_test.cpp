// `fundwatch backup` and `fundwatch restore`, run as a person runs them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "daemon/app.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class BackupCommandsTest : public testing::Test {
 protected:
  BackupCommandsTest() {
    std::ofstream(folder / "fundwatch.toml")
        << "[installation]\nstate_directory = \"" << (folder / "state").string() << "\"\n";
    expect_ok(run({"subscriber", "add", "anna@asf.example"}));
  }
  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--config", (folder / "fundwatch.toml").string()});
    return run_program(arguments);
  }
  static void expect_ok(const Ran& ran) { EXPECT_EQ(ran.exit, 0) << ran.out << ran.err; }
  std::string subscribers() const { return run({"subscriber", "list"}).out; }
  static std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  std::size_t count_files(const std::filesystem::path& in, const std::string& with) const {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(in)) {
      if (entry.path().filename().string().find(with) != std::string::npos) ++count;
    }
    return count;
  }

  TemporaryFolder folder;
  const std::string copy = (folder / "copy.db").string();
  const std::filesystem::path database = folder / "state" / "fundwatch.db";
};

TEST_F(BackupCommandsTest, WhatWasBackedUpComesBack) {
  expect_ok(run({"backup", copy}));
  expect_ok(run({"subscriber", "add", "bo@asf.example"}));
  const Ran restored = run({"restore", copy});
  expect_ok(restored);
  EXPECT_THAT(restored.out, HasSubstr("the database before is "));
  EXPECT_THAT(subscribers(), AllOf(HasSubstr("anna@"), Not(HasSubstr("bo@"))));
  EXPECT_EQ(count_files(folder / "state", ".replaced-"), 1U);
}

TEST_F(BackupCommandsTest, AFileThatIsThereIsReplacedOnlyByForce) {
  expect_ok(run({"backup", copy}));
  const Ran again = run({"backup", copy});
  EXPECT_EQ(again.exit, 64);
  EXPECT_THAT(again.err, HasSubstr("--force replaces it"));
  expect_ok(run({"backup", copy, "--force"}));
}

TEST_F(BackupCommandsTest, StandardOutputIsAFileLikeAnother) {
  const Ran ran = run({"backup", "-"});
  expect_ok(ran);
  EXPECT_TRUE(ran.out.starts_with("SQLite format 3"));
  EXPECT_EQ(count_files(folder / "state", ".backup"), 0U);
}

TEST_F(BackupCommandsTest, AFolderKeepsTheNewest) {
  const auto backups = folder / "backups";
  std::filesystem::create_directory(backups);
  for (const char* name : {"fundwatch-20260101T000000Z.db", "fundwatch-20260102T000000Z.db",
                           "fundwatch-20260103T000000Z.db", "fundwatch-mine.db"}) {
    std::ofstream(backups / name) << "x";
  }
  const Ran ran = run({"backup", "--keep", "2", backups.string()});
  expect_ok(ran);
  EXPECT_THAT(ran.out, HasSubstr("removed "));
  EXPECT_EQ(count_files(backups, "fundwatch-2026"), 2U);
  EXPECT_TRUE(std::filesystem::exists(backups / "fundwatch-20260103T000000Z.db"));
  EXPECT_TRUE(std::filesystem::exists(backups / "fundwatch-mine.db"));
}

TEST_F(BackupCommandsTest, AWrongFileIsRefusedAndNothingIsChanged) {
  std::ofstream(copy) << "no database";
  const Ran ran = run({"restore", copy});
  EXPECT_EQ(ran.exit, 65);
  EXPECT_THAT(ran.err, HasSubstr("nothing was changed"));
  EXPECT_THAT(subscribers(), HasSubstr("anna@"));
  EXPECT_EQ(count_files(folder / "state", ".restored"), 0U);
  EXPECT_EQ(run({"restore", (folder / "nowhere").string()}).exit, 74);
  EXPECT_EQ(run({"restore"}).exit, 64);
}

TEST_F(BackupCommandsTest, NothingIsRestoredUnderARunningDaemon) {
  expect_ok(run({"backup", copy}));
  const auto lock = daemon::StateLock::take(folder / "state");
  ASSERT_TRUE(lock);
  const Ran ran = run({"restore", copy});
  EXPECT_EQ(ran.exit, 69);
  EXPECT_THAT(ran.err, HasSubstr("systemctl stop fundwatch"));
  expect_ok(run({"backup", copy, "--force"}));  // that may run beside it
}

TEST_F(BackupCommandsTest, WhatCanBeReadOfADamagedDatabaseIsSaved) {
  for (int i = 0; i < 300; ++i) {
    std::ofstream(folder / "many.toml", std::ios::app)
        << "[[subscriber]]\nemail = \"a" << i << "@asf.example\"\nname = \""
        << std::string(200, 'x') << "\"\n";
  }
  expect_ok(run({"subscriber", "import", (folder / "many.toml").string()}));
  expect_ok(run({"backup", copy}));
  std::filesystem::copy_file(copy, database, std::filesystem::copy_options::overwrite_existing);
  std::filesystem::remove(database.string() + "-wal");
  std::filesystem::remove(database.string() + "-shm");
  const std::size_t one = bytes_of(database).find("a150@asf.example");
  ASSERT_NE(one, std::string::npos);
  {
    std::fstream stream(database, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(one / 4096 * 4096));  // a page of subscribers
    stream << std::string(4096, '\xAA');
  }
  EXPECT_EQ(run({"restore", database.string()}).exit, 65);
  const Ran saved = run({"restore", "--salvage"});
  expect_ok(saved);
  EXPECT_THAT(saved.out, AllOf(HasSubstr("signing_key"), HasSubstr("saved: ")));
  EXPECT_THAT(subscribers(), HasSubstr("anna@"));
  expect_ok(run({"doctor", "--offline"}));
}

}  // namespace
}  // namespace fundwatch::tests
