// The rules of style that a machine can check on the text of the sources. Each rule names the file
// and the line, and says what to do. Raise a limit or add an exception only in a commit of its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/support/places.h"

namespace fundwatch::tests {
namespace {

constexpr std::size_t kSourceLinesMax = 400;
constexpr std::size_t kTestLinesMax = 600;
constexpr std::size_t kHeaderLinesMax = 120;
constexpr std::size_t kLineColumnsMax = 100;

// Which folders a folder may include from; itself always. The architecture's arrows.
const std::map<std::string, std::set<std::string>> kArrows{
    {"base", {}},
    {"config", {"base"}},
    {"feeds", {"base", "config"}},
    {"matchers", {"base"}},
    {"store", {"base"}},
    {"mailbox", {"base", "config"}},
    {"digest", {"base", "config", "mailbox"}},
    {"web", {"base", "config", "store", "matchers", "digest"}},
    {"daemon", {"base", "config", "feeds", "matchers", "store", "mailbox", "digest", "web"}}};

// Headers that are longer than kHeaderLinesMax with reason.
const std::map<std::string, std::size_t> kLongHeaders{
    {"base/model.h", 400},
    {"config/config.h", 160},
    {"digest/phrases.h", 140},
    {"web/profile_phrases.h", 160}};  // one line a sentence

// Where an exception may be caught: the edges of the program, and where a library's exceptions
// become ours (README § Decisions).
const std::map<std::string, int> kCatches{{"daemon/main.cpp", 3},         {"daemon/worker.cpp", 1},
                                          {"web/server.cpp", 1},          {"base/calendar.cpp", 1},
                                          {"feeds/read/selector.cpp", 1}, {"store/error.cpp", 2}};

struct File {
  std::string path;  // relative to the project
  std::vector<std::string> lines;

  std::string folder() const { return path.substr(0, path.find('/')); }
  bool is_header() const { return path.ends_with(".h"); }
  bool is_test() const { return folder() == "tests"; }
};

std::vector<std::string> lines_of(const std::filesystem::path& path) {
  std::ifstream stream(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

const std::vector<File>& files() {
  static const std::vector<File> files = [] {
    std::vector<File> found;
    const std::filesystem::path root = source_folder();
    std::vector<std::string> folders{"tests"};
    for (const auto& [folder, arrows] : kArrows) folders.push_back(folder);
    for (const std::string& folder : folders) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") continue;
        found.push_back({entry.path().lexically_relative(root).string(), lines_of(entry.path())});
      }
    }
    return found;
  }();
  return files;
}

std::string without_comment(const std::string& line) { return line.substr(0, line.find("//")); }

std::size_t columns(const std::string& line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Fails for every code line (comments aside) that `pattern` finds in a file that `applies` to.
template <class Applies>
void forbid(const char* pattern, const char* advice, const Applies& applies) {
  const std::regex regex(pattern);
  for (const File& file : files()) {
    if (!applies(file)) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string code = without_comment(file.lines[i]);
      EXPECT_FALSE(std::regex_search(code, regex))
          << file.path << ":" << i + 1 << ": " << advice << "\n  " << file.lines[i];
    }
  }
}

bool is_product(const File& file) { return !file.is_test(); }

TEST(Tidy, FilesAreShort) {
  for (const File& file : files()) {
    std::size_t most = file.is_test() ? kTestLinesMax : kSourceLinesMax;
    if (file.is_header() && !file.is_test()) most = kHeaderLinesMax;
    if (const auto known = kLongHeaders.find(file.path); known != kLongHeaders.end()) {
      most = known->second;
    }
    EXPECT_LE(file.lines.size(), most) << file.path << ": split it; a file is one noun";
  }
}

TEST(Tidy, LinesAreShort) {
  for (const File& file : files()) {
    bool is_raw = false;  // within a raw string, where a line is as long as the data
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string& line = file.lines[i];
      const bool opens = line.find("R\"") != std::string::npos;
      if (!is_raw && !opens) {
        EXPECT_LE(columns(line), kLineColumnsMax) << file.path << ":" << i + 1;
      }
      if (opens) is_raw = true;
      if (line.find(")\"", opens ? line.find("R\"") + 3 : 0) != std::string::npos) is_raw = false;
    }
  }
}

TEST(Tidy, HeadersOpenWithWhatTheyAre) {
  for (const File& file : files()) {
    if (!file.is_header()) continue;
    ASSERT_FALSE(file.lines.empty()) << file.path;
    EXPECT_TRUE(file.lines[0].starts_with("// " + file.path + " — "))
        << file.path << ": begin with \"// " << file.path << " — what it is\"";
    std::size_t banner = 0;
    while (banner < file.lines.size() && file.lines[banner].starts_with("//")) ++banner;
    EXPECT_EQ(file.lines[banner], "#pragma once") << file.path << ": #pragma once after the banner";
  }
}

TEST(Tidy, IncludesFollowTheArrows) {
  const std::regex include(R"(^#include "([a-z]+)/)");
  for (const File& file : files()) {
    if (file.is_test()) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      std::smatch match;
      if (!std::regex_search(file.lines[i], match, include)) continue;
      const bool allowed =
          match[1] == file.folder() || kArrows.at(file.folder()).contains(match[1].str());
      EXPECT_TRUE(allowed) << file.path << ":" << i + 1 << ": " << file.folder()
                           << "/ may not include from " << match[1] << "/";
    }
  }
}

TEST(Tidy, EveryHeaderIsIncluded) {
  std::set<std::string> included;
  const std::regex include(R"re(^#include "([^"]+)")re");
  for (const File& file : files()) {
    for (const std::string& line : file.lines) {
      std::smatch match;
      if (std::regex_search(line, match, include)) included.insert(match[1]);
    }
  }
  for (const File& file : files()) {
    if (!file.is_header()) continue;
    EXPECT_TRUE(included.contains(file.path)) << file.path << ": dead file";
  }
}

TEST(Tidy, TimeAndEnvironmentComeIn) {
  forbid(
      R"(system_clock::now|\bsleep(_for|_until)?\s*\(|\bs?rand\s*\(|\bgetenv\s*\(|random_device)",
      "take a Clock&, a `now` or a parameter instead", [](const File& file) {
        return is_product(file) && file.path != "base/clock.cpp" && file.path != "daemon/main.cpp";
      });
}

TEST(Tidy, NothingSleepsInTests) {
  forbid(R"(\bsleep(_for|_until)?\s*\()", "wait for the event instead",
         [](const File& file) { return file.is_test() && !file.path.starts_with("tests/tidy/"); });
}

TEST(Tidy, SqlStaysInTheStore) {
  forbid(R"(\b(SELECT|INSERT|UPDATE|DELETE|PRAGMA)\b|SQLite::(Statement|exec))",
         "only store/ speaks SQL",
         [](const File& file) { return is_product(file) && file.folder() != "store"; });
}

TEST(Tidy, ExceptionsAreCaughtAtTheEdges) {
  const std::regex catching(R"(\bcatch\s*\()");
  for (const File& file : files()) {
    if (file.is_test()) continue;
    int catches = 0;
    for (const std::string& line : file.lines) {
      if (std::regex_search(without_comment(line), catching)) ++catches;
    }
    const auto known = kCatches.find(file.path);
    EXPECT_EQ(catches, known == kCatches.end() ? 0 : known->second)
        << file.path << ": the world's faults are Results, the installation's end in main";
  }
}

TEST(Tidy, TodosNameAnIssue) {
  const std::regex todo(R"(\b(TODO|FIXME|XXX)\b(?!\(#\d+\)))");
  for (const File& file : files()) {
    if (file.path.starts_with("tests/tidy/")) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(file.lines[i], todo))
          << file.path << ":" << i + 1 << ": write it as a marker with (#number), or do it";
    }
  }
}

TEST(Tidy, NoMacrosButCheck) {
  forbid(R"(^\s*#\s*define\s+(?!CHECK\(|TOML_))", "use a constant or a function", is_product);
}

TEST(Tidy, NoTemplatesButResult) {
  forbid(R"(^\s*template\s*<)", "write it for the one type it is for",
         [](const File& file) { return is_product(file) && file.path != "base/result.h"; });
}

TEST(Tidy, OnlyTheSeamsAreVirtual) {
  const std::set<std::string> seams{"base/clock.h", "feeds/fetch/fetcher.h", "digest/mailer.h"};
  forbid(R"(\bvirtual\b)", "values and functions instead; the seams are Clock, Fetcher and Mailer",
         [&](const File& file) { return is_product(file) && !seams.contains(file.path); });
}

}  // namespace
}  // namespace fundwatch::tests
