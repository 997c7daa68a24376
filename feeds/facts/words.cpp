#include "feeds/facts/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "base/latin1.h"
#include "base/text.h"

namespace fundwatch::feeds {
namespace {

// After these a full stop ends no sentence, if a number or a small letter follows.
constexpr std::array<std::string_view, 46> kAbbreviations{
    "kl",  "kap", "ca",   "nr",  "st",   "bl",  "dvs",  "max", "min", "jan", "feb",  "febr",
    "mar", "apr", "jun",  "jul", "aug",  "sep", "sept", "okt", "oct", "nov", "dec",  "mån",
    "tis", "ons", "tors", "fre", "lör",  "sön", "resp", "tel", "art", "no",  "inkl", "exkl",
    "ev",  "mkr", "tkr",  "kr",  "milj", "mdr", "mnkr", "mån", "exp", "ung"};

// A little less than words and signs have with what is between them, so that room is made once.
constexpr std::size_t kBytesOfAWord = 5;

constexpr std::array<std::string_view, 14> kWeekdayStems{
    "måndag", "tisdag",    "onsdag",  "torsdag", "fredag",   "lördag", "söndag",
    "monday", "wednesday", "tuesday", "friday",  "thursday", "sunday", "saturday"};

// Nearly all characters are ASCII, and most others letters of Latin-1, of which ICU need not be
// asked.
bool is_ascii(UChar32 c) { return c < 0x80; }
bool is_latin_letter(UChar32 c) { return c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7; }
bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }

bool is_capital(UChar32 c) {
  if (is_ascii(c)) return c >= 'A' && c <= 'Z';
  return is_latin_letter(c) ? c < 0xDF : u_isupper(c) != 0;
}

bool is_space(UChar32 c) {
  return is_ascii(c) ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace(c) != 0;
}

UChar32 lower(UChar32 c) {
  if (!is_ascii(c) && !is_latin_letter(c)) return u_tolower(c);
  return is_capital(c) ? c + ('a' - 'A') : c;
}

// Combining marks belong to the letter before them.
bool is_mark(UChar32 c) { return c >= 0x300 && c <= 0x36F; }
// Soft hyphen, zero-width characters and the byte order mark show nothing.
bool is_invisible(UChar32 c) { return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0xFEFF; }
bool is_dash(UChar32 c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool is_ascii_letter(char byte) {
  const char small = static_cast<char>(byte | 0x20);
  return small >= 'a' && small <= 'z';
}

bool is_letter(UChar32 c) {
  if (is_ascii(c)) return (c >= 'a' && c <= 'z') || is_capital(c);
  return is_latin_letter(c) || u_isalpha(c) != 0 || is_mark(c);
}

void append(std::string& text, UChar32 c) {
  if (is_ascii(c)) {
    text += static_cast<char>(c);
    return;
  }
  std::array<char, 4> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  text.append(bytes.data(), static_cast<std::size_t>(length));
}

std::string composed(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* normaliser = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return text;
  std::string result;
  normaliser->normalize(icu::UnicodeString::fromUTF8(text), error).toUTF8String(result);
  return U_FAILURE(error) ? text : result;
}

// Cuts the text from left to right; each call of next() is one word.
class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  // False at the end. Spaces and invisible characters before the word are passed over.
  bool next(Word& word) {
    word.follows_space = skip();
    if (at_ >= text_.size()) return false;
    word.begin = static_cast<std::uint32_t>(at_);
    word.line = line_;
    const UChar32 first = peek();
    word.is_capital = is_capital(first);
    if (is_digit(first)) {
      word.kind = WordKind::digits;
      while (at_ < text_.size() && is_digit(peek())) append(word.text, take());
    } else if (is_letter(first)) {
      word.kind = WordKind::letters;
      take_letters(word);
    } else {
      word.kind = WordKind::sign;
      const UChar32 sign = take();
      append(word.text, sign < 0 ? 0xFFFD : is_dash(sign) ? '-' : sign);
    }
    word.end = static_cast<std::uint32_t>(at_);
    return true;
  }

 private:
  void take_letters(Word& word) {
    bool has_marks = false;
    std::size_t end = at_;
    while (at_ < text_.size()) {
      if (take_plain_letters(word)) end = at_;
      if (at_ == text_.size() || is_ascii(static_cast<unsigned char>(text_[at_]))) break;
      const UChar32 c = peek();
      if (is_invisible(c)) {
        take();
        continue;
      }
      if (!is_letter(c)) break;
      has_marks = has_marks || is_mark(c);
      append(word.text, lower(take()));
      end = at_;
    }
    at_ = end;  // what is invisible at the end is not the word's
    if (has_marks) word.text = composed(word.text);
  }

  // Nearly all letters; false if none comes next.
  bool take_plain_letters(Word& word) {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      if (is_ascii_letter(text_[at_])) {
        ++at_;
      } else if (is_latin1_letter_at(text_, at_)) {
        at_ += 2;
      } else {
        break;
      }
    }
    const std::size_t kept = word.text.size();
    word.text.append(text_, begin, at_ - begin);
    fold_latin1(word.text, kept);
    return at_ > begin;
  }

  bool skip() {
    bool skipped = at_ == 0;
    while (at_ < text_.size()) {
      std::size_t after = at_;
      const UChar32 c = decode(after);
      const bool is_spacing = is_space(c);
      if (!is_spacing && !is_invisible(c)) break;
      if (c == '\n') ++line_;
      skipped = skipped || is_spacing;
      at_ = after;
    }
    return skipped;
  }

  UChar32 peek() const {
    std::size_t at = at_;
    return decode(at);
  }
  UChar32 take() { return decode(at_); }

  // Negative where the bytes are no UTF-8.
  UChar32 decode(std::size_t& at) const {
    auto index = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    U8_NEXT(bytes, index, static_cast<std::int32_t>(text_.size()), c);
    at = static_cast<std::size_t>(index);
    return c;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 0;
};

bool is_one_letter(const Word& word) {
  constexpr std::size_t kCharacterBytesMax = 4;
  return word.kind == WordKind::letters && word.text.size() <= kCharacterBytesMax &&
         utf8_length(word.text) == 1;
}

bool is_full_stop(const Word& word) { return word.kind == WordKind::sign && word.text == "."; }

// "t.o.m": the letter that has just come touches a full stop that touches what it goes on.
bool continues_abbreviation(WordSpan words, const Word& letter, std::size_t letters_before) {
  if (words.size() < 2 || letters_before == 0 || letter.follows_space || !is_one_letter(letter)) {
    return false;
  }
  return is_full_stop(words.back()) && !words.back().follows_space;
}

bool is_weekday_form(std::string_view text) {
  return std::ranges::any_of(kWeekdayStems,
                             [text](std::string_view stem) { return text.starts_with(stem); });
}

bool is_sentence_sign(const Word& word) {
  if (word.kind != WordKind::sign) return false;
  return word.text == "." || word.text == "!" || word.text == "?" || word.text == "…";
}

// Whether the full stop after `before` is one of an abbreviation or of a numbered thing.
bool is_within_sentence(const Word& before, const Word& next) {
  if (next.kind == WordKind::letters && !next.is_capital) return true;
  if (next.kind != WordKind::digits) return false;
  if (before.kind == WordKind::digits) return before.text.size() < 4;
  return std::ranges::find(kAbbreviations, before.text) != kAbbreviations.end() ||
         utf8_length(before.text) <= 3;
}

// Whether a sentence ends between words `at` - 1 and `at`.
bool ends_before(const std::vector<Word>& words, std::size_t at) {
  const Word& last = words[at - 1];
  const Word& next = words[at];
  if (is_sentence_sign(last)) {
    if (!next.follows_space) return false;
    return !is_full_stop(last) || at < 2 || !is_within_sentence(words[at - 2], next);
  }
  if (next.line == last.line || last.text == ":") return false;
  const bool goes_on = next.kind == WordKind::digits || is_weekday_form(next.text) ||
                       (next.kind == WordKind::letters && !next.is_capital);
  return !goes_on;
}

}  // namespace

std::vector<Word> words_of(std::string_view all) {
  const std::string_view text = utf8_prefix(all, kFactBytesMax);
  Cutter cutter(text);
  std::vector<Word> words;
  words.reserve(text.size() / kBytesOfAWord);
  std::size_t abbreviated = 0;  // letters of the abbreviation that may go on
  while (cutter.next(words.emplace_back())) {
    const Word& word = words.back();
    const WordSpan before = WordSpan(words).first(words.size() - 1);
    if (continues_abbreviation(before, word, abbreviated)) {
      Word& abbreviation = words[words.size() - 3];
      abbreviation.text += word.text;
      abbreviation.end = word.end;
      words.resize(words.size() - 2);  // without the full stop
      ++abbreviated;
      continue;
    }
    if (!is_full_stop(word) || word.follows_space) abbreviated = is_one_letter(word) ? 1 : 0;
  }
  words.pop_back();
  for (Word& word : words) word.beginning = beginning_of(word.text);
  std::uint32_t sentence = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (ends_before(words, i)) ++sentence;
    words[i].sentence = sentence;
  }
  return words;
}

std::size_t sentence_end(WordSpan words, std::size_t at) {
  std::size_t end = at;
  while (end < words.size() && words[end].sentence == words[at].sentence) ++end;
  return end;
}

std::size_t sentence_begin(WordSpan words, std::size_t at) {
  while (at > 0 && words[at - 1].sentence == words[at].sentence) --at;
  return at;
}

bool is_word(WordSpan words, std::size_t at, std::string_view text) {
  return at < words.size() && words[at].text == text;
}

int number_at(WordSpan words, std::size_t at) {
  if (at >= words.size() || words[at].kind != WordKind::digits) return -1;
  const std::string& digits = words[at].text;
  int number = -1;
  if (digits.size() <= 9) std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace fundwatch::feeds
