#include "matchers/mark_table.h"

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "base/growth.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

// A mark of a word that is as it is folded is known by its kind alone: its word stands in words_.
bool is_folded(std::string_view text) { return text.size() == 1; }

bool is_spelt(MarkKind kind) { return kind == MarkKind::word || kind == MarkKind::title_word; }

}  // namespace

void MarkTable::add(MarkId id, std::string_view text) {
  CHECK(ids_.empty() || ids_.back() < id);
  const auto mark = static_cast<std::uint32_t>(ids_.size());
  ids_.reserve(roomy(ids_.size() + 1, ids_.capacity()));
  ids_.push_back(id);
  std::string_view kept = text;
  switch (kind_of(text)) {
    case MarkKind::word:
    case MarkKind::title_word: {
      const std::string folded = word_of(word_of_mark(text)).folded;
      if (folded == word_of_mark(text)) kept = text.substr(0, 1);
      add_use(mark, folded);
      break;
    }
    case MarkKind::unspelt:
    case MarkKind::title_unspelt:
      for (const std::string& word : words_of_unspelt(text)) add_use(mark, word);
      break;
    case MarkKind::fact: facts_.push_back(mark); break;
    case MarkKind::must_be_read: must_be_read_.push_back(id); break;
  }
  make_room(texts_, kept.size());
  texts_ += kept;
  CHECK(texts_.size() <= std::numeric_limits<std::uint32_t>::max());
  text_ends_.reserve(roomy(text_ends_.size() + 1, text_ends_.capacity()));
  text_ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
}

void MarkTable::add_use(std::uint32_t mark, std::string_view folded) {
  const auto word = static_cast<std::uint32_t>(words_.add(folded));
  uses_.reserve(roomy(uses_.size() + 1, uses_.capacity()));
  uses_.push_back({mark, word});
  if (word < bases_of_.size()) return;
  const std::string bases = Keywords::bases_beside(lexicon_.get(), folded);
  bases_of_.reserve(roomy(bases_of_.size() + 1, bases_of_.capacity()));
  bases_of_.push_back(bases.empty() ? 0 : static_cast<std::uint32_t>(bases_.add(bases)) + 1);
}

std::string_view MarkTable::text_of(std::uint32_t mark) const {
  const std::size_t begin = mark == 0 ? 0 : text_ends_[mark - 1];
  return std::string_view(texts_).substr(begin, text_ends_[mark] - begin);
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
  for (std::size_t i = from; i < uses_.size(); ++i) {
    const auto [mark, word] = uses_[i];
    Answer& answer = answers[word];
    if (answer == Answer::unknown) answer = may_take(vocabulary, word) ? Answer::maybe : Answer::no;
    if (answer == Answer::no) continue;
    const std::string_view text = text_of(mark);
    const MarkKind kind = kind_of(text);
    const bool is_title = kind == MarkKind::title_word || kind == MarkKind::title_unspelt;
    const bool stands_so = is_spelt(kind) && !is_folded(text);
    const std::string_view asked = stands_so ? word_of_mark(text) : words_.text(SpellingId{word});
    for (const AtomId atom : vocabulary.atoms_of(asked)) {
      if (!is_spelt(kind) && !vocabulary.is_keyword(atom)) continue;
      Taken& of_atom = taken[static_cast<std::size_t>(atom)];
      std::vector<MarkId>& marks = is_title ? of_atom.in_title : of_atom.anywhere;
      if (marks.empty() || marks.back() != ids_[mark]) marks.push_back(ids_[mark]);
    }
  }
}

WordSet MarkTable::words_of(const std::vector<MarkId>& marks) const {
  WordSet words;
  for (const MarkId id : marks) {
    const auto at = std::ranges::lower_bound(ids_, id) - ids_.begin();
    const auto mark = static_cast<std::uint32_t>(at);
    const std::string_view text = text_of(mark);
    if (is_spelt(kind_of(text)) && !is_folded(text)) {
      words.emplace(word_of_mark(text));
      continue;
    }
    auto use = std::ranges::lower_bound(uses_, mark, {}, &Use::mark);
    for (; use != uses_.end() && use->mark == mark; ++use) {
      words.emplace(words_.text(SpellingId{use->word}));
    }
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
  return texts_.capacity() + 4 * text_ends_.capacity() + 4 * ids_.capacity() + words_.memory() +
         bases_.memory() + 4 * bases_of_.capacity() + sizeof(Use) * uses_.capacity();
}

}  // namespace fundwatch::matchers
