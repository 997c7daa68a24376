// What documents and manual pages say exists: every command, option and setting that they name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include "config/config.h"
#include "tests/support/places.h"
#include "tests/support/program.h"
#include "tests/support/skip.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;

std::string content_of(const std::string& file) {
  std::ifstream stream(source_folder() / file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string page(const std::string& name) {
  const Ran ran = run_program({"manual", name});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  return ran.out;
}

// All that the pattern's first group finds.
std::set<std::string> found(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::set<std::string> all;
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match) {
    all.insert((*match)[1]);
  }
  return all;
}

std::string without_escapes(const std::string& troff) {
  return std::regex_replace(std::regex_replace(troff, std::regex(R"(\\f[BRI])"), ""),
                            std::regex(R"(\\-)"), "-");
}

// "fundwatch source add", as headings of the page.
std::set<std::string> commands() {
  return found(page("fundwatch.1"), "\\.SS \"(fundwatch [a-z -]+)\"");
}

// "web.listen", of the annotated example.
std::set<std::string> settings() {
  std::istringstream lines{std::string(config::example())};
  std::set<std::string> all;
  std::string section;
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_match(line, match, std::regex(R"(\[(.*)\])"))) section = match[1];
    if (std::regex_match(line, match, std::regex("# ([a-z_0-9]+) = .*"))) {
      all.insert(section + "." + match[1].str());
    }
  }
  return all;
}

TEST(Manual, NamesEveryCommandOfTheHelp) {
  const std::string help = run_program({"--help"}).out;
  const std::string below = help.substr(help.find("Subcommands:"));
  const auto named = commands();
  for (const std::string& command : found(below, "\n  ([a-z]+) ")) {
    EXPECT_TRUE(named.contains("fundwatch " + command)) << command;
  }
  EXPECT_GE(named.size(), 40U);
}

TEST(Manual, NamesEverySettingWithItsDefault) {
  const std::string text = without_escapes(page("fundwatch.toml.5"));
  for (const std::string& setting : settings()) {
    const std::string key = setting.substr(setting.rfind('.') + 1);
    EXPECT_THAT(text, HasSubstr(".TP\n" + key + " = ")) << setting;
  }
  EXPECT_THAT(text, HasSubstr(".SS \"[mail.smtp]\""));
}

TEST(Manual, CompletionIsAScriptThatBashTakes) {
  const std::string script = page("bash-completion");
  FILE* bash = popen("bash -n", "w");
  ASSERT_NE(bash, nullptr);
  fwrite(script.data(), 1, script.size(), bash);
  EXPECT_EQ(pclose(bash), 0);
  EXPECT_THAT(script, HasSubstr("\" source\") words=\""));
}

// What monitoring asks for is what the service tells.
TEST(Examples, NameOnlyMetricsThatThereAre) {
  const auto told = found(content_of("web/metrics_page.cpp"), "\"(fundwatch_[a-z_]+)\"");
  if (told.empty()) return skip("this program tells no metrics");
  for (const char* file : {"docs/examples/alerts.yml", "docs/examples/dashboard.json"}) {
    for (const std::string& named : found(content_of(file), "(fundwatch_[a-z_]+)")) {
      EXPECT_TRUE(told.contains(named)) << file << " names " << named;
    }
  }
}

// All that people read in Swedish, but for what is joined of several lines.
std::string swedish_phrases() {
  std::string phrases;
  for (const char* folder : {"web", "digest"}) {
    for (const auto& entry : std::filesystem::directory_iterator(source_folder() / folder)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with("_swedish.cpp")) phrases += content_of(folder + ("/" + name));
    }
  }
  return phrases;
}

TEST(Handbook, SaysTheWordsOfTheScreen) {
  const std::string phrases = swedish_phrases();
  const auto labels = found(content_of("docs/handbok.md"), "[ (|\n]\\*([^*|\n ][^*|\n]*)\\*[^*]");
  EXPECT_GE(labels.size(), 30U);
  for (const std::string& label : labels) {
    EXPECT_THAT(phrases, HasSubstr("\"" + label + "\"")) << label;
  }
}

class Documents : public testing::TestWithParam<const char*> {};

// In code, where a name ends at a blank, an option or the code's end.
TEST_P(Documents, NameOnlyCommandsThatThereAre) {
  auto known = commands();
  known.insert("fundwatch manual");  // which is for those who build packages
  const std::string text = content_of(GetParam());
  ASSERT_FALSE(text.empty());
  for (const std::string& named :
       found(text, "(?:`|\n|fundwatch )(fundwatch [a-z]+(?: [a-z]+)?)(?=[` \n])")) {
    const std::string first = named.substr(0, named.find(' ', sizeof "fundwatch"));
    if (known.contains(named)) continue;
    EXPECT_TRUE(known.contains(first)) << GetParam() << " names \"" << named << "\"";
  }
}

TEST_P(Documents, NameOnlySettingsThatThereAre) {
  const auto known = settings();
  std::set<std::string> sections;
  for (const std::string& setting : known) sections.insert(setting.substr(0, setting.rfind('.')));
  for (const std::string& named :
       found(content_of(GetParam()), "`([a-z]+(?:\\.[a-z_]+)+)(?: = [^`]*)?`")) {
    if (!sections.contains(named.substr(0, named.rfind('.')))) continue;
    EXPECT_TRUE(known.contains(named)) << GetParam() << " names \"" << named << "\"";
  }
}

// Whoever does not see them reads what is on them; and a handbook is no slide show.
TEST_P(Documents, ShowOnlyPicturesThatThereAreSmallAndInWords) {
  constexpr std::uintmax_t kBytesMax = 80'000;
  constexpr std::size_t kWordsMin = 20;  // characters
  const std::string text = content_of(GetParam());
  const std::filesystem::path folder = (source_folder() / std::string(GetParam())).parent_path();
  const auto pictures = found(text, "!\\[[^\\]]*\\]\\(([^)]+)\\)");
  for (const std::string& picture : pictures) {
    ASSERT_TRUE(std::filesystem::exists(folder / picture)) << picture;
    EXPECT_LE(std::filesystem::file_size(folder / picture), kBytesMax) << picture;
  }
  for (const std::string& words : found(text, "!\\[([^\\]]*)\\]\\(")) {
    EXPECT_GE(words.size(), kWordsMin) << words;
  }
}

INSTANTIATE_TEST_SUITE_P(, Documents,
                         testing::Values("README.md", "docs/operations.md", "docs/handbok.md"),
                         [](const auto& document) {
                           return "Document" + std::to_string(document.index);
                         });

}  // namespace
}  // namespace fundwatch::tests
