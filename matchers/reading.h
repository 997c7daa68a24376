// matchers/reading.h — an item's texts as places where atoms stand.
// One pass over title, summary and text: tokens, and for each what the memo knows of it. Words that
// a text does not spell out are read too: "löne- och anställningsstöd" has a lönestöd,
// "lönestöd och -bidrag" a lönebidrag, and a word cut by a hyphen at the end of a line is whole.
// Keeps its memory from item to item; belongs to one thread and one vocabulary.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/model.h"
#include "matchers/place.h"
#include "matchers/token_memo.h"
#include "matchers/unspelt.h"
#include "matchers/vocabulary.h"
#include "matchers/words.h"

namespace fundwatch::matchers {

// So many words may stand between "löne-" and "anställningsstöd", "lönestöd" and "-bidrag".
inline constexpr std::size_t kEllipsisTokensMax = 8;
inline constexpr std::size_t kEllipsisWordBytesMax = 60;

class Reading {
 public:
  // `askable` as of the memo.
  explicit Reading(const Vocabulary& vocabulary, const WordSet* askable = nullptr);

  // Forgets the item before. The item must outlive what is asked below.
  void read(const Item& item);

  // The atoms that stand somewhere, each once, in the order in which they were first met.
  std::span<const AtomId> atoms() const { return met_; }
  bool stands(AtomId atom) const { return state_of(atom).item == item_number_; }
  bool stands_in_title(AtomId atom) const;

  // Adds the places of the atom, in their order.
  void append_places(AtomId atom, std::vector<Place>& places) const;

  Field field_of(std::uint32_t token) const;
  // Whether nothing but white space and hyphens, or exactly `marks`, stands before the token, and
  // the token before it is of the same text.
  bool follows(std::uint32_t token, const std::string& marks) const;
  // Bytes of the field's text.
  std::uint32_t begin_of(const Place& place) const { return tokens_[place.first].begin; }
  std::uint32_t end_of(const Place& place) const { return tokens_[place.last].end; }
  // Whether a line ends between the two tokens of one text.
  bool is_line_between(std::uint32_t earlier, std::uint32_t later) const;

  std::span<const Token> tokens_of(Field field) const;
  TellingWord telling_word(std::uint32_t token) {
    return memo_.telling_word(numbers_[token], tokens_[token], bytes_of(token));
  }

  std::uint32_t token_count() const { return static_cast<std::uint32_t>(tokens_.size()); }
  // What tokens of the same bytes share, below number_count(); or TokenMemo::kUnnumbered.
  std::uint32_t number_of(std::uint32_t token) const { return numbers_[token]; }
  std::size_t number_count() const { return memo_.size(); }
  bool is_plain(std::uint32_t token) const { return tokens_[token].is_plain; }  // as of Token
  std::string_view bytes_of(std::uint32_t token) const;
  std::span<const Unspelt> unspelt() const { return unspelt_; }

  const TokenMemo& memo() const { return memo_; }

 private:
  // One atom at one place; those of the same atom are linked.
  struct Meeting {
    Place place;
    std::uint32_t next = 0;
  };
  // Of an atom; what it says holds for item number `item` only.
  struct State {
    std::uint32_t item = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  const State& state_of(AtomId atom) const { return states_[static_cast<std::size_t>(atom)]; }
  std::string_view text_of(std::uint32_t token) const;
  void begin_item();
  void read_text(std::string_view text);
  void meet(AtomId atom, Place place);
  void read_cut(std::uint32_t token, std::uint32_t end);
  void read_joined(std::uint32_t token);
  void read_tail(std::uint32_t token, std::uint32_t begin);
  void read_shared(Omission omission, const Place& place);
  bool is_listed(std::uint32_t token) const;
  bool is_conjunction(std::uint32_t token) const;
  void remember_known(const Place& place);
  bool is_new(AtomId atom);
  std::span<const AtomId> atoms_of(std::string_view word);

  const Vocabulary& vocabulary_;
  TokenMemo memo_;
  std::array<std::string_view, 3> texts_;     // by Field
  std::array<std::uint32_t, 3> text_ends_{};  // in tokens
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> numbers_;  // of the tokens, in the memo
  std::vector<Meeting> meetings_;
  std::vector<State> states_;
  std::vector<AtomId> met_;
  std::uint32_t item_number_ = 0;
  bool has_tails_ = false;  // then meetings are not in the order of their first tokens
  std::vector<Unspelt> unspelt_;
  std::vector<AtomId> known_;  // at the place of a word that is not spelt out
};

}  // namespace fundwatch::matchers
