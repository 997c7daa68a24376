// matchers/words.h — where the words of a text are, and what a word is when it is compared.
// A word is a run of letters, their combining marks and digits; § + & are words of one character,
// so that "18 §" and "ESF+" mean what they say. "EU:s" is the word EU with its ending. Words are
// composed (NFC) and freed of soft hyphens and zero-width characters; å, ä and ö stay letters of
// their own. Bytes that are not UTF-8 part words. Pure; takes time linear in the text. Knows no
// language: which forms belong together is matchers/keywords.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::matchers {

// A longer run is no word of any language: it is kept as it stands, neither composed nor folded.
inline constexpr std::size_t kWordBytesMax = 1024;

// As much as is kept of what stands between two words.
inline constexpr std::size_t kMarksBytesMax = 16;

// A longer ending after a colon is a word of its own: "EU:s", but "obs:stängt".
inline constexpr std::size_t kEndingLettersMax = 4;

// What stands before a token: the beginning of the text; nothing but white space, hyphens and
// invisible characters; or marks as well.
enum class Gap : std::uint8_t { beginning, none, marks };

// Bytes [begin, end) of the text as it was given.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Gap gap = Gap::beginning;
  // A hyphen follows, and white space or a comma: "löne- och …", or a word cut at the line's end.
  bool is_cut = false;
  // A hyphen stands directly before, and white space or a comma before that: "… och -stöd".
  bool is_tail = false;
  // Its bytes are its Word::text, and fold letter by letter unless they are more than
  // kWordBytesMax: as nearly all do. If not, that has to be looked at.
  bool is_plain = false;
};

// Adds the tokens of the text, in order. Of a text beyond 4 GB only the beginning is read.
void append_tokens(std::string_view text, std::vector<Token>& tokens);

struct Word {
  std::string text;    // composed, in its own case
  std::string folded;  // the same with case folded
};

// What the bytes of a token are compared by; an ending after a colon is left out.
Word word_of(std::string_view token);

// The same of one token after the other, without making room for each anew.
class WordReader {
 public:
  struct Seen {
    std::string_view text;
    std::string_view folded;
  };

  // `bytes` are the token's. Valid until the next one is read, and as long as they are.
  Seen read(const Token& token, std::string_view bytes);

 private:
  Word word_;
};

// Its Word::text alone; and as a part of the token, where that is what it is, as of nearly all.
std::string word_text_of(std::string_view token);
std::optional<std::string_view> plain_word_text_of(std::string_view token);

// What stands between two words, without white space, hyphens and invisible characters, at most
// kMarksBytesMax bytes: ", " gives ",".
std::string marks_in(std::string_view between);

// Capitals and digits only, two or more, at least one of them a letter: "ASF", "B2B".
bool is_acronym(std::string_view word);

// True if the word holds a letter or a digit, so is more than one of § + &.
bool is_spoken(std::string_view word);

// True if the word has a letter and so can have forms.
bool has_letter(std::string_view word);

bool begins_in_small_letters(std::string_view word);

}  // namespace fundwatch::matchers
