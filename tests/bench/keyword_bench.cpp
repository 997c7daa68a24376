// ./dev bench keywords: what reading the dictionary costs, compiling keywords, and asking about a
// word that was not seen before, by the number of keywords.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "matchers/keywords.h"
#include "matchers/lexicon.h"
#include "tests/bench/benches.h"
#include "tests/bench/figures.h"

namespace fundwatch::bench {
namespace {

using matchers::HeadwordId;
using matchers::Keywords;
using matchers::Lexicon;

constexpr double kMegabyte = 1e6;

// Seconds since it was made.
class Watch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

Keywords keywords_of(const std::shared_ptr<const Lexicon>& lexicon, std::size_t count) {
  Keywords keywords(lexicon);
  std::mt19937 random(1);
  for (std::size_t i = 0; i < count; ++i) {
    const HeadwordId headword{static_cast<std::uint32_t>(random() % lexicon->headword_count())};
    keywords.add({std::string(lexicon->base(headword)), matchers::Reach::with_compounds, {}});
  }
  return keywords;
}

// Any forms of the language: rarer ones than a text has.
std::vector<std::string> words_of(const Lexicon& lexicon, std::size_t count) {
  std::vector<std::string> words;
  std::mt19937 random(2);
  for (std::size_t i = 0; i < count; ++i) {
    const auto number = static_cast<std::uint32_t>(random() % lexicon.spellings().size());
    words.emplace_back(lexicon.spellings().text(SpellingId{number}));
  }
  return words;
}

double microseconds_a_word(const Keywords& keywords, const std::vector<std::string>& words) {
  std::size_t found = 0;
  const Watch watch;
  for (const std::string& word : words) found += keywords.of(word).size();
  const double seconds = watch.seconds();
  std::printf("  %zu answers of %zu words;", found, words.size());
  return seconds / static_cast<double>(words.size()) * 1e6;
}

}  // namespace

int keyword_bench() {
  const Watch reading;
  const auto lexicon = Lexicon::read(std::string(matchers::kSwedishDictionary));
  if (!lexicon) {
    std::fprintf(stderr, "%s\n", lexicon.error().message.c_str());
    return 1;
  }
  print_at_most("reading the dictionary, s", reading.seconds(), 0.5);
  print_at_most("the lexicon, MB", static_cast<double>((*lexicon)->memory()) / kMegabyte, 64);
  const std::vector<std::string> words = words_of(**lexicon, 20'000);
  for (const std::size_t count : {10U, 1'000U, 10'000U}) {
    const Watch compiling;
    const Keywords keywords = keywords_of(*lexicon, count);
    const double seconds = compiling.seconds();
    const double microseconds = microseconds_a_word(keywords, words);
    std::printf(" %zu keywords, %.3f s to compile, %.1f MB, %.2f us a word\n", count, seconds,
                static_cast<double>(keywords.memory()) / kMegabyte, microseconds);
    if (count == 10'000U) print_at_most("compiling 10,000 keywords, s", seconds, 1);
  }
  return 0;
}

}  // namespace fundwatch::bench
