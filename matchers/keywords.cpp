#include "matchers/keywords.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"
#include "matchers/compound_search.h"
#include "matchers/form_index.h"
#include "matchers/lexicon.h"
#include "matchers/paradigm.h"
#include "matchers/stems.h"

namespace fundwatch::matchers {
namespace {

// What Swedish and English put on words that no dictionary knows.
constexpr auto kEndings = std::to_array<std::string_view>(
    {"s",    "n",     "ns", "t",   "ts",   "en",    "ens", "et",  "ets", "er", "ers",
     "erna", "ernas", "ar", "ars", "arna", "arnas", "na",  "nas", "a",   "as"});

using Index = std::unordered_map<std::string, std::vector<KeywordId>>;

void append_found(const Index& index, const std::string& key, std::vector<KeywordId>& ids) {
  const auto found = index.find(key);
  if (found != index.end()) ids.insert(ids.end(), found->second.begin(), found->second.end());
}

void make_set(std::vector<KeywordId>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

bool is_among(const std::vector<std::string>& sorted, const std::string& word) {
  return std::ranges::binary_search(sorted, word);
}

bool share_any(const std::vector<KeywordId>& a, const std::vector<KeywordId>& sorted) {
  return std::ranges::any_of(a,
                             [&](KeywordId id) { return std::ranges::binary_search(sorted, id); });
}

// Words with the same stem begin alike in their first two bytes, as both languages are stemmed; but
// English makes "tie" of "tying",
// and of some only the first letter is left.
constexpr unsigned kSecondBytes = 256;
std::size_t beginning_of(std::string_view word) {
  if (word.empty()) return 0;
  const auto first = static_cast<unsigned char>(word[0]);
  const char second = word.size() > 1 ? word[1] : '\0';
  return first * std::size_t{kSecondBytes} +
         static_cast<unsigned char>(second == 'y' ? 'i' : second);
}

// One for each thread: to make one takes as long as to stem a word.
Stems stems_of(const std::string& folded) {
  static thread_local Stemmer stemmer;
  return stemmer.stems(folded);
}

// What a word is divided as: its bases where the lexicon knows it, so that planeter is not
// plan|eter because planet is not plan|et; else itself. Names are not divided.
std::vector<std::string_view> divisible(const Lexicon& lexicon, std::string_view folded) {
  const auto owners = lexicon.headwords_of(folded);
  if (owners.empty()) return {folded};
  std::vector<std::string_view> bases;
  for (const HeadwordId owner : owners) {
    if (!lexicon.is_name(owner)) bases.push_back(lexicon.base(owner));
  }
  return bases;
}

}  // namespace

Keywords::Keywords(std::shared_ptr<const Lexicon> lexicon)
    : lexicon_(std::move(lexicon)),
      stem_beginnings_(std::size_t{kSecondBytes} * kSecondBytes),
      forms_(std::make_unique<FormIndex>()) {}
Keywords::~Keywords() = default;
Keywords::Keywords(Keywords&&) noexcept = default;
Keywords& Keywords::operator=(Keywords&&) noexcept = default;

KeywordId Keywords::add(const Keyword& keyword) {
  CHECK(!keyword.word.empty());
  for (const KeywordId id : by_word_[keyword.word]) {
    if (entry(id).keyword == keyword) return id;
  }
  std::vector<KeywordId> without;
  for (const std::string& word : keyword.excluded) {
    without.push_back(new_entry({word, keyword.reach, {}}));
    entries_.back().is_excluded = true;
    add_excluded(without.back(), word, keyword);
  }
  const KeywordId id = new_entry(keyword);
  entries_.back().without = std::move(without);
  by_word_[keyword.word].push_back(id);
  lexicon_ == nullptr ? add_stems(id) : add_forms(id);
  return id;
}

KeywordId Keywords::new_entry(const Keyword& keyword) {
  entries_.push_back({keyword, {}, false});
  return KeywordId{static_cast<std::uint32_t>(entries_.size() - 1)};
}

void Keywords::add_forms(KeywordId id) {
  const auto& [word, reach, excluded] = entry(id).keyword;
  const Paradigm paradigm = paradigm_of(*lexicon_, word);
  if (paradigm.inflected.empty()) return add_unknown(id);
  forms_->add(word, {id, kWholeWord});
  if (reach == Reach::inflected) return forms_->add_all(paradigm.inflected, {id, kWholeWord});
  forms_->add_all(paradigm.inflected, {id, kWholeWord | kHead});
  forms_->add_all(paradigm.derived, {id, kWholeWord | kHead});
  forms_->add_all(paradigm.combining, {id, kModifier});
}

void Keywords::add_excluded(KeywordId id, const std::string& word, const Keyword& from) {
  forms_->add(word, {id, kWholeWord});
  if (lexicon_ == nullptr) return;
  const Paradigm kept = paradigm_of(*lexicon_, from.word);
  if (is_among(kept.inflected, word) || is_among(kept.derived, word)) return;
  const Paradigm paradigm = paradigm_of(*lexicon_, word);
  forms_->add_all(paradigm.inflected, {id, kWholeWord | kHead});
  forms_->add_all(paradigm.combining, {id, kModifier});
}

void Keywords::add_unknown(KeywordId id) {
  const auto& [word, reach, excluded] = entry(id).keyword;
  const bool is_compounding = reach == Reach::with_compounds;
  std::vector<std::string> forms{word};
  for (const std::string_view ending : kEndings) forms.push_back(word + std::string(ending));
  std::uint8_t places = kWholeWord;
  if (is_compounding) places |= kHead;
  forms_->add_all(forms, {id, places});
  if (is_compounding) forms_->add_all({word, word + "s"}, {id, kModifier});
  add_stems(id);
}

void Keywords::add_stems(KeywordId id) {
  const Stems stems = stems_of(entry(id).keyword.word);
  remember_beginning(entry(id).keyword.word, stems);
  by_swedish_stem_[stems.swedish].push_back(id);
  by_english_stem_[stems.english].push_back(id);
}

std::vector<KeywordId> Keywords::of(std::string_view folded) const {
  const std::vector<KeywordId> all = all_of(folded);
  std::vector<KeywordId> ids;
  for (const KeywordId id : all) {
    if (!entry(id).is_excluded && !share_any(entry(id).without, all)) ids.push_back(id);
  }
  return ids;
}

std::vector<KeywordId> Keywords::all_of(std::string_view folded) const {
  std::vector<KeywordId> ids;
  append_by_stem(folded, ids);
  for (const auto* found = forms_->find(folded); found != nullptr; found = forms_->after(*found)) {
    if ((found->places & kWholeWord) != 0) ids.push_back(found->keyword);
  }
  if (lexicon_ != nullptr) {
    for (const std::string_view word : divisible(*lexicon_, folded)) {
      CompoundSearch(*lexicon_, word, folded).append_to(ids, *forms_);
    }
  }
  make_set(ids);
  return ids;
}

// With a lexicon only for words that it does not know, and then as English: Swedish ones have
// their endings.
void Keywords::remember_beginning(const std::string& word, const Stems& stems) {
  stem_beginnings_[beginning_of(word)] = true;
  if (stems.swedish.size() > 1 && stems.english.size() > 1) return;
  for (unsigned second = 0; second < kSecondBytes; ++second) {
    stem_beginnings_[beginning_of(std::string{word[0], static_cast<char>(second)})] = true;
  }
}

bool Keywords::may_have_stem(std::string_view folded) const {
  return !by_swedish_stem_.empty() && stem_beginnings_[beginning_of(folded)];
}

void Keywords::append_by_stem(std::string_view folded, std::vector<KeywordId>& ids) const {
  if (!may_have_stem(folded)) return;
  if (lexicon_ != nullptr && lexicon_->is_word(folded)) return;
  const Stems stems = stems_of(std::string(folded));
  if (lexicon_ == nullptr) append_found(by_swedish_stem_, stems.swedish, ids);
  append_found(by_english_stem_, stems.english, ids);
}

bool Keywords::may_stand_for(std::string_view folded, std::string_view bases) const {
  constexpr std::size_t kHeldBytesMin = 3;
  if (may_have_stem(folded) || forms_->may_hold(folded) || forms_->may_hold(bases)) return true;
  return folded.size() < kHeldBytesMin && forms_->find(folded) != nullptr;
}

std::string Keywords::bases_beside(const Lexicon* lexicon, std::string_view folded) {
  std::string bases;
  if (lexicon == nullptr || !lexicon->has_base_beside(folded)) return bases;
  for (const std::string_view base : divisible(*lexicon, folded)) {
    if (folded.find(base) != std::string_view::npos) continue;
    bases += (bases.empty() ? "" : " ") + std::string(base);
  }
  return bases;
}

std::size_t Keywords::memory() const { return forms_->memory(); }

}  // namespace fundwatch::matchers
