#include "feeds/read/language_guess.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

constexpr std::array<std::string_view, 16> kSwedish{"och",  "att",  "det", "som", "för", "är",
                                                    "med",  "till", "på",  "av",  "den", "inte",
                                                    "från", "om",   "ny",  "nya"};
constexpr std::array<std::string_view, 16> kEnglish{"the",  "and", "of", "to",   "for",  "is",
                                                    "with", "on",  "by", "this", "that", "are",
                                                    "from", "new", "an", "be"};

// So many times as often as the other one's.
constexpr std::size_t kClearlyMore = 3;

std::size_t count_of(std::span<const std::string_view> words, std::string_view text) {
  std::size_t count = 0;
  for (const std::string_view word : split(text, ' ')) {
    if (std::find(words.begin(), words.end(), word) != words.end()) ++count;
  }
  return count;
}

}  // namespace

std::string guess_language(std::string_view text) {
  const std::string words = ascii_lower(collapsed(text));
  const std::size_t swedish = count_of(kSwedish, words);
  const std::size_t english = count_of(kEnglish, words);
  if (swedish > english * kClearlyMore) return "sv";
  return english > swedish * kClearlyMore ? "en" : "";
}

}  // namespace fundwatch::feeds
