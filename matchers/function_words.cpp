#include "matchers/function_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace fundwatch::matchers {
namespace {

constexpr std::array<std::string_view, 62> kSwedish = {
    "alla",  "allt", "annat", "att",  "av",    "blev", "bli",    "blir", "dem", "den",    "denna",
    "deras", "dess", "dessa", "det",  "detta", "dig",  "din",    "du",   "där", "efter",  "eller",
    "en",    "er",   "ert",   "ett",  "från",  "för",  "ha",     "hade", "han", "har",    "hon",
    "hur",   "här",  "inom",  "inte", "jag",   "kan",  "kommer", "man",  "med", "mellan", "mot",
    "ni",    "nu",   "när",   "och",  "också", "om",   "på",     "sig",  "ska", "som",    "till",
    "under", "upp",  "vad",   "vi",   "vid",   "än",   "är"};

constexpr std::array<std::string_view, 52> kEnglish = {
    "a",   "about",  "also", "an",    "and",  "any",   "are",   "as",    "at",   "be",   "been",
    "but", "by",     "can",  "could", "did",  "do",    "does",  "from",  "had",  "he",   "his",
    "how", "if",     "it",   "its",   "more", "must",  "not",   "of",    "on",   "or",   "our",
    "she", "should", "than", "that",  "the",  "their", "there", "these", "they", "this", "to",
    "was", "we",     "were", "which", "will", "with",  "would", "you"};

constexpr std::array<std::string_view, 6> kBoth = {"for", "has", "have", "i", "in", "is"};

bool is_among(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::optional<Language> language_of_function_word(std::string_view folded) {
  if (is_among(kSwedish, folded) && !is_among(kEnglish, folded)) return Language::swedish;
  if (is_among(kEnglish, folded) && !is_among(kSwedish, folded)) return Language::english;
  return std::nullopt;
}

bool is_function_word(std::string_view folded) {
  return is_among(kSwedish, folded) || is_among(kEnglish, folded) || is_among(kBoth, folded);
}

}  // namespace fundwatch::matchers
