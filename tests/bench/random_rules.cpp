#include "tests/bench/random_rules.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <unordered_map>
#include <unordered_set>

#include "matchers/words.h"

namespace fundwatch::bench {
namespace {

constexpr std::size_t kRulesPerProfile = 20;
constexpr double kFirstRank = 300;
constexpr double kLastRank = 300'000;
constexpr std::size_t kWordBytesMin = 4;
constexpr const char* kDictionary = "/usr/share/hunspell/sv_SE.dic";

bool is_rule_word(std::string_view word) {
  return word.size() >= kWordBytesMin && word.find_first_of("0123456789-:.' ") == word.npos;
}

void append_words_of_items(const std::vector<Item>& items, std::vector<std::string>& words) {
  std::unordered_map<std::string, std::size_t> counts;
  std::vector<matchers::Token> tokens;
  for (const Item& item : items) {
    tokens.clear();
    matchers::append_tokens(item.text, tokens);
    for (const auto& token : tokens) {
      const std::string_view bytes(item.text.data() + token.begin, token.end - token.begin);
      ++counts[matchers::word_of(bytes).folded];
    }
  }
  for (const auto& [word, count] : counts) {
    if (is_rule_word(word)) words.push_back(word);
  }
  std::ranges::sort(words, [&](const std::string& a, const std::string& b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
  });
}

void append_words_of_dictionary(std::vector<std::string>& words) {
  std::unordered_set<std::string> known(words.begin(), words.end());
  std::ifstream file(kDictionary);
  for (std::string line; std::getline(file, line);) {
    const std::string word = matchers::word_of(line.substr(0, line.find('/'))).folded;
    if (is_rule_word(word) && known.insert(word).second) words.push_back(word);
  }
}

class Drawer {
 public:
  explicit Drawer(const std::vector<Item>& items) {
    append_words_of_items(items, words_);
    append_words_of_dictionary(words_);
  }

  RandomRule rule() {
    RandomRule rule;
    const double choice = chance_(engine_);
    const std::size_t count = choice < 1.0 / 6 ? 1 : 2 + below(3);
    const double kind = chance_(engine_);
    if (count > 1 && kind >= 0.45) {
      rule.kind = kind < 0.85 ? RandomRule::Kind::all : RandomRule::Kind::any_without_last;
    }
    for (std::size_t i = 0; i < count; ++i) rule.literals.push_back(literal());
    return rule;
  }

 private:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(engine_);
  }

  const std::string& word() {
    const double last = std::min(kLastRank, static_cast<double>(words_.size() - 1));
    const double first = std::min(kFirstRank, last / 2);
    const double rank = first * std::pow(last / first, chance_(engine_));
    return words_[static_cast<std::size_t>(rank)];
  }

  std::string literal() {
    const double choice = chance_(engine_);
    if (choice < 0.1) return " " + word() + " " + word() + " ";
    if (choice < 0.2) return " " + word();
    return " " + word() + " ";
  }

  std::mt19937 engine_{20270215};
  std::uniform_real_distribution<double> chance_{0, 1};
  std::vector<std::string> words_;
};

std::string written(const std::string& literal) {
  const std::string words = literal.substr(1);
  return words.ends_with(' ') ? words.substr(0, words.size() - 1) : words + "*";
}

std::string written(const RandomRule& rule) {
  std::string text;
  for (std::size_t i = 0; i < rule.literals.size(); ++i) {
    const bool is_last = i + 1 == rule.literals.size();
    if (i > 0 && rule.kind == RandomRule::Kind::all)
      text += " AND ";
    else if (i > 0 && rule.kind == RandomRule::Kind::any_without_last && is_last)
      text += ") NOT ";
    else if (i > 0)
      text += " OR ";
    text += written(rule.literals[i]);
  }
  return rule.kind == RandomRule::Kind::any_without_last ? "(" + text : text;
}

}  // namespace

std::vector<RandomRule> random_rules(std::size_t count, const std::vector<Item>& items) {
  Drawer drawer(items);
  std::vector<RandomRule> rules;
  rules.reserve(count);
  for (std::size_t i = 0; i < count; ++i) rules.push_back(drawer.rule());
  return rules;
}

std::vector<Profile> profiles_of(const std::vector<RandomRule>& rules) {
  std::vector<Profile> profiles;
  std::unordered_set<std::string> known;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (i % kRulesPerProfile == 0) {
      profiles.emplace_back().name = "p" + std::to_string(profiles.size());
      known.clear();
    }
    const std::string text = written(rules[i]);
    if (known.insert(text).second) profiles.back().terms.push_back({.text = text});
  }
  return profiles;
}

void fold(std::string_view text, std::string& folded) {
  if (folded.empty()) folded += ' ';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || is_capital) {
      folded += static_cast<char>(is_capital ? byte | 0x20U : byte);
    } else if (byte == 0xC3 && i + 1 < text.size()) {
      const auto second = static_cast<unsigned char>(text[++i]);
      folded += '\xC3';
      folded += static_cast<char>(second <= 0x9E ? second | 0x20U : second);
    } else if (folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (folded.back() != ' ') folded += ' ';
}

}  // namespace fundwatch::bench
