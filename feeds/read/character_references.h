// feeds/read/character_references.h — "&amp;", "&#229;", "&aring;" and what they stand for.
// HTML's rules: names of HTML 4 and "&apos;", numbers, 128-159 read as windows-1252. What is no
// reference stays as it stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fundwatch::feeds {

// One reference at the beginning of a text.
struct CharacterReference {
  std::string character;         // UTF-8; empty when the text begins with no reference
  std::size_t length = 0;        // bytes of the text that it takes
  unsigned number = 0;           // of a numeric reference, as written
  bool is_windows_1252 = false;  // a number that means windows-1252's character, not Unicode's
};

// `text` begins with "&".
CharacterReference read_reference(std::string_view text);

// The text with every reference replaced, once ("&amp;lt;" becomes "&lt;").
std::string without_references(std::string_view text);

// Only what XML itself defines: five names and the numbers.
std::string without_xml_references(std::string_view text);

// What windows-1252 has at 0x80-0x9F; `byte` is one of these.
char32_t windows_1252_character(unsigned byte);

void append_utf8(std::string& out, char32_t character);

}  // namespace fundwatch::feeds
