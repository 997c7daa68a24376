#include "feeds/facts/phrases.h"

#include <algorithm>

namespace fundwatch::feeds {
namespace {

bool is_word_of_phrase(const Word& word, std::string_view pattern) {
  if (!pattern.ends_with('*')) return word.text == pattern;
  pattern.remove_suffix(1);
  return std::string_view(word.text).starts_with(pattern);
}

}  // namespace

std::size_t phrase_length(WordSpan words, std::size_t at, std::string_view phrase) {
  if (at >= words.size() || words[at].text.front() != phrase.front()) return 0;
  std::size_t length = 0;
  while (!phrase.empty()) {
    const std::size_t i = at + length;
    if (i >= words.size() || words[i].sentence != words[at].sentence) return 0;
    const std::string_view pattern = phrase.substr(0, phrase.find(' '));
    if (!is_word_of_phrase(words[i], pattern)) return 0;
    phrase.remove_prefix(std::min(phrase.size(), pattern.size() + 1));
    ++length;
  }
  return length;
}

std::size_t longest_phrase(WordSpan words, std::size_t at, const Phrases& phrases) {
  if (at >= words.size() || !phrases.may_begin_with(words[at])) return 0;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < phrases.all().size(); ++i) {
    if (!phrases.may_begin_with(words[at], i)) continue;
    longest = std::max(longest, phrase_length(words, at, phrases.all()[i]));
  }
  return longest;
}

bool contains_phrase(WordSpan words, std::size_t begin, std::size_t end, const Phrases& phrases) {
  for (std::size_t i = begin; i < std::min(end, words.size()); ++i) {
    if (phrases.may_begin_with(words[i]) && longest_phrase(words, i, phrases) > 0) return true;
  }
  return false;
}

}  // namespace fundwatch::feeds
