#include "feeds/facts/reservation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

// A word that negates stands at most so many words before what it negates.
constexpr std::size_t kNegationWordsMax = 4;

constexpr Phrases kSheltered{"4 kap 18 §", "4 kap . 18 §", "4 kapitlet 18 §"};
constexpr Phrases kPublicService{"19 kap 25 §", "19 kap . 25 §", "19 kapitlet 25 §"};
constexpr Phrases kShelteredArticle{"artikel 20", "article 20", "art . 20", "art 20"};
constexpr Phrases kPublicServiceArticle{"artikel 77", "article 77", "art . 77", "art 77"};
constexpr Phrases kIdeaBased{"19 kap 25 a §", "19 kap . 25 a §", "19 kapitlet 25 a §"};
constexpr Phrases kIdeaBasedWords{"idéburna organisation*", "idéburen organisation*",
                                  "idéburna aktörer", "idéburen aktör"};

// These reserve whatever stands beside them.
constexpr Phrases kReserved{"reserverad upphandling",
                            "reserverade upphandlingen",
                            "reserverad direktupphandling",
                            "reserverad del",
                            "reserverat kontrakt",
                            "reserverat avtal",
                            "reserverat ramavtal",
                            "reserverat förfarande",
                            "reserverat deltagande",
                            "reserverat anbudsområde",
                            "reservera kontraktet",
                            "reservera upphandlingen",
                            "reservera avtalet",
                            "reservation :",
                            "reserved contract",
                            "reserved procurement",
                            "reserved procedure",
                            "reserved lot",
                            "reserved tender",
                            "reserved participation"};
// And these where the sentence is about a contract.
constexpr Phrases kReservedFor{"reserverad",   "reserverat",     "reserveras",  "reserved to",
                               "reserved for", "reserved under", "is reserved", "are reserved"};
constexpr Phrases kContracts{"upphandlingen", "upphandling", "direktupphandling*",
                             "deltagandet",   "deltagande",  "kontraktet",
                             "avtalet",       "ramavtalet",  "förfarandet",
                             "anbudsområde*", "delområde*",  "anbudet",
                             "lotten",        "del",         "tilldelas",
                             "participation", "contract",    "procurement",
                             "procedure",     "lot",         "lots",
                             "tender"};
constexpr Phrases kReservedTitles{"reserverad", "reserverat", "reserved contract"};

constexpr Phrases kNegations{"inte", "ej", "icke", "ingen", "inga", "not", "no", "without", "utan"};
constexpr Phrases kDenials{": no",
                           ": none",
                           ": nej",
                           ": ingen",
                           ": inte",
                           ": ej",
                           "gäller inte",
                           "gäller ej",
                           "tillämpas inte",
                           "tillämpas ej",
                           "är inte tillämplig*",
                           "är ej tillämplig*",
                           "does not apply",
                           "not applicable"};

constexpr Phrases kBuying{"anbud",
                          "anbuden",
                          "anbudet",
                          "anbudstid*",
                          "anbudsdag",
                          "anbudsgivar*",
                          "sista anbudsdag",
                          "upphandlar",
                          "upphandlande",
                          "upphandlingen",
                          "direktupphandling",
                          "marknadsdialog",
                          "rfi",
                          "tenders",
                          "tenderers",
                          "receipt of tenders",
                          "contracting authority",
                          "buyer",
                          "köpare",
                          "lämna offert",
                          "offert",
                          "contract notice",
                          "reserverat kontrakt"};

struct Sentence {
  WordSpan words;  // of the field
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool has(const Sentence& sentence, const Phrases& phrases) {
  return contains_phrase(sentence.words, sentence.begin, sentence.end, phrases);
}

// The articles of the directive have numbers that other laws have too.
std::optional<Reserved> cited(const Sentence& sentence) {
  if (has(sentence, kIdeaBased)) return Reserved::idea_based;
  if (has(sentence, kPublicService)) return Reserved::public_service;
  if (has(sentence, kSheltered)) return Reserved::sheltered;
  if (has(sentence, kPublicServiceArticle)) return Reserved::public_service;
  if (has(sentence, kShelteredArticle)) return Reserved::sheltered;
  return std::nullopt;
}

bool is_reserving_word(const Word& word) { return word.text.starts_with("reserv"); }

bool is_negated(const Sentence& sentence) {
  if (has(sentence, kDenials)) return true;
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (!is_reserving_word(sentence.words[i])) continue;
    const std::size_t from = std::max(sentence.begin, i - std::min(i, kNegationWordsMax));
    if (contains_phrase(sentence.words, from, i, kNegations)) return true;
  }
  return false;
}

bool reserves(const Sentence& sentence, Field field) {
  if (has(sentence, kReserved)) return true;
  if (field == Field::title) return has(sentence, kReservedTitles);
  return has(sentence, kReservedFor) && (has(sentence, kContracts) || cited(sentence));
}

// For whom, of a sentence that cites nothing.
Reserved whom(const Sentence& sentence) {
  return has(sentence, kIdeaBasedWords) ? Reserved::idea_based : Reserved::sheltered;
}

std::string text_of(const Sentence& sentence, const std::string& text) {
  const std::size_t begin = sentence.words[sentence.begin].begin;
  const std::size_t end = sentence.words[sentence.end - 1].end;
  return shortened(collapsed(text.substr(begin, end - begin)), kGroundCharactersMax);
}

}  // namespace

Reservation find_reservation(const Item& item, const ItemWords& words) {
  Reservation first;
  for (const Field field : kFields) {
    const WordSpan all = words.of(field);
    for (std::size_t begin = 0; begin < all.size();) {
      const Sentence sentence{all, begin, sentence_end(all, begin)};
      begin = sentence.end;
      if (!reserves(sentence, field) || is_negated(sentence)) continue;
      const auto ground = cited(sentence);
      if (ground) return {*ground, text_of(sentence, text_of(item, field))};
      if (first.whom == Reserved::none) {
        first = {whom(sentence), text_of(sentence, text_of(item, field))};
      }
    }
  }
  return first;
}

bool is_procurement(const ItemWords& words) {
  return std::ranges::any_of(kFields, [&](Field field) {
    return contains_phrase(words.of(field), 0, words.of(field).size(), kBuying);
  });
}

}  // namespace fundwatch::feeds
