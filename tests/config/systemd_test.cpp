// The units as systemd itself judges them. `verify` exits 0 on many faults, so any word is a fault.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "tests/support/skip.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

const std::filesystem::path kUnits = std::filesystem::path(FUNDWATCH_SOURCE_DIR) / "systemd";
constexpr const char* kAnalyze = "/usr/bin/systemd-analyze";
constexpr double kExposureMax = 1.1;

std::string output_of(const std::string& command) {
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::string output;
  std::array<char, 4096> bytes{};
  while (fgets(bytes.data(), bytes.size(), pipe) != nullptr) output += bytes.data();
  pclose(pipe);
  return output;
}

// A copy that starts a program which exists on this machine.
void copy_unit(const std::string& from, const std::filesystem::path& to) {
  std::ifstream in(kUnits / from);
  std::ofstream out(to);
  for (std::string line; std::getline(in, line);) {
    out << (line.starts_with("ExecStart=") ? "ExecStart=/bin/true" : line) << "\n";
  }
}

class Units : public testing::TestWithParam<const char*> {
 protected:
  Units() { copy_unit(GetParam(), unit_); }

  TemporaryFolder folder_;
  std::filesystem::path unit_ =
      folder_ /
      (GetParam() == std::string("fundwatch@.service") ? "fundwatch@x.service" : GetParam());
};

TEST_P(Units, AreFreeOfFaults) {
  if (!std::filesystem::exists(kAnalyze)) return skip("systemd-analyze is not installed");
  EXPECT_EQ(output_of(std::string(kAnalyze) + " verify --man=no " + unit_.string()), "");
}

TEST_P(Units, AreHardened) {
  if (!std::filesystem::exists(kAnalyze)) return skip("systemd-analyze is not installed");
  const std::string words =
      output_of(std::string(kAnalyze) + " security --offline=true --no-pager " + unit_.string());
  const std::string before = "exposure level for " + unit_.filename().string() + ": ";
  const auto at = words.find(before);
  ASSERT_NE(at, std::string::npos) << words;
  EXPECT_LE(std::stod(words.substr(at + before.size())), kExposureMax);
}

std::string name_of(const testing::TestParamInfo<const char*>& unit) {
  return unit.index == 0 ? "single" : "instance";
}

INSTANTIATE_TEST_SUITE_P(, Units, testing::Values("fundwatch.service", "fundwatch@.service"),
                         name_of);

TEST(UnitFiles, InstanceDiffersFromTheSingleOnlyInItsPlaces) {
  std::ifstream single(kUnits / "fundwatch.service");
  std::ifstream instance(kUnits / "fundwatch@.service");
  const auto settings = [](std::istream& stream) {
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
      if (!line.empty() && line[0] != '#') lines.push_back(line);
    }
    return lines;
  };
  const auto one = settings(single);
  const auto other = settings(instance);
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (one[i] == other[i]) continue;
    EXPECT_NE(other[i].find("%i"), std::string::npos) << other[i];
  }
}

}  // namespace
}  // namespace fundwatch::tests
