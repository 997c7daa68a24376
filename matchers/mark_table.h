// matchers/mark_table.h — the texts of marks, and which of them the words and facts of rules take.
// Words that are the same but for their case are looked at once, and only those that hold a few
// bytes of what is sought are asked about: this is what makes a new word of a rule cheap. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/spellings.h"
#include "matchers/index.h"
#include "matchers/marks.h"
#include "matchers/text_hash.h"
#include "matchers/vocabulary.h"

namespace fundwatch::matchers {

// The marks that one word of a rule takes, each ascending.
struct Taken {
  std::vector<MarkId> anywhere;
  std::vector<MarkId> in_title;
};

class MarkTable {
 public:
  explicit MarkTable(std::shared_ptr<const Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}

  const std::shared_ptr<const Lexicon>& lexicon() const { return lexicon_; }

  // In ascending order of ids.
  void add(MarkId id, std::string_view text);

  std::size_t size() const { return ids_.size(); }

  // Adds to each atom of the vocabulary, which is the place in `taken`, what it takes of the marks
  // from the `from`th on.
  void append_taken(const Vocabulary& vocabulary, std::size_t from,
                    std::vector<Taken>& taken) const;

  // The words that the marks stand for, as in Word::text; those of titles are among the others.
  WordSet words_of(const std::vector<MarkId>& marks) const;

  // Those that make the fact true.
  std::vector<MarkId> marks_of(const Fact& fact, const SourceNames& sources) const;

  // That of items which must be read.
  std::vector<MarkId> must_be_read() const { return must_be_read_; }

  // Bytes held.
  std::size_t memory() const;

 private:
  // One of the words that a mark may be.
  struct Use {
    std::uint32_t mark = 0;  // its number here
    std::uint32_t word = 0;
  };

  // A fact, or a word in a spelling that is not as it is folded.
  struct Kept {
    std::uint32_t mark = 0;
    std::uint32_t end = 0;  // of its text
  };

  void keep(std::uint32_t mark, std::string_view text);
  std::uint32_t number_of(std::string_view folded);
  std::string_view text_of(std::uint32_t mark) const;
  std::string_view spelling_of(std::uint32_t mark) const;
  std::span<const Use> unspelt_of(std::uint32_t mark) const;
  bool may_take(const Vocabulary& vocabulary, std::uint32_t word) const;
  void take(const Vocabulary& vocabulary, std::uint32_t mark, std::string_view word,
            std::vector<Taken>& taken) const;

  std::shared_ptr<const Lexicon> lexicon_;
  std::vector<MarkId> ids_;
  std::vector<MarkKind> kinds_;
  std::vector<std::uint32_t> words_by_mark_;  // of those that are words
  std::vector<Use> unspelt_;                  // by mark
  std::vector<Kept> kept_;                    // by mark
  std::string texts_;                         // of those
  Spellings words_;                           // folded
  std::vector<std::uint32_t> bases_of_;  // by word: one more than the number in bases_, 0 for none
  Spellings bases_;
  std::vector<std::uint32_t> facts_;  // marks
  std::vector<MarkId> must_be_read_;
};

}  // namespace fundwatch::matchers
