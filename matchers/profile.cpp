#include "matchers/profile.h"

#include <set>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "matchers/query.h"
#include "matchers/rule_check.h"
#include "matchers/rule_words.h"

namespace fundwatch::matchers {
namespace {

constexpr std::size_t kShownTermCharacters = 60;

// Sums of weights that people write as decimal fractions.
constexpr double kRounding = 1e-9;

std::optional<Remark> fault_in_weight(const Term& term) {
  if (term.weight >= 0 && term.weight <= kWeightMax)
    return std::nullopt;  // not-a-number is neither
  return Remark{term.text,
                std::nullopt,
                {"vikten är inte mellan 0 och 1000; för ord som talar emot en träff finns rollen "
                 "veto",
                 "its weight is not between 0 and 1000; for words that speak against a hit use the "
                 "role veto"}};
}

std::optional<Remark> fault_in_rule(const Term& term) {
  const auto parsed = parse_query(term.text);
  const auto* fault = std::get_if<QueryFault>(&parsed);
  if (fault == nullptr) return std::nullopt;
  std::optional<std::size_t> position = fault->begin;
  if (fault->begin == 0 && fault->end == term.text.size()) position.reset();
  return Remark{term.text, position, words_of(*fault, term.text)};
}

// Whether every word there is could stand in an item and the score still not suffice.
bool is_out_of_reach(const Profile& profile) {
  double strong = 0;
  double context = 0;
  for (const Term& term : profile.terms) {
    if (term.role == TermRole::adds || term.role == TermRole::required) strong += term.weight;
    if (term.role == TermRole::context) context += term.weight;
  }
  return (strong > 0 ? strong + context : 0) + kRounding < profile.threshold;
}

std::string described(const Remark& remark, Language language) {
  const bool is_swedish = language == Language::swedish;
  const std::string& message = is_swedish ? remark.message.swedish : remark.message.english;
  if (!remark.term) return message;
  const std::string name = (is_swedish ? "termen ”" : "term \"") +
                           shortened(*remark.term, kShownTermCharacters) +
                           (is_swedish ? "”" : "\"");
  if (!remark.position) return name + ": " + message;
  const std::string_view before = std::string_view(*remark.term).substr(0, *remark.position);
  return name + (is_swedish ? ", tecken " : ", character ") +
         std::to_string(utf8_length(before) + 1) + ": " + message;
}

}  // namespace

std::vector<Remark> faults(const Profile& profile) {
  std::vector<Remark> found;
  std::set<std::string> known;
  for (const Term& term : profile.terms) {
    std::optional<Remark> fault = fault_in_rule(term);
    if (!fault) fault = fault_in_weight(term);
    if (fault) {
      found.push_back(*std::move(fault));
    } else if (!known.insert(collapsed(term.text)).second) {
      found.push_back(
          {term.text,
           std::nullopt,
           {"den står två gånger; ta bort den ena", "it stands twice; remove one of the two"}});
    }
  }
  return found;
}

std::vector<Remark> warnings(const Profile& profile) {
  std::vector<Remark> found;
  for (const Term& term : profile.terms) {
    const auto parsed = parse_query(term.text);
    const auto* query = std::get_if<Query>(&parsed);
    if (query == nullptr) continue;
    for (const QueryWarning& warning : warnings_in(*query)) {
      found.push_back({term.text, warning.begin, words_of(warning, term.text)});
    }
  }
  if (is_out_of_reach(profile)) {
    found.push_back({std::nullopt,
                     std::nullopt,
                     {"vikterna når tillsammans inte tröskeln, så profilen ger aldrig någon träff; "
                      "sänk tröskeln eller höj vikter",
                      "the weights together do not reach the threshold, so the profile never hits; "
                      "lower the threshold or raise weights"}});
  }
  return found;
}

std::string describe(const std::vector<Remark>& remarks, Language language) {
  std::string sentence;
  for (const Remark& remark : remarks) {
    if (!sentence.empty()) sentence += "; ";
    sentence += described(remark, language);
  }
  return sentence;
}

}  // namespace fundwatch::matchers
