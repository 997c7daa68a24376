// A disk that is really full: a 4 MB tmpfs in a mount namespace of the test's own. What a page
// limit of SQLite plays (tests/store, disk_full.scenario) is seen here with the kernel's own
// ENOSPC.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr int kMayNotMount = 77;

// $1 is the program, $2 the folder. Leaves 200 kB: enough to open the database, too little to work.
constexpr const char* kScript = R"(
mount -t tmpfs -o size=4m,mode=0700 tmpfs "$2/state" || exit 77
run() { "$program" --config "$folder/fundwatch.toml" "$@" >>"$folder/out" 2>>"$folder/err"; }
program=$1 folder=$2
run subscriber import "$folder/one.toml" || exit 1
dd if=/dev/zero of="$folder/state/ballast" bs=4k 2>/dev/null
truncate -s -200K "$folder/state/ballast"
run subscriber import "$folder/many.toml"
[ $? -eq 74 ] || exit 2
rm "$folder/state/ballast"
run subscriber export "$folder/after.toml" || exit 3
run subscriber import "$folder/many.toml" || exit 4
)";

std::string subscribers(int count) {
  std::string toml;
  for (int i = 0; i < count; ++i) {
    toml += "[[subscriber]]\nemail = \"a" + std::to_string(i) + "@asf.example\"\nname = \"" +
            std::string(1000, 'x') + "\"\n";
  }
  return toml;
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(FullDisk, IsSaidAndKeepsWhatWasThereAndIsOverOnceThereIsRoom) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "state");
  std::ofstream(folder / "fundwatch.toml")
      << "[installation]\nstate_directory = \"" << (folder / "state").string() << "\"\n";
  std::ofstream(folder / "one.toml") << subscribers(1);
  std::ofstream(folder / "many.toml") << subscribers(500);
  std::ofstream(folder / "script") << kScript;
  const std::string command = "unshare --map-root-user --mount sh " + (folder / "script").string() +
                              " " + program_file().string() + " " + (folder / "").string() +
                              " 2>>" + (folder / "err").string();
  const int exit = WEXITSTATUS(std::system(command.c_str()));
  const std::string said = content_of(folder / "err");
  // Whoever may not mount anything (a container without namespaces) has the played tests.
  if (exit == kMayNotMount || said.find("unshare failed") != std::string::npos) {
    GTEST_SKIP() << "this machine does not let a test mount a small file system: " << said;
  }
  EXPECT_EQ(exit, 0) << said;
  EXPECT_THAT(said, AllOf(HasSubstr("disk is full"), HasSubstr("free space"), HasSubstr("state")));
  EXPECT_EQ(content_of(folder / "after.toml").find("a1@asf.example"), std::string::npos);
  EXPECT_THAT(content_of(folder / "after.toml"), HasSubstr("a0@asf.example"));
}

}  // namespace
}  // namespace fundwatch::tests
