#include "tests/bench/announcements.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "matchers/words.h"

namespace fundwatch::bench {
namespace {

constexpr int kTitleWords = 8;
constexpr int kTextWords = 190;
constexpr std::size_t kFirstPlanted = 60;  // ranks of the profiles' words
constexpr std::size_t kPlantedEvery = 17;
constexpr std::int64_t kItemsPerHour = 3;

constexpr const char* kFrequent[] = {
    "och", "i",   "att", "det",  "som", "en",   "på",    "är",  "av",    "för", "med", "till",
    "den", "har", "de",  "inte", "om",  "ett",  "han",   "men", "var",   "jag", "sig", "från",
    "vi",  "så",  "kan", "när",  "man", "hade", "under", "här", "eller", "ska", "vid", "också"};

// xorshift64*: the next number.
std::uint64_t next(std::uint64_t& state) {
  state ^= state >> 12U;
  state ^= state << 25U;
  state ^= state >> 27U;
  return state * 0x2545F4914F6CDD1DU;
}

double next_fraction(std::uint64_t& state) {
  return static_cast<double>(next(state) >> 11U) / static_cast<double>(std::uint64_t{1} << 53U);
}

std::vector<std::string> words_of(const std::vector<Profile>& profiles) {
  std::vector<std::string> words;
  for (const Profile& profile : profiles) {
    for (const Term& term : profile.terms) {
      std::vector<matchers::Token> tokens;
      matchers::append_tokens(term.text, tokens);
      for (const auto& token : tokens) {
        words.push_back(term.text.substr(token.begin, token.end - token.begin));
      }
    }
  }
  return words;
}

}  // namespace

Announcements::Announcements(const matchers::Lexicon& lexicon,
                             const std::vector<Profile>& profiles) {
  for (std::uint32_t i = 0; i < lexicon.spellings().size(); ++i) {
    words_.emplace_back(lexicon.spellings().text(SpellingId{i}));
  }
  std::mt19937 random(1);
  std::ranges::shuffle(words_, random);
  std::ranges::copy(kFrequent, words_.begin());
  std::size_t rank = kFirstPlanted;
  for (const std::string& word : words_of(profiles)) {
    if (rank < words_.size()) words_[rank] = word;
    rank += kPlantedEvery;
  }
}

// Ranks are spread evenly over their logarithm, which is Zipf's law.
std::string Announcements::text(std::uint64_t& state, int words) const {
  const double range = std::log(static_cast<double>(words_.size()));
  std::string text;
  for (int i = 0; i < words; ++i) {
    const auto rank = static_cast<std::size_t>(std::exp(next_fraction(state) * range)) - 1;
    text += words_[std::min(rank, words_.size() - 1)];
    text += i % 12 == 11 ? ". " : " ";
  }
  return text;
}

Item Announcements::item(std::int64_t number) const {
  std::uint64_t state = static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15U + 1;
  Item item;
  item.id = ItemId{number};
  item.key = "k" + std::to_string(number);
  item.title = text(state, kTitleWords);
  item.text = text(state, kTextWords);
  item.language = "sv";
  item.first_seen = Instant(std::chrono::hours(400'000 + number / kItemsPerHour));
  if (next(state) % 3 == 0) {
    const auto days = std::chrono::days(static_cast<int>(next(state) % 90));
    item.deadline = DueDate{std::chrono::floor<std::chrono::days>(item.first_seen) + days};
  }
  if (next(state) % 3 == 0) item.place = {"Gävle", {"SE313"}};
  return item;
}

}  // namespace fundwatch::bench
