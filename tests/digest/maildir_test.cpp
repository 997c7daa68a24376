#include "digest/maildir.h"

#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <set>

#include "tests/digest/golden.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::digest {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using tests::TemporaryFolder;

Mail mail_of(const std::string& id, const std::string& bytes = "Subject: a\r\n\r\n\xC3\xA5\r\n") {
  Mail mail;
  mail.message_id = id;
  mail.bytes = bytes;
  return mail;
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  EXPECT_EQ(stat(path.c_str(), &status), 0);
  return status.st_mode & 0777;
}

TEST(Maildir, KeepsTheBytesAsTheyAre) {
  const TemporaryFolder folder;
  Maildir maildir(folder / "mail");
  const Delivery delivery = maildir.send(mail_of("1.2.abc@a.example"));
  EXPECT_EQ(delivery.outcome, Outcome::sent);
  EXPECT_EQ(maildir.path_of("1.2.abc@a.example"), folder / "mail" / "new" / "1.2.abc@a.example");
  EXPECT_EQ(tests::bytes_of_file(maildir.path_of("1.2.abc@a.example")), mail_of("").bytes);
  EXPECT_EQ(files_in(folder / "mail" / "tmp"), 0U);
}

TEST(Maildir, IsForItsOwnerOnly) {
  const TemporaryFolder folder;
  Maildir maildir(folder / "mail");
  maildir.send(mail_of("a@b"));
  for (const char* part : {"", "tmp", "new", "cur"}) {
    EXPECT_EQ(mode_of(folder / "mail" / part), 0700U) << part;
  }
  EXPECT_EQ(mode_of(maildir.path_of("a@b")), 0600U);
}

TEST(Maildir, HoldsAMailOnceHoweverOftenItIsSent) {
  const TemporaryFolder folder;
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(Maildir(folder / "mail").send(mail_of("a@b")).outcome, Outcome::sent);
  EXPECT_EQ(files_in(folder / "mail" / "new"), 1U);
}

TEST(Maildir, WritesOverWhatAKilledRunLeft) {
  const TemporaryFolder folder;
  Maildir maildir(folder / "mail");
  std::ofstream(folder / "mail" / "tmp" / "a@b") << std::string(9000, 'x');
  EXPECT_EQ(maildir.send(mail_of("a@b", "kort")).outcome, Outcome::sent);
  EXPECT_EQ(tests::bytes_of_file(maildir.path_of("a@b")), "kort");
}

TEST(Maildir, NamesFilesSoThatNoneLeavesTheFolder) {
  const TemporaryFolder folder;
  const Maildir maildir(folder / "mail");
  std::set<fs::path> names;
  const std::string ids[] = {"../../x",
                             "..",
                             ".",
                             "a/b",
                             "a_b",
                             "a%2Fb",
                             "",
                             std::string("a\0b", 3),
                             std::string(5000, 'x'),
                             std::string(5001, 'x')};
  for (const std::string& id : ids) {
    const fs::path path = maildir.path_of(id);
    EXPECT_EQ(path.lexically_normal().parent_path(), folder / "mail" / "new") << id;
    EXPECT_LE(path.filename().string().size(), 255U);
    names.insert(path);
  }
  EXPECT_EQ(names.size(), std::size(ids));
}

TEST(Maildir, WaitsForADiskThatRefuses) {
  for (const char* part : {"tmp", "new"}) {
    const TemporaryFolder folder;
    Maildir maildir(folder / "mail");
    fs::remove(folder / "mail" / part);
    std::ofstream(folder / "mail" / part) << "a file in the folder's place";
    const Delivery delivery = maildir.send(mail_of("a@b"));
    EXPECT_EQ(delivery.outcome, Outcome::unreachable) << part;
    EXPECT_THAT(delivery.answer, HasSubstr((folder / "mail" / part).string()));
    EXPECT_THAT(delivery.answer, HasSubstr("Not a directory"));
  }
}

TEST(Maildir, WaitsForAFullDisk) {
  const TemporaryFolder folder;
  Maildir maildir(folder / "mail");
  fs::create_symlink("/dev/full", folder / "mail" / "tmp" / "a@b");
  const Delivery delivery = maildir.send(mail_of("a@b"));
  EXPECT_EQ(delivery.outcome, Outcome::unreachable);
  EXPECT_THAT(delivery.answer, HasSubstr("No space left on device"));
}

TEST(Maildir, SaysWhichFolderCannotBeMade) {
  const TemporaryFolder folder;
  std::ofstream(folder / "mail") << "a file in the folder's place";
  try {
    const Maildir maildir(folder / "mail");
    FAIL() << "a file was taken for a folder";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr((folder / "mail").string()));
    EXPECT_THAT(error.what(), HasSubstr("mail.maildir"));
  }
}

}  // namespace
}  // namespace fundwatch::digest
