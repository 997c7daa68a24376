#include "matchers/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <stdexcept>

namespace fundwatch::matchers {
namespace {

// What a character does for words.
enum class Role { letter, mark, invisible, joint, symbol, other };

struct Character {
  UChar32 code = 0;
  std::size_t end = 0;
  Role role = Role::other;
};

bool is_invisible(UChar32 code) {
  return code == 0xAD || (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == 0xFEFF;
}

bool is_joint(UChar32 code) {
  return code == '-' || code == 0x2010 || code == 0x2011 || u_isUWhiteSpace(code) != 0;
}

Role role_of_ascii(UChar32 code) {
  if ((code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z')) return Role::letter;
  if (code >= '0' && code <= '9') return Role::letter;
  if (code == ' ' || code == '-' || (code >= '\t' && code <= '\r')) return Role::joint;
  return code == '+' || code == '&' ? Role::symbol : Role::other;
}

Role role_of(UChar32 code) {
  if (code < 0) return Role::other;
  if (code < 0x80) return role_of_ascii(code);
  if (is_invisible(code)) return Role::invisible;
  if (code == 0xA7) return Role::symbol;  // §
  if (is_joint(code)) return Role::joint;
  const std::uint32_t category = U_GET_GC_MASK(code);
  if ((category & (U_GC_L_MASK | U_GC_ND_MASK)) != 0) return Role::letter;
  return (category & U_GC_M_MASK) != 0 ? Role::mark : Role::other;
}

Character character_at(std::string_view text, std::size_t begin) {
  Character character;
  character.end = begin;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT(bytes, character.end, text.size(), character.code);
  character.role = role_of(character.code);
  return character;
}

// ASCII and the letters of Latin-1, but for ß, which folds to two letters: such words are composed
// as they stand, and fold by one bit.
bool is_plain(UChar32 code) {
  return code < 0x80 || (code >= 0xC0 && code <= 0xFF && code != 0xDF);
}

std::string folded_plainly(const std::string& text) {
  std::string folded = text;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto byte = static_cast<unsigned char>(folded[i]);
    const bool is_capital = (byte >= 'A' && byte <= 'Z') ||
                            (i > 0 && folded[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E);
    if (is_capital) folded[i] = static_cast<char>(byte | 0x20U);
  }
  return folded;
}

icu::UnicodeString composed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no data for composing letters (NFC)");
  icu::UnicodeString result = composer->normalize(text, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not compose letters (NFC)");
  return result;
}

void compose_and_fold(Word& word) {
  icu::UnicodeString text = composed(icu::UnicodeString::fromUTF8(word.text));
  word.text.clear();
  text.toUTF8String(word.text);
  composed(text.foldCase()).toUTF8String(word.folded);
}

// The word whose first letter stands at `begin`.
Word word_at(std::string_view text, std::size_t begin) {
  Word word;
  word.begin = begin;
  bool all_plain = true;
  for (std::size_t i = begin; i < text.size();) {
    const Character character = character_at(text, i);
    const bool is_seen = character.role == Role::letter || character.role == Role::mark;
    if (!is_seen && character.role != Role::invisible) break;
    if (is_seen) {
      word.text.append(text, i, character.end - i);
      word.end = character.end;
      all_plain = all_plain && is_plain(character.code);
    }
    i = character.end;
  }
  if (word.text.size() > kWordBytesMax) {
    word.folded = word.text;
  } else if (all_plain) {
    word.folded = folded_plainly(word.text);
  } else {
    compose_and_fold(word);
  }
  return word;
}

Word symbol_at(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string symbol(text.substr(begin, end - begin));
  return {symbol, symbol, "", begin, end};
}

}  // namespace

std::vector<Word> words(std::string_view text) {
  std::vector<Word> found;
  std::string marks;
  for (std::size_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (character.role == Role::letter || character.role == Role::symbol) {
      found.push_back(character.role == Role::letter ? word_at(text, i)
                                                     : symbol_at(text, i, character.end));
      found.back().marks_before = std::move(marks);
      marks.clear();
      i = found.back().end;
      continue;
    }
    const bool parts_words = character.role == Role::other || character.role == Role::mark;
    if (parts_words && marks.size() + (character.end - i) <= kMarksBytesMax) {
      marks.append(text, i, character.end - i);
    }
    i = character.end;
  }
  return found;
}

bool is_acronym(const Word& word) {
  std::size_t letters = 0;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < word.text.size(); ++characters) {
    const Character character = character_at(word.text, i);
    if (u_isUUppercase(character.code) != 0) {
      ++letters;
    } else if (u_isdigit(character.code) == 0) {
      return false;
    }
    i = character.end;
  }
  return letters > 0 && characters > 1;
}

bool is_spoken(const Word& word) { return character_at(word.text, 0).role == Role::letter; }

}  // namespace fundwatch::matchers
