#include "matchers/likeness.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

// A word tells from so many letters on, and inflection is what comes after them.
constexpr std::size_t kTellingLettersMin = 5;
constexpr std::size_t kStemLetters = 6;
constexpr std::size_t kNameLettersMin = 4;
// Shared words are counted against at least so many, so that short items are not alike by chance.
constexpr std::size_t kWordsLeast = 10;
constexpr std::size_t kHeadLeast = 3;
// More shared names than these say no more.
constexpr std::size_t kNamesMost = 3;

// The weights, found by hand on half of the labelled items and checked on the other.
constexpr double kWordsWeight = 1.5;
constexpr double kHeadWeight = 0.5;
constexpr double kNameWeight = 0.08;
constexpr double kSameDay = 0.3;
constexpr double kOtherDay = -0.6;
constexpr double kOneDay = -0.1;  // one states a last day, the other none
constexpr double kSameAmount = 0.2;
constexpr double kOtherAmount = -0.3;
constexpr double kSamePlace = 0.15;
constexpr double kOtherPlace = -0.6;

// FNV-1a
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

std::string_view first_letters(std::string_view word, std::size_t letters) {
  std::size_t bytes = 0;
  for (; bytes < word.size(); ++bytes) {
    const bool begins = (static_cast<unsigned char>(word[bytes]) & 0xC0) != 0x80;
    if (begins && letters-- == 0) break;
  }
  return word.substr(0, bytes);
}

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool tells(const Word& word) {
  if (is_number(word.folded)) return word.folded.size() >= 2;
  return utf8_length(word.folded) >= kTellingLettersMin;
}

// A capital, and only the first letter.
bool is_capitalised(const Word& word) {
  const std::string_view text = word.text;
  const std::string_view folded = word.folded;
  const std::size_t letter = first_letters(text, 1).size();
  return text.substr(0, letter) != folded.substr(0, letter) &&
         text.substr(letter) == folded.substr(std::min(letter, folded.size()));
}

// Whether the marks before a word end a sentence; its first word has a capital anyway.
bool ends_sentence(std::string_view marks) {
  return marks.find_first_of(".!?:") != std::string_view::npos;
}

void sort_each_once(std::vector<std::uint32_t>& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++count;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return count;
}

// Of the words of a title and summary, the part that the other says.
double part_said(const std::vector<std::uint32_t>& head, const std::vector<std::uint32_t>& words) {
  return static_cast<double>(shared(head, words)) /
         static_cast<double>(std::max(kHeadLeast, head.size()));
}

double words_likeness(const Fingerprint& a, const Fingerprint& b) {
  const std::size_t least = std::max(kWordsLeast, std::min(a.words.size(), b.words.size()));
  return static_cast<double>(shared(a.words, b.words)) / static_cast<double>(least);
}

enum class Agreement { unknown, same, other };

double weight_of(Agreement agreement, double same, double other) {
  switch (agreement) {
    case Agreement::unknown: return 0;
    case Agreement::same: return same;
    case Agreement::other: return other;
  }
  return 0;
}

Agreement agreement(const std::optional<Day>& a, const std::optional<Day>& b) {
  if (!a || !b) return Agreement::unknown;
  return *a == *b ? Agreement::same : Agreement::other;
}

Agreement agreement(const std::optional<Amount>& a, const std::optional<Amount>& b) {
  if (!a || !b) return Agreement::unknown;
  return *a == *b ? Agreement::same : Agreement::other;
}

Agreement agreement(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return Agreement::unknown;
  return a == b ? Agreement::same : Agreement::other;
}

double facts_likeness(const Fingerprint& a, const Fingerprint& b) {
  const double only_one = a.last_day.has_value() != b.last_day.has_value() ? kOneDay : 0;
  return only_one + weight_of(agreement(a.last_day, b.last_day), kSameDay, kOtherDay) +
         weight_of(agreement(a.event_date, b.event_date), kSameDay, kOtherDay) +
         weight_of(agreement(a.amount, b.amount), kSameAmount, kOtherAmount) +
         weight_of(agreement(a.municipality, b.municipality), kSamePlace, kOtherPlace);
}

enum class Part { head, text };

void add_words(std::string_view text, Part part, Fingerprint& print) {
  std::vector<Token> tokens;
  append_tokens(text, tokens);
  std::size_t before = 0;
  for (const Token& token : tokens) {
    const bool is_first =
        token.gap == Gap::beginning || ends_sentence(text.substr(before, token.begin - before));
    before = token.end;
    const Word word = word_of(text.substr(token.begin, token.end - token.begin));
    if (!is_first && is_capitalised(word) && utf8_length(word.text) >= kNameLettersMin) {
      print.names.push_back(hash_of(word.folded));
    }
    if (!tells(word)) continue;
    const std::uint32_t hash = hash_of(first_letters(word.folded, kStemLetters));
    print.words.push_back(hash);
    if (part == Part::head) print.head.push_back(hash);
  }
}

}  // namespace

Fingerprint fingerprint(const Item& item) {
  Fingerprint print;
  for (const std::string* field : {&item.title, &item.summary, &item.text}) {
    const Part part = field == &item.text ? Part::text : Part::head;
    add_words(utf8_prefix(*field, kLikenessBytesMax), part, print);
  }
  for (auto* hashes : {&print.head, &print.words, &print.names}) sort_each_once(*hashes);
  if (item.deadline && !item.deadline->is_doubtful) print.last_day = item.deadline->day;
  print.event_date = item.event_date;
  print.amount = item.amount;
  print.municipality = item.place.municipality;
  return print;
}

double likeness(const Fingerprint& a, const Fingerprint& b) {
  const double names = static_cast<double>(std::min(kNamesMost, shared(a.names, b.names)));
  return kWordsWeight * words_likeness(a, b) +
         kHeadWeight * (part_said(a.head, b.words) + part_said(b.head, a.words)) +
         kNameWeight * names + facts_likeness(a, b);
}

}  // namespace fundwatch::matchers
