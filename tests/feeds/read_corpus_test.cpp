#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/places.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"

// The figures that the reader has reached on the reference corpus, as floors under later changes.
namespace fundwatch::tests {
namespace {

namespace json = boost::json;

struct Floor {
  std::string part;  // a path into the scorer's output
  double strict;     // per cent of cases
  double lenient;
};

std::string quoted(const std::string& text) { return "'" + text + "'"; }

json::value scores(const std::string& more_options) {
  const TemporaryFolder folder;
  const std::string corpus = (shared_folder() / "corpus").string();
  const std::string output = (folder / "scores.json").string();
  std::string command = "python3 " + quoted(corpus + "/score.py") + " --corpus " +
                        quoted(corpus + "/dev") + " --timeout 120 --json " + quoted(output);
  for (const std::string part : {"feeds", "dates", "sanitize", "relurl", "charset"}) {
    const std::string option = part == "feeds" ? "--batch" : "--" + part + "-batch";
    command += " " + option + " " + quoted(corpus_probe_file().string() + " " + part);
  }
  command += " " + more_options + " > /dev/null";
  EXPECT_EQ(std::system(command.c_str()), 0) << command;  // NOLINT(cert-env33-c): the scorer
  std::ifstream file(output);
  return json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

void expect_at_least(const json::value& scores, const Floor& floor) {
  boost::system::error_code fault;
  const json::value* found = scores.find_pointer("/" + floor.part, fault);
  ASSERT_NE(found, nullptr) << floor.part;
  const auto count = [found](const char* key) { return found->at(key).to_number<double>(); };
  EXPECT_GE(100 * count("strict") / count("n"), floor.strict) << floor.part << ", strict";
  EXPECT_GE(100 * count("lenient") / count("n"), floor.lenient) << floor.part << ", lenient";
}

TEST(ReadCorpus, ReachesItsFigures) {
  if (skipped_without_shared("corpus/dev/cases.jsonl")) return;
  const json::value all = scores("");
  for (const Floor& floor :
       {Floor{"cases/total/asserted", 96.2, 99}, Floor{"cases/total/observed", 99.5, 99.5},
        Floor{"cases/category/own~1malformed", 100, 100},
        Floor{"cases/category/own~1charset", 100, 100}, Floor{"dates/total", 100, 100},
        Floor{"sanitize/total", 96, 99.7}, Floor{"relurl/total", 100, 100},
        Floor{"charset/total", 98.9, 99.4}}) {
    expect_at_least(all, floor);
  }
}

TEST(ReadCorpus, ReachesItsFiguresForEntriesAlone) {
  if (skipped_without_shared("corpus/dev/cases.jsonl")) return;
  expect_at_least(scores("--only-fields '^entries' --basis asserted"),
                  {"cases/total/asserted", 96.2, 98.9});
}

}  // namespace
}  // namespace fundwatch::tests
