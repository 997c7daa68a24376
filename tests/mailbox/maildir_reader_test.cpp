#include "mailbox/maildir_reader.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

namespace fundwatch::mailbox {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class MaildirReaderTest : public testing::Test {
 protected:
  MaildirReaderTest() {
    for (const char* part : {"new", "cur", "tmp"}) std::filesystem::create_directory(folder / part);
  }
  // Written so many seconds after 2026-11-01.
  void put(const std::string& path, const std::string& bytes, int second) const {
    std::ofstream(folder / path, std::ios::binary) << bytes;
    const timespec time{.tv_sec = 1'793'491'200 + second, .tv_nsec = 5000};
    const timespec times[2] = {time, time};
    ASSERT_EQ(utimensat(AT_FDCWD, (folder / path).c_str(), times, 0), 0);
  }
  Batch read(const Wanted& wanted = {}) const {
    const auto batch = read_maildir(folder.path(), wanted);
    if (batch) return *batch;
    ADD_FAILURE() << batch.error().message;
    return {};
  }

  tests::TemporaryFolder folder;
};

TEST_F(MaildirReaderTest, GivesTheMailsInTheOrderOfTheirArrivalOnce) {
  put("new/b", "second", 2);
  put("cur/a:2,S", "first", 1);
  put("tmp/c", "not there yet", 3);
  put("new/.hidden", "no mail", 3);
  const Batch first = read();
  EXPECT_THAT(first.messages, ElementsAre("first", "second"));
  put("new/d", "third", 4);
  const Batch next = read({.from = first.position});
  EXPECT_THAT(next.messages, ElementsAre("third"));
  EXPECT_THAT(read({.from = next.position}).messages, IsEmpty());
  EXPECT_EQ(read({.from = next.position}).position, next.position);
}

TEST_F(MaildirReaderTest, AMailThatAPersonReadsStaysRead) {
  put("new/a", "first", 1);
  const Batch first = read();
  std::filesystem::rename(folder / "new/a", folder / "cur/a:2,S");
  EXPECT_THAT(read({.from = first.position}).messages, IsEmpty());
}

TEST_F(MaildirReaderTest, WhatDoesNotFitIsForTheNextTimeAndTiesStayTogether) {
  put("new/a", "1", 1);
  put("new/b", "2", 2);
  put("new/c", "3", 2);
  put("new/d", "4", 3);
  const Batch first = read({.messages_max = 2});
  EXPECT_THAT(first.messages, ElementsAre("1", "2", "3"));
  EXPECT_THAT(read({.from = first.position, .messages_max = 2}).messages, ElementsAre("4"));
}

TEST_F(MaildirReaderTest, TheFirstTimeOldMailsAreLeft) {
  put("new/a", "old", 1);
  put("new/b", "new", 1000);
  EXPECT_THAT(read({.since = Instant{std::chrono::seconds(1'793'491'700)}}).messages,
              ElementsAre("new"));
}

TEST_F(MaildirReaderTest, AHugeMailIsPassedOverInWords) {
  put("new/a", std::string(101, 'x'), 1);
  put("new/b", "small", 2);
  const Batch batch = read({.message_bytes_max = 100});
  EXPECT_THAT(batch.messages, ElementsAre("small"));
  EXPECT_THAT(batch.problems, ElementsAre(HasSubstr("a mail of 101 bytes, more than 100")));
}

TEST_F(MaildirReaderTest, AFolderThatIsNoMaildirIsSaidInWords) {
  std::filesystem::remove_all(folder / "new");
  const auto batch = read_maildir(folder.path(), {});
  ASSERT_FALSE(batch);
  EXPECT_THAT(batch.error().message, HasSubstr("cannot be read: No such file"));
  EXPECT_THAT(batch.error().message, HasSubstr("/new"));
}

}  // namespace
}  // namespace fundwatch::mailbox
