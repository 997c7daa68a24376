#include "matchers/words.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <stdexcept>

#include "base/latin1.h"

namespace fundwatch::matchers {
namespace {

// What a character does for words. Bytes beyond ASCII are `wide`: their characters are looked at.
enum class Role : std::uint8_t { other, joint, letter, symbol, mark, invisible, wide };

struct Character {
  UChar32 code = 0;
  std::size_t end = 0;
  Role role = Role::other;
};

constexpr Role role_of_byte(unsigned byte) {
  if (byte >= 0x80) return Role::wide;
  if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return Role::letter;
  if (byte >= '0' && byte <= '9') return Role::letter;
  if (byte == ' ' || byte == '-' || (byte >= '\t' && byte <= '\r')) return Role::joint;
  return byte == '+' || byte == '&' ? Role::symbol : Role::other;
}

constexpr std::array<Role, 256> kRoles = [] {
  std::array<Role, 256> roles{};
  for (unsigned byte = 0; byte < roles.size(); ++byte) roles[byte] = role_of_byte(byte);
  return roles;
}();

Role role_at(std::string_view text, std::size_t i) {
  return kRoles[static_cast<unsigned char>(text[i])];
}

bool is_invisible(UChar32 code) {
  return code == 0xAD || (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == 0xFEFF;
}

bool is_hyphen(UChar32 code) { return code == '-' || code == 0x2010 || code == 0x2011; }

Role role_of(UChar32 code) {
  if (code < 0) return Role::other;
  if (code < 0x80) return kRoles[static_cast<std::size_t>(code)];
  if (is_invisible(code)) return Role::invisible;
  if (code == 0xA7) return Role::symbol;  // §
  if (is_hyphen(code) || u_isUWhiteSpace(code) != 0) return Role::joint;
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

// But for ß, which folds to two letters: such words are composed as they stand, and fold by one
// bit.
bool is_plain_letter_at(std::string_view text, std::size_t i) {
  return is_latin1_letter_at(text, i) && text[i + 1] != '\x9F';
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

// ":s" after a letter: the end of that ending, or `colon` if there is none.
std::size_t end_of_ending(std::string_view text, std::size_t colon) {
  std::size_t end = colon + 1;
  while (end < text.size() && is_small_letter(text[end])) ++end;
  const std::size_t letters = end - colon - 1;
  if (letters == 0 || letters > kEndingLettersMax) return colon;
  if (end < text.size() && role_at(text, end) == Role::letter) return colon;
  return end < text.size() && is_latin1_letter_at(text, end) ? colon : end;
}

#if defined(__SSE2__)

constexpr std::size_t kBlockBytes = 16;

// Which of 16 bytes lie in [first, last]; both below 0x80.
__m128i lie_between(__m128i bytes, char first, char last) {
  return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(static_cast<char>(first - 1))),
                       _mm_cmplt_epi8(bytes, _mm_set1_epi8(static_cast<char>(last + 1))));
}

unsigned bits_of(__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); }

unsigned where(__m128i bytes, char byte) {
  return bits_of(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte)));
}

// A bit for each of 16 bytes that is a letter or digit of ASCII, or of a letter of Latin-1, but for
// ß, that lies in the block whole.
unsigned plain_letters(const char* block) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block));
  const __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  const unsigned ascii =
      bits_of(_mm_or_si128(lie_between(small, 'a', 'z'), lie_between(bytes, '0', '9')));
  const unsigned lead = where(bytes, '\xC3');
  if (lead == 0) return ascii;
  const unsigned following =
      bits_of(_mm_cmplt_epi8(bytes, _mm_set1_epi8('\xC0')));  // 0x80 to 0xBF, as signed bytes
  const unsigned others =
      where(bytes, '\x97') | where(bytes, '\xB7') | where(bytes, '\x9F');  // × ÷ ß
  const unsigned second = (lead << 1U) & following & ~others;
  return ascii | second | (second >> 1U);
}

// Beyond the letters from `i` on that are plain, or before their end where a block does not tell.
std::size_t beyond_plain_letters(std::string_view text, std::size_t i) {
  while (i + kBlockBytes <= text.size()) {
    const auto letters = static_cast<std::size_t>(std::countr_one(plain_letters(text.data() + i)));
    i += letters;
    if (letters < kBlockBytes) break;
  }
  return i;
}

#else

std::size_t beyond_plain_letters(std::string_view text, std::size_t i) {
  while (i < text.size() && role_at(text, i) == Role::letter) ++i;
  return i;
}

#endif

struct WordEnd {
  std::size_t end = 0;
  bool is_plain = true;
};

// The end of the last letter or mark of the word that begins at `begin`, and its ending.
WordEnd end_of_word(std::string_view text, std::size_t begin) {
  bool is_plain = true;
  std::size_t end = beyond_plain_letters(text, begin);
  for (std::size_t i = end; i < text.size();) {
    const Role role = role_at(text, i);
    if (role == Role::letter) {
      end = ++i;
    } else if (role != Role::wide) {
      break;
    } else if (is_plain_letter_at(text, i)) {
      end = i += 2;
    } else {
      const Character character = character_at(text, i);
      i = character.end;
      if (character.role == Role::letter || character.role == Role::mark)
        end = i;
      else if (character.role != Role::invisible)
        break;
      is_plain = false;
    }
  }
  if (end == text.size() || text[end] != ':') return {end, is_plain};
  const std::size_t ending = end_of_ending(text, end);
  return {ending, is_plain && ending == end};
}

bool is_space_or_comma(UChar32 code) { return code == ',' || u_isUWhiteSpace(code) != 0; }

// A hyphen, also a soft one, that white space or a comma follows.
bool is_cut_at(std::string_view text, std::size_t end) {
  if (end >= text.size()) return false;
  const Character hyphen = character_at(text, end);
  if (!is_hyphen(hyphen.code) && hyphen.code != 0xAD) return false;
  if (hyphen.end >= text.size()) return false;
  return is_space_or_comma(character_at(text, hyphen.end).code);
}

std::size_t begin_of_character_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  do --begin;
  while (begin > 0 && (text[begin] & 0xC0) == 0x80);
  return begin;
}

// A visible hyphen directly before, and white space or a comma before that. In what is no UTF-8
// other bytes may follow the hyphen.
bool is_tail_at(std::string_view text, std::size_t begin) {
  if (begin == 0) return false;
  const std::size_t hyphen = begin_of_character_before(text, begin);
  const Character character = character_at(text, hyphen);
  if (hyphen == 0 || character.end != begin || !is_hyphen(character.code)) return false;
  return is_space_or_comma(character_at(text, begin_of_character_before(text, hyphen)).code);
}

bool may_be_tail(std::string_view text, std::size_t begin) {
  return begin > 0 && (text[begin - 1] == '-' || role_at(text, begin - 1) == Role::wide);
}

bool may_be_cut(std::string_view text, std::size_t end) {
  return end < text.size() && (text[end] == '-' || role_at(text, end) == Role::wide);
}

bool is_plain(std::string_view token) {
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (role_at(token, i) != Role::wide) continue;
    if (!is_plain_letter_at(token, i)) return false;
    ++i;
  }
  return true;
}

icu::UnicodeString composed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no data for composing letters (NFC)");
  icu::UnicodeString result = composer->normalize(text, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not compose letters (NFC)");
  return result;
}

std::string without_invisible(std::string_view token) {
  std::string seen;
  for (std::size_t i = 0; i < token.size();) {
    const Character character = character_at(token, i);
    if (character.role != Role::invisible) seen.append(token, i, character.end - i);
    i = character.end;
  }
  return seen;
}

Word composed_and_folded(std::string_view token) {
  Word word;
  const icu::UnicodeString text = composed(icu::UnicodeString::fromUTF8(without_invisible(token)));
  text.toUTF8String(word.text);
  composed(icu::UnicodeString(text).foldCase()).toUTF8String(word.folded);
  return word;
}

}  // namespace

void append_tokens(std::string_view text, std::vector<Token>& tokens) {
  text = text.substr(0, std::numeric_limits<std::uint32_t>::max());
  Gap gap = Gap::beginning;
  for (std::size_t i = 0; i < text.size();) {
    Role role = role_at(text, i);
    std::size_t end = i + 1;
    if (role == Role::wide) {
      const Character character = character_at(text, i);
      role = character.role;
      end = character.end;
    }
    if (role == Role::letter || role == Role::symbol) {
      WordEnd word{end};
      if (role == Role::letter) word = end_of_word(text, i);
      end = word.end;
      const bool is_cut = may_be_cut(text, end) && is_cut_at(text, end);
      const bool is_tail = may_be_tail(text, i) && is_tail_at(text, i);
      tokens.push_back({.begin = static_cast<std::uint32_t>(i),
                        .end = static_cast<std::uint32_t>(end),
                        .gap = gap,
                        .is_cut = is_cut,
                        .is_tail = is_tail,
                        .is_plain = word.is_plain});
      gap = Gap::none;
    } else if ((role == Role::other || role == Role::mark) && gap == Gap::none) {
      gap = Gap::marks;
    }
    i = end;
  }
}

std::string word_text_of(std::string_view token) {
  const auto plain = plain_word_text_of(token);
  return plain ? std::string(*plain) : composed_and_folded(token.substr(0, token.find(':'))).text;
}

std::optional<std::string_view> plain_word_text_of(std::string_view token) {
  if (token.size() > kWordBytesMax) return token;
  const std::string_view word = token.substr(0, token.find(':'));
  return is_plain(word) ? std::optional(word) : std::nullopt;
}

Word word_of(std::string_view token) {
  if (token.size() > kWordBytesMax) return {std::string(token), std::string(token)};
  token = token.substr(0, token.find(':'));
  if (!is_plain(token)) return composed_and_folded(token);
  Word word{std::string(token), std::string(token)};
  fold_latin1(word.folded);
  return word;
}

WordReader::Seen WordReader::read(const Token& token, std::string_view bytes) {
  if (!token.is_plain || bytes.size() > kWordBytesMax) {
    word_ = word_of(bytes);
    return {word_.text, word_.folded};
  }
  word_.folded = bytes;
  fold_latin1(word_.folded);
  return {bytes, word_.folded};
}

std::string marks_in(std::string_view between) {
  std::string marks;
  for (std::size_t i = 0; i < between.size();) {
    const Character character = character_at(between, i);
    const bool is_mark = character.role == Role::other || character.role == Role::mark;
    if (is_mark && marks.size() + (character.end - i) <= kMarksBytesMax) {
      marks.append(between, i, character.end - i);
    }
    i = character.end;
  }
  return marks;
}

bool is_acronym(std::string_view word) {
  std::size_t letters = 0;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < word.size(); ++characters) {
    const Character character = character_at(word, i);
    if (u_isUUppercase(character.code) != 0) {
      ++letters;
    } else if (u_isdigit(character.code) == 0) {
      return false;
    }
    i = character.end;
  }
  return letters > 0 && characters > 1;
}

bool is_spoken(std::string_view word) {
  return !word.empty() && character_at(word, 0).role == Role::letter;
}

bool has_letter(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const Character character = character_at(word, i);
    if (u_isalpha(character.code) != 0) return true;
    i = character.end;
  }
  return false;
}

bool begins_in_small_letters(std::string_view word) {
  return !word.empty() && u_islower(character_at(word, 0).code) != 0;
}

}  // namespace fundwatch::matchers
