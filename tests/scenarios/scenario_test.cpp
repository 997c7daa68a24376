// Every tests/scenarios/*.scenario is a test of its own name; one that ends in .each_point.scenario
// is a test for every point at which the daemon can be killed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>

#include "tests/scenarios/script.h"
#include "tests/support/places.h"

namespace fundwatch::tests {
namespace {

// A file to play, and what $POINT in it stands for.
struct Part {
  std::filesystem::path file;
  std::string point;
};

void PrintTo(const Part& part, std::ostream* out) { *out << part.file.filename() << part.point; }

const std::vector<std::string> kPoints{"fetched", "commit", "committed", "outbox",
                                       "queued",  "send",   "sent",      "marked"};

std::vector<Part> parts() {
  std::vector<Part> parts;
  for (const auto& entry :
       std::filesystem::directory_iterator(source_folder() / "tests" / "scenarios")) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".each_point.scenario")) {
      for (const std::string& point : kPoints) parts.push_back({entry.path(), point});
    } else if (name.ends_with(".scenario")) {
      parts.push_back({entry.path(), ""});
    }
  }
  return parts;
}

std::string name_of(const testing::TestParamInfo<Part>& info) {
  std::string name = info.param.file.filename().string();
  name = name.substr(0, name.find('.'));
  return info.param.point.empty() ? name : name + "_at_" + info.param.point;
}

class Scenario : public testing::TestWithParam<Part> {};

TEST_P(Scenario, Plays) { play_script(GetParam().file, GetParam().point); }

INSTANTIATE_TEST_SUITE_P(, Scenario, testing::ValuesIn(parts()), name_of);

}  // namespace
}  // namespace fundwatch::tests
