#include "matchers/mark_table.h"

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "base/growth.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

constexpr std::uint32_t kNoWord = std::numeric_limits<std::uint32_t>::max();

bool is_spelt(MarkKind kind) { return kind == MarkKind::word || kind == MarkKind::title_word; }

bool is_of_title(MarkKind kind) {
  return kind == MarkKind::title_word || kind == MarkKind::title_unspelt;
}

}  // namespace

void MarkTable::add(MarkId id, std::string_view text) {
  CHECK(ids_.empty() || ids_.back() < id);
  const auto mark = static_cast<std::uint32_t>(ids_.size());
  const MarkKind kind = kind_of(text);
  std::uint32_t word = kNoWord;
  switch (kind) {
    case MarkKind::word:
    case MarkKind::title_word: {
      const std::string folded = word_of(word_of_mark(text)).folded;
      if (folded != word_of_mark(text)) keep(mark, word_of_mark(text));
      word = number_of(folded);
      break;
    }
    case MarkKind::unspelt:
    case MarkKind::title_unspelt:
      for (const std::string& each : words_of_unspelt(text)) {
        unspelt_.push_back({mark, number_of(each)});
      }
      break;
    case MarkKind::fact:
      keep(mark, text);
      facts_.push_back(mark);
      break;
    case MarkKind::must_be_read: must_be_read_.push_back(id); break;
  }
  ids_.reserve(roomy(ids_.size() + 1, ids_.capacity()));
  ids_.push_back(id);
  kinds_.reserve(roomy(kinds_.size() + 1, kinds_.capacity()));
  kinds_.push_back(kind);
  words_by_mark_.reserve(roomy(words_by_mark_.size() + 1, words_by_mark_.capacity()));
  words_by_mark_.push_back(word);
}

void MarkTable::keep(std::uint32_t mark, std::string_view text) {
  make_room(texts_, text.size());
  texts_ += text;
  CHECK(texts_.size() <= std::numeric_limits<std::uint32_t>::max());
  kept_.reserve(roomy(kept_.size() + 1, kept_.capacity()));
  kept_.push_back({mark, static_cast<std::uint32_t>(texts_.size())});
}

std::uint32_t MarkTable::number_of(std::string_view folded) {
  const auto word = static_cast<std::uint32_t>(words_.add(folded));
  if (word < bases_of_.size()) return word;
  const std::string bases = Keywords::bases_beside(lexicon_.get(), folded);
  bases_of_.reserve(roomy(bases_of_.size() + 1, bases_of_.capacity()));
  bases_of_.push_back(bases.empty() ? 0 : static_cast<std::uint32_t>(bases_.add(bases)) + 1);
  return word;
}

// Empty unless it is kept.
std::string_view MarkTable::text_of(std::uint32_t mark) const {
  const auto kept = std::ranges::lower_bound(kept_, mark, {}, &Kept::mark);
  if (kept == kept_.end() || kept->mark != mark) return {};
  const std::size_t begin = kept == kept_.begin() ? 0 : std::prev(kept)->end;
  return std::string_view(texts_).substr(begin, kept->end - begin);
}

// The word as it is written.
std::string_view MarkTable::spelling_of(std::uint32_t mark) const {
  const std::string_view kept = text_of(mark);
  return kept.empty() ? words_.text(SpellingId{words_by_mark_[mark]}) : kept;
}

std::span<const MarkTable::Use> MarkTable::unspelt_of(std::uint32_t mark) const {
  const auto begin = std::ranges::lower_bound(unspelt_, mark, {}, &Use::mark);
  const auto end = std::ranges::upper_bound(unspelt_, mark, {}, &Use::mark);
  return {begin, end};
}

bool MarkTable::may_take(const Vocabulary& vocabulary, std::uint32_t word) const {
  const std::uint32_t bases = bases_of_[word];
  return vocabulary.may_take(words_.text(SpellingId{word}),
                             bases == 0 ? std::string_view() : bases_.text(SpellingId{bases - 1}));
}

void MarkTable::append_taken(const Vocabulary& vocabulary, std::size_t from,
                             std::vector<Taken>& taken) const {
  taken.resize(vocabulary.size());
  enum class Answer : std::uint8_t { unknown, no, maybe };
  std::vector<Answer> answers(words_.size());
  const auto may_be_taken = [&](std::uint32_t word) {
    Answer& answer = answers[word];
    if (answer == Answer::unknown) answer = may_take(vocabulary, word) ? Answer::maybe : Answer::no;
    return answer == Answer::maybe;
  };
  for (auto mark = static_cast<std::uint32_t>(from); mark < ids_.size(); ++mark) {
    if (is_spelt(kinds_[mark])) {
      if (may_be_taken(words_by_mark_[mark])) take(vocabulary, mark, spelling_of(mark), taken);
      continue;
    }
    for (const Use& use : unspelt_of(mark)) {
      if (may_be_taken(use.word)) take(vocabulary, mark, words_.text(SpellingId{use.word}), taken);
    }
  }
}

void MarkTable::take(const Vocabulary& vocabulary, std::uint32_t mark, std::string_view word,
                     std::vector<Taken>& taken) const {
  for (const AtomId atom : vocabulary.atoms_of(word)) {
    if (!is_spelt(kinds_[mark]) && !vocabulary.is_keyword(atom)) continue;
    Taken& of_atom = taken[static_cast<std::size_t>(atom)];
    std::vector<MarkId>& marks = is_of_title(kinds_[mark]) ? of_atom.in_title : of_atom.anywhere;
    if (marks.empty() || marks.back() != ids_[mark]) marks.push_back(ids_[mark]);
  }
}

WordSet MarkTable::words_of(const std::vector<MarkId>& marks) const {
  WordSet words;
  for (const MarkId id : marks) {
    const auto at = std::ranges::lower_bound(ids_, id) - ids_.begin();
    const auto mark = static_cast<std::uint32_t>(at);
    if (is_spelt(kinds_[mark])) words.emplace(spelling_of(mark));
    for (const Use& use : unspelt_of(mark)) words.emplace(words_.text(SpellingId{use.word}));
  }
  return words;
}

std::vector<MarkId> MarkTable::marks_of(const Fact& fact, const SourceNames& sources) const {
  std::vector<MarkId> marks;
  for (const std::uint32_t mark : facts_) {
    if (makes_true(text_of(mark), fact, sources)) marks.push_back(ids_[mark]);
  }
  return marks;
}

std::size_t MarkTable::memory() const {
  return sizeof(MarkId) * ids_.capacity() + kinds_.capacity() + 4 * words_by_mark_.capacity() +
         sizeof(Use) * unspelt_.capacity() + sizeof(Kept) * kept_.capacity() + texts_.capacity() +
         words_.memory() + 4 * bases_of_.capacity() + bases_.memory();
}

}  // namespace fundwatch::matchers
