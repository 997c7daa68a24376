// matchers/vocabulary.h — what the words of all rules take, each once: the atoms.
// Asks for everything that one token of a text can be: a keyword's form or compound, the very word,
// an acronym, the beginning, end or part that a star leaves open. This takes microseconds; the
// memo (matchers/token_memo) remembers the answers. Building is for one thread, asking for many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "matchers/keywords.h"
#include "matchers/query.h"
#include "matchers/text_hash.h"

namespace fundwatch::matchers {

enum class AtomId : std::uint32_t {};

// Function words, which tell the language of a text.
inline constexpr AtomId kSwedishAtom{0};
inline constexpr AtomId kEnglishAtom{1};

class Vocabulary {
 public:
  explicit Vocabulary(std::shared_ptr<const Lexicon> lexicon);

  // Patterns that take the same share an atom, whatever must stand before them.
  AtomId add(const WordPattern& pattern);
  void add_function_words() { knows_function_words_ = true; }

  std::size_t size() const { return size_; }

  // The atoms that take this token (its bytes as they stand), ascending, each once.
  std::vector<AtomId> atoms_of(std::string_view token) const;

  // False if no token of this folded word has any atom but those of the languages; true if one may.
  // Much quicker than asking. `bases` are those beside the word, see Keywords.
  bool may_take(std::string_view folded, std::string_view bases) const;

  // Whether it stands for a word with its forms.
  bool is_keyword(AtomId atom) const;

 private:
  // Words with the atoms that want them. A word may be wanted with several lists of exceptions.
  class Table {
   public:
    struct Wanted {
      AtomId atom{};
      std::vector<std::string> excluded;
    };

    // The atom already there for this word and these exceptions, or `fresh`.
    AtomId add(const WordPattern& pattern, AtomId fresh);
    void append(std::string_view word, std::string_view token, std::vector<AtomId>& atoms) const;
    const std::vector<std::size_t>& lengths() const { return lengths_; }

    // Whether any of the words is found there.
    bool has_beginning_of(std::string_view word) const;
    bool has_end_of(std::string_view word) const;
    bool has_part_of(std::string_view word) const;

   private:
    std::unordered_map<std::string, std::vector<Wanted>, TextHash, std::equal_to<>> wanted_;
    std::vector<std::size_t> lengths_;  // in bytes, ascending
  };

  AtomId add_keyword(const WordPattern& pattern, Reach reach);
  Table& table_of(Mode mode);
  void remember_fixed(const WordPattern& pattern);
  void append_keywords(std::string_view folded, std::vector<AtomId>& atoms) const;
  void append_open(std::string_view folded, std::vector<AtomId>& atoms) const;

  std::size_t size_ = 2;  // after the atoms of the languages
  bool knows_function_words_ = false;
  Keywords keywords_;
  std::vector<AtomId> keyword_atoms_;  // by KeywordId, ascending
  WordSet fixed_;                      // folded; whole words of any mode
  Table exact_;
  Table exact_case_;
  Table acronyms_;
  Table beginnings_;
  Table ends_;
  Table parts_;
};

}  // namespace fundwatch::matchers
