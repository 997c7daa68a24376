// matchers/affixes.h — how a dictionary's words are inflected, as hunspell's .aff files say it.
// Reads what expanding words needs: SFX and PFX with conditions, cross products and continuation
// flags, FLAG, FULLSTRIP, and the flags for compounds and for words that are none. The rest, for
// spell checkers, is passed over. hunspell(5) is the reference.
// Error{config} says the line: the encoding is not UTF-8, a rule is not one, a limit is passed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace fundwatch::matchers {

inline constexpr std::size_t kAffixRulesMax = 100'000;

using Flag = std::uint32_t;
using Flags = std::vector<Flag>;

// How a file writes flags (FLAG): default, long, num, UTF-8.
enum class FlagKind { byte, two_bytes, number, character };

// One rule: where `conditions` hold, take `strip` off and put `add` on.
struct Affix {
  // One character: among `characters`, or not among them; not among none is any.
  struct Condition {
    bool negated = false;
    std::u32string characters;
  };

  std::string strip;
  std::string add;
  std::vector<Condition> conditions;  // of the word's first or last characters, in reading order
  Flags continuation;
};

// The rules of one flag.
struct AffixClass {
  bool crosses = false;  // prefixes and suffixes that both do stand together
  std::vector<Affix> rules;
};

// 0 where the file names none.
struct SpecialFlags {
  Flag need_affix = 0;
  Flag forbidden = 0;
  Flag only_in_compound = 0;
  Flag compound = 0;
  Flag compound_begin = 0;
  Flag compound_middle = 0;
  Flag compound_end = 0;
};

class Affixes {
 public:
  static Result<Affixes> parse(std::string_view bytes);

  // The flags of a word as the .dic file writes them; what is no flag is passed over.
  Flags flags(std::string_view written) const;

  const SpecialFlags& special() const { return special_; }

  // A word made by a rule of this object.
  struct Affixed {
    std::string word;
    const Affix* rule = nullptr;
    bool crosses = false;
  };

  // The word with each rule of `flag` that fits it; nothing if the flag names no rules.
  void append_suffixed(std::string_view word, Flag flag, std::vector<Affixed>& to) const;
  void append_prefixed(std::string_view word, Flag flag, std::vector<Affixed>& to) const;

 private:
  friend class AffixReader;

  FlagKind flag_kind_ = FlagKind::byte;
  bool may_strip_all_ = false;
  SpecialFlags special_;
  std::unordered_map<Flag, AffixClass> suffixes_;
  std::unordered_map<Flag, AffixClass> prefixes_;
};

}  // namespace fundwatch::matchers
