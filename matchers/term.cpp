#include "matchers/term.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "base/text.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

struct Fault {
  std::size_t position = 0;
  std::string message;
};

struct Reserved {
  std::string_view mark;
  std::string_view advice;
};

constexpr std::string_view kWithoutQuotes =
    "write the words without quotes: they are found in this order";
constexpr std::string_view kOnePerTerm = "write each alternative as a term of its own";

constexpr std::array kReservedMarks = {
    Reserved{"\"", kWithoutQuotes},
    Reserved{"“", kWithoutQuotes},
    Reserved{"”", kWithoutQuotes},
    Reserved{"„", kWithoutQuotes},
    Reserved{"«", kWithoutQuotes},
    Reserved{"»", kWithoutQuotes},
    Reserved{"=",
             "write the word alone: its inflected forms are found too, and capitals as capitals"},
    Reserved{"*", "write each form and each compound as a term of its own"},
    Reserved{"(", kOnePerTerm},
    Reserved{")", kOnePerTerm},
};

constexpr std::array<std::string_view, 6> kOperators = {"AND", "OR", "NOT", "OCH", "ELLER", "INTE"};

constexpr std::array<std::string_view, 11> kFields = {"title",  "summary", "text",    "source",
                                                      "lang",   "cpv",     "nuts",    "reserved",
                                                      "social", "place",   "deadline"};

bool is_among(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string not_understood(std::string_view what, std::string_view advice) {
  return "\"" + std::string(what) + "\" is not understood; " + std::string(advice);
}

std::optional<Fault> reserved_mark(std::string_view text) {
  std::optional<Fault> first;
  for (const auto& [mark, advice] : kReservedMarks) {
    const auto position = text.find(mark);
    if (position == std::string_view::npos || (first && first->position < position)) continue;
    first = Fault{position, not_understood(mark, advice)};
  }
  return first;
}

// "title:", and small letters with a colon too, lest a misspelt field be searched for as a word.
bool is_field(const Word& word, std::string_view text) {
  if (word.end >= text.size() || text[word.end] != ':') return false;
  const bool has_letter = word.text.find_first_not_of("0123456789") != std::string::npos;
  return is_among(kFields, word.folded) || (has_letter && word.text == word.folded);
}

std::optional<Fault> reserved_word(const std::vector<Word>& found, std::string_view text) {
  for (const Word& word : found) {
    if (is_among(kOperators, word.text)) {
      return Fault{word.begin, not_understood(word.text,
                                              "make each part a term of its own, with the role "
                                              "required or veto where that is meant; in small "
                                              "letters it is a word like any other")};
    }
    if (word.text == "NEAR" && text.substr(word.end).starts_with('/')) {
      return Fault{word.begin,
                   not_understood("NEAR/", "write the phrases meant as terms of their own")};
    }
    if (is_field(word, text)) {
      return Fault{word.begin, not_understood(word.text + ":",
                                              "write the words alone: they are found in title, "
                                              "summary and text")};
    }
  }
  return std::nullopt;
}

std::optional<Fault> fault_in_text(std::string_view text) {
  if (!is_valid_utf8(text)) return Fault{0, "it is not UTF-8; write it anew"};
  if (utf8_length(text) > kTermCharactersMax) {
    return Fault{0, "it is longer than " + std::to_string(kTermCharactersMax) +
                        " characters; divide it into several terms"};
  }
  const std::vector<Word> found = words(text);
  const std::optional<Fault> mark = reserved_mark(text);
  const std::optional<Fault> word = reserved_word(found, text);
  if (mark && word) return mark->position < word->position ? mark : word;
  if (mark || word) return mark ? mark : word;
  if (trimmed(text).empty()) return Fault{0, "it is empty; write a word, or remove the term"};
  if (std::ranges::none_of(found, is_spoken))
    return Fault{0, "it has no word; write one, or remove the term"};
  return std::nullopt;
}

std::optional<Fault> fault_in_weight(double weight) {
  if (weight >= 0 && weight <= kWeightMax) return std::nullopt;  // false for not-a-number
  return Fault{0, "its weight is not between 0 and " +
                      std::to_string(static_cast<int>(kWeightMax)) +
                      "; for words that speak against a hit use the role veto"};
}

}  // namespace

std::optional<TermFault> fault_in(const Term& term) {
  std::optional<Fault> fault = fault_in_text(term.text);
  if (!fault) fault = fault_in_weight(term.weight);
  if (!fault) return std::nullopt;
  return TermFault{term.text, fault->position, fault->message};
}

}  // namespace fundwatch::matchers
