// Judged pairs of a term and a text: would a person who looks for the term want the text? Ours
// (pairs.tsv), and the reference pairs beside the project. The floors are below what is reached, so
// that they tell of a loss, not of a change of one word.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "matchers/lexicon.h"
#include "matchers/matcher.h"
#include "tests/support/places.h"
#include "tests/support/shared_data.h"

namespace fundwatch::matchers {
namespace {

struct Pair {
  std::string term;
  std::string text;
  bool is_wanted = false;
};

std::vector<Pair> pairs(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Pair> read;
  std::string line;
  std::getline(file, line);  // the names of the columns
  while (std::getline(file, line)) {
    const auto columns = split(line, '\t');
    if (columns.size() < 3) continue;
    read.push_back({std::string(columns[0]), std::string(columns[1]), columns[2] == "1"});
  }
  return read;
}

bool hits(const Pair& pair, const std::shared_ptr<const Lexicon>& lexicon) {
  Profile profile;
  profile.terms = {{pair.term}};
  const auto matcher = Matcher::compile({profile}, lexicon);
  EXPECT_TRUE(matcher.ok()) << pair.term;
  Item item;
  item.text = pair.text;
  return matcher.ok() && !matcher->match({item, ""}).empty();
}

struct Score {
  double right = 0;
  double wrong = 0;
  double missed = 0;
  std::string faults;

  double f1() const { return 2 * right / (2 * right + wrong + missed); }
};

Score score(const std::vector<Pair>& pairs, const std::shared_ptr<const Lexicon>& lexicon) {
  Score score;
  for (const Pair& pair : pairs) {
    const bool is_hit = hits(pair, lexicon);
    score.right += is_hit && pair.is_wanted ? 1 : 0;
    score.wrong += is_hit && !pair.is_wanted ? 1 : 0;
    score.missed += !is_hit && pair.is_wanted ? 1 : 0;
    if (is_hit == pair.is_wanted) continue;
    score.faults += (is_hit ? "wrong  " : "missed ") + pair.term + " | " + pair.text + "\n";
  }
  return score;
}

// Null, with the test left out in words, without the system's dictionary.
std::shared_ptr<const Lexicon> system_lexicon() {
  auto lexicon = Lexicon::read(std::string(kSwedishDictionary));
  if (lexicon) return *lexicon;
  tests::skip(lexicon.error().message);
  return nullptr;
}

TEST(SwedishPairs, OfOursAreJudgedAsByAPerson) {
  const auto lexicon = system_lexicon();
  if (lexicon == nullptr) return;
  const auto ours = pairs(tests::source_folder() / "tests/matchers/pairs.tsv");
  ASSERT_GT(ours.size(), 150U);
  const Score reached = score(ours, lexicon);
  RecordProperty("f1", std::to_string(reached.f1()));
  EXPECT_GT(reached.f1(), 0.95) << reached.faults;
}

TEST(SwedishPairs, OfTheReferenceAreJudgedAsByAPerson) {
  if (tests::skipped_without_shared("swedish/pairs.tsv")) return;
  const auto lexicon = system_lexicon();
  if (lexicon == nullptr) return;
  const Score reached = score(pairs(tests::shared_folder() / "swedish/pairs.tsv"), lexicon);
  RecordProperty("f1", std::to_string(reached.f1()));
  EXPECT_GT(reached.f1(), 0.97) << reached.faults;
}

}  // namespace
}  // namespace fundwatch::matchers
