// The units as systemd itself judges them. `verify` exits 0 on many faults, so any word is a fault.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/places.h"
#include "tests/support/shell.h"
#include "tests/support/skip.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

const std::filesystem::path kUnits = source_folder() / "systemd";
constexpr const char* kAnalyze = "/usr/bin/systemd-analyze";
constexpr double kExposureMax = 1.1;

// What systemd-analyze says to these arguments, complaints and all.
std::string analyzed(const std::string& arguments) {
  return output_of(std::string(kAnalyze) + " " + arguments + " 2>&1");
}

// A copy that starts a program which exists on this machine.
void copy_unit(const std::string& from, const std::filesystem::path& to) {
  std::ifstream in(kUnits / from);
  std::ofstream out(to);
  for (std::string line; std::getline(in, line);) {
    out << (line.starts_with("ExecStart=") ? "ExecStart=/bin/true" : line) << "\n";
  }
}

// A template is judged by an instance of it.
std::string instance_of(std::string unit) {
  const auto at = unit.find("@.");
  return at == std::string::npos ? unit : unit.insert(at + 1, "x");
}

class Units : public testing::TestWithParam<const char*> {
 protected:
  Units() { copy_unit(GetParam(), unit_); }

  TemporaryFolder folder_;
  std::filesystem::path unit_ = folder_ / instance_of(GetParam());
};

TEST_P(Units, AreFreeOfFaults) {
  if (!std::filesystem::exists(kAnalyze)) return skip("systemd-analyze is not installed");
  EXPECT_EQ(analyzed("verify --man=no " + unit_.string()), "");
}

TEST_P(Units, AreHardened) {
  if (!std::filesystem::exists(kAnalyze)) return skip("systemd-analyze is not installed");
  const std::string words = analyzed("security --offline=true --no-pager " + unit_.string());
  const std::string before = "exposure level for " + unit_.filename().string() + ": ";
  const auto at = words.find(before);
  ASSERT_NE(at, std::string::npos) << words;
  EXPECT_LE(std::stod(words.substr(at + before.size())), kExposureMax);
}

std::string name_of(const testing::TestParamInfo<const char*>& unit) {
  std::string name = unit.param;
  std::erase_if(name, [](char c) { return c == '-' || c == '.'; });
  const auto at = name.find('@');
  return at == std::string::npos ? name : name.replace(at, 1, "instance_");
}

INSTANTIATE_TEST_SUITE_P(, Units,
                         testing::Values("fundwatch.service", "fundwatch@.service",
                                         "fundwatch-backup.service", "fundwatch-backup@.service"),
                         name_of);

// A timer is judged beside the service that it starts.
TEST(UnitFiles, TimersAreFreeOfFaultsAndStartWhatIsThere) {
  if (!std::filesystem::exists(kAnalyze)) return skip("systemd-analyze is not installed");
  const TemporaryFolder folder;
  for (const std::string name : {"fundwatch-backup", "fundwatch-backup@"}) {
    copy_unit(name + ".service", folder / instance_of(name + ".service"));
    copy_unit(name + ".timer", folder / instance_of(name + ".timer"));
    const std::string timer = (folder / instance_of(name + ".timer")).string();
    EXPECT_EQ(analyzed("verify --man=no " + timer), "");
  }
}

// A socket is judged beside the service that it is for.
TEST(UnitFiles, SocketsAreFreeOfFaultsAndForTheirService) {
  if (!std::filesystem::exists(kAnalyze)) return skip("systemd-analyze is not installed");
  const TemporaryFolder folder;
  for (const std::string name : {"fundwatch", "fundwatch@"}) {
    copy_unit(name + ".service", folder / instance_of(name + ".service"));
    copy_unit(name + ".socket", folder / instance_of(name + ".socket"));
    const std::string socket = (folder / instance_of(name + ".socket")).string();
    EXPECT_EQ(analyzed("verify --man=no " + socket), "");
  }
}

// The sets of system calls as systemd knows them: "@name", then its members, indented.
std::map<std::string, std::set<std::string>> system_call_sets() {
  std::map<std::string, std::set<std::string>> sets;
  std::istringstream lines(analyzed("syscall-filter --no-pager"));
  std::string name;
  for (std::string line; std::getline(lines, line);) {
    std::string word;
    std::istringstream(line) >> word;
    if (line.starts_with("@")) {
      name = word;
    } else if (!word.empty() && word != "#") {
      sets[name].insert(word);
    }
  }
  return sets;
}

std::set<std::string> calls_of(const std::string& name,
                               const std::map<std::string, std::set<std::string>>& sets) {
  std::set<std::string> calls;
  for (const std::string& member : sets.at(name)) {
    if (member.starts_with("@")) {
      calls.merge(calls_of(member, sets));
    } else {
      calls.insert(member);
    }
  }
  return calls;
}

// feeds/child_process.cpp must work within the units' filter.
TEST(UnitFiles, LetChildProcessesBeMadeAndLimited) {
  if (!std::filesystem::exists(kAnalyze)) return skip("systemd-analyze is not installed");
  const auto sets = system_call_sets();
  std::set<std::string> allowed = calls_of("@system-service", sets);
  for (const char* denied : {"@privileged", "@resources"}) {
    for (const std::string& call : calls_of(denied, sets)) allowed.erase(call);
  }
  allowed.merge(calls_of("@default", sets));  // which no filter denies
  for (const char* call :
       {"clone", "execve", "memfd_create", "pipe2", "dup2", "close_range", "prlimit64", "prctl",
        "setpgid", "kill", "waitid", "wait4", "rt_sigprocmask", "rt_sigaction"}) {
    EXPECT_TRUE(allowed.contains(call)) << call;
  }
  EXPECT_FALSE(allowed.contains("setrlimit"));
}

std::vector<std::string> settings_of(const std::string& unit) {
  std::ifstream stream(kUnits / unit);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> values_of(const std::string& unit, const std::string& setting) {
  std::vector<std::string> values;
  for (const std::string& line : settings_of(unit)) {
    if (line.starts_with(setting + "=")) values.push_back(line.substr(setting.size() + 1));
  }
  return values;
}

using Values = std::vector<std::string>;

TEST(UnitFiles, ComeBackAfterAFaultButNotAfterAWrongConfiguration) {
  for (const std::string unit : {"fundwatch.service", "fundwatch@.service"}) {
    EXPECT_EQ(values_of(unit, "Restart"), Values{"on-failure"});
    EXPECT_EQ(values_of(unit, "RestartSec"), Values{"10"}) << "no busy loop";
    EXPECT_EQ(values_of(unit, "StartLimitIntervalSec"), Values{"0"}) << "and never given up";
    EXPECT_EQ(values_of(unit, "RestartPreventExitStatus"), Values{"78"});
  }
}

// systemd starts what a socket is for at every visit, also where it would not start it again.
TEST(UnitFiles, VisitorsDoNotStartABrokenServiceForEver) {
  for (const std::string unit : {"fundwatch.socket", "fundwatch@.socket"}) {
    EXPECT_EQ(values_of(unit, "TriggerLimitIntervalSec"), Values{"60"});
    EXPECT_EQ(values_of(unit, "TriggerLimitBurst"), Values{"5"});
    ASSERT_EQ(values_of(unit, "ListenStream").size(), 1U);
    EXPECT_TRUE(values_of(unit, "ListenStream")[0].starts_with("127.0.0.1:"));
  }
  EXPECT_NE(values_of("fundwatch.socket", "ListenStream"),
            values_of("fundwatch@.socket", "ListenStream"));
}

TEST(UnitFiles, InstancesDifferFromTheSingleOnesOnlyInTheirPlaces) {
  for (const std::string name : {"fundwatch", "fundwatch-backup"}) {
    const auto one = settings_of(name + ".service");
    const auto other = settings_of(name + "@.service");
    ASSERT_EQ(one.size(), other.size()) << name;
    for (std::size_t i = 0; i < one.size(); ++i) {
      if (one[i] == other[i]) continue;
      EXPECT_NE(other[i].find("%i"), std::string::npos) << other[i];
    }
  }
}

}  // namespace
}  // namespace fundwatch::tests
