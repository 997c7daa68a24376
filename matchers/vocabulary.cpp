#include "matchers/vocabulary.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "matchers/function_words.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

void sort_out(std::vector<AtomId>& atoms) {
  std::ranges::sort(atoms);
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
}

}  // namespace

AtomId Vocabulary::Table::add(const WordPattern& pattern, AtomId fresh) {
  std::vector<Wanted>& wanted = wanted_[pattern.text];
  const auto known = std::ranges::find(wanted, pattern.excluded, &Wanted::excluded);
  if (known != wanted.end()) return known->atom;
  wanted.push_back({fresh, pattern.excluded});
  const auto at = std::ranges::lower_bound(lengths_, pattern.text.size());
  if (at == lengths_.end() || *at != pattern.text.size()) lengths_.insert(at, pattern.text.size());
  return fresh;
}

void Vocabulary::Table::append(std::string_view word, std::string_view token,
                               std::vector<AtomId>& atoms) const {
  if (wanted_.empty()) return;
  const auto found = wanted_.find(word);
  if (found == wanted_.end()) return;
  for (const Wanted& wanted : found->second) {
    if (std::ranges::find(wanted.excluded, token) == wanted.excluded.end()) {
      atoms.push_back(wanted.atom);
    }
  }
}

bool Vocabulary::Table::has_beginning_of(std::string_view word) const {
  return std::ranges::any_of(wanted_,
                             [&](const auto& each) { return word.starts_with(each.first); });
}

bool Vocabulary::Table::has_end_of(std::string_view word) const {
  return std::ranges::any_of(wanted_, [&](const auto& each) { return word.ends_with(each.first); });
}

bool Vocabulary::Table::has_part_of(std::string_view word) const {
  return std::ranges::any_of(
      wanted_, [&](const auto& each) { return word.find(each.first) != std::string_view::npos; });
}

Vocabulary::Vocabulary(std::shared_ptr<const Lexicon> lexicon) : keywords_(std::move(lexicon)) {}

AtomId Vocabulary::add(const WordPattern& pattern) {
  if (pattern.mode == Mode::forms) return add_keyword(pattern, Reach::inflected);
  if (pattern.mode == Mode::forms_and_compounds) {
    return add_keyword(pattern, Reach::with_compounds);
  }
  const AtomId fresh{static_cast<std::uint32_t>(size_)};
  const AtomId atom = table_of(pattern.mode).add(pattern, fresh);
  if (atom == fresh) ++size_;
  remember_fixed(pattern);
  return atom;
}

void Vocabulary::remember_fixed(const WordPattern& pattern) {
  if (pattern.mode == Mode::beginning || pattern.mode == Mode::end || pattern.mode == Mode::part) {
    return;
  }
  const std::string folded = word_of(pattern.text).folded;
  fixed_.insert(folded);
  if (pattern.mode == Mode::acronym) fixed_.insert(folded + "s");
}

bool Vocabulary::may_take(std::string_view folded, std::string_view bases) const {
  return (!fixed_.empty() && fixed_.contains(folded)) || keywords_.may_stand_for(folded, bases) ||
         beginnings_.has_beginning_of(folded) || ends_.has_end_of(folded) ||
         parts_.has_part_of(folded);
}

AtomId Vocabulary::add_keyword(const WordPattern& pattern, Reach reach) {
  const auto id = static_cast<std::size_t>(keywords_.add({pattern.text, reach, pattern.excluded}));
  // Ids count up; those in between are of what keywords exclude.
  while (keyword_atoms_.size() <= id) {
    keyword_atoms_.push_back(AtomId{static_cast<std::uint32_t>(size_++)});
  }
  return keyword_atoms_[id];
}

Vocabulary::Table& Vocabulary::table_of(Mode mode) {
  switch (mode) {
    case Mode::exact_case: return exact_case_;
    case Mode::acronym: return acronyms_;
    case Mode::beginning: return beginnings_;
    case Mode::end: return ends_;
    case Mode::part: return parts_;
    case Mode::forms_and_compounds:
    case Mode::forms:
    case Mode::exact: break;
  }
  return exact_;
}

std::vector<AtomId> Vocabulary::atoms_of(std::string_view token) const {
  const Word word = word_of(token);
  std::vector<AtomId> atoms;
  append_keywords(word.folded, atoms);
  exact_.append(word.folded, word.folded, atoms);
  exact_case_.append(word.text, word.folded, atoms);
  acronyms_.append(word.text, word.folded, atoms);
  if (word.text.ends_with('s')) {  // genitive, or an English plural
    acronyms_.append(std::string_view(word.text).substr(0, word.text.size() - 1), word.folded,
                     atoms);
  }
  append_open(word.folded, atoms);
  if (knows_function_words_) {
    const auto language = language_of_function_word(word.folded);
    if (language) atoms.push_back(*language == Language::swedish ? kSwedishAtom : kEnglishAtom);
  }
  sort_out(atoms);
  return atoms;
}

bool Vocabulary::is_keyword(AtomId atom) const {
  return std::ranges::binary_search(keyword_atoms_, atom);
}

void Vocabulary::append_keywords(std::string_view folded, std::vector<AtomId>& atoms) const {
  for (const KeywordId keyword : keywords_.of(folded)) {
    const auto id = static_cast<std::size_t>(keyword);
    if (id < keyword_atoms_.size()) atoms.push_back(keyword_atoms_[id]);
  }
}

void Vocabulary::append_open(std::string_view folded, std::vector<AtomId>& atoms) const {
  for (const std::size_t length : beginnings_.lengths()) {
    if (length > folded.size()) break;
    beginnings_.append(folded.substr(0, length), folded, atoms);
  }
  for (const std::size_t length : ends_.lengths()) {
    if (length > folded.size()) break;
    ends_.append(folded.substr(folded.size() - length), folded, atoms);
  }
  for (const std::size_t length : parts_.lengths()) {
    if (length > folded.size()) break;
    for (std::size_t i = 0; i + length <= folded.size(); ++i) {
      parts_.append(folded.substr(i, length), folded, atoms);
    }
  }
}

}  // namespace fundwatch::matchers
