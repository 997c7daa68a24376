// matchers/lexicon.h — which forms a word of the language has, and which words a form is of.
// Read from the system's hunspell files, which are never copied or carried along; every affix rule
// is applied once at the start, because hunspell's library cannot list a word's forms. Words are
// as in Word::folded; what holds anything but letters is left out, since no word of a text is such.
// Error{config} says which file and line; without a lexicon Keywords falls back to stems.
// Changes no more once it is read, so any number of threads may ask it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/spellings.h"

namespace fundwatch::matchers {

inline constexpr std::size_t kDictionaryBytesMax = 32U << 20U;  // of each file
inline constexpr std::size_t kLexiconFormsMax = 4'000'000;
inline constexpr std::size_t kHeadwordFormsMax = 2'000;  // more are passed over
inline constexpr std::size_t kFormBytesMax = 100;        // longer ones are passed over

// Where Debian's package hunspell-sv lies: sv_SE.aff and sv_SE.dic.
inline constexpr std::string_view kSwedishDictionary = "/usr/share/hunspell/sv_SE";

enum class HeadwordId : std::uint32_t {};

// What a spelling is used for, any of these together: as a word of a text; before other words or
// behind them, because the dictionary says so.
inline constexpr std::uint8_t kStandsAlone = 1;
inline constexpr std::uint8_t kBeginsCompound = 2;
inline constexpr std::uint8_t kEndsCompound = 4;

class Lexicon {
 public:
  // `dictionary` is the path of both files without .aff and .dic.
  static Result<std::shared_ptr<const Lexicon>> read(const std::filesystem::path& dictionary);

  // The contents of both files.
  static Result<std::shared_ptr<const Lexicon>> parse(std::string_view aff, std::string_view dic);

  // Uses of a spelling, 0 if it has none.
  std::uint8_t uses(std::string_view folded) const;
  bool is_word(std::string_view folded) const { return (uses(folded) & kStandsAlone) != 0; }

  // The headwords that have this form, standing alone; none for combining forms.
  std::span<const HeadwordId> headwords_of(std::string_view form) const;
  bool has_form(HeadwordId headword, std::string_view form) const;

  std::string_view base(HeadwordId headword) const;

  // Whether it is a form of a word, no name, whose base does not stand in it: "böcker" of "bok".
  bool has_base_beside(std::string_view form) const;

  // Written with a capital.
  bool is_name(HeadwordId headword) const;

  // Forms that stand alone; and those put before other words.
  std::vector<std::string_view> forms(HeadwordId headword) const;
  std::vector<std::string_view> combining_forms(HeadwordId headword) const;

  std::size_t headword_count() const { return headwords_.size(); }

  // Every spelling, in no order of the language.
  const Spellings& spellings() const { return spellings_; }

  // Bytes held.
  std::size_t memory() const;

 private:
  friend class LexiconReader;

  // A form of a headword; those of one headword stand together.
  struct Form {
    std::uint32_t spelling : 31;
    std::uint32_t is_combining : 1;
  };

  struct Headword {
    SpellingId base{};
    std::uint32_t first_form : 31;
    std::uint32_t is_name : 1;
  };

  static constexpr std::uint8_t kBaseBeside = 8;  // in uses_

  std::span<const Form> all_forms(HeadwordId headword) const;

  Spellings spellings_;
  std::vector<std::uint8_t> uses_;  // by spelling
  std::vector<Headword> headwords_;
  std::vector<Form> forms_;                  // by headword
  std::vector<std::uint32_t> owners_begin_;  // by spelling, into owners_; one more at the end
  std::vector<HeadwordId> owners_;           // by spelling
};

}  // namespace fundwatch::matchers
