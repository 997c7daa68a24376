// feeds/read/charset.h — bytes to UTF-8.
// Order: byte order mark, the HTTP header, what the document declares (XML declaration or meta),
// then valid UTF-8, then detection by ICU, then windows-1252. Labels mean what the web means by
// them (WHATWG Encoding: "iso-8859-1" is windows-1252). One bad byte spoils one character, never
// the text. Control characters, which no document means, are not in what comes out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fundwatch::feeds {

// Where a document may declare its character set.
enum class Markup { xml, html, json };

struct Decoded {
  std::string text;                    // valid UTF-8 without byte order mark
  std::string encoding;                // "utf-8", "windows-1252", …
  std::size_t bad_characters = 0;      // each stands as U+FFFD, or as its windows-1252 character
  std::size_t control_characters = 0;  // taken out; line-like ones became spaces
  std::string declared;                // what was declared instead, where the bytes said otherwise
  bool is_guess = false;               // nothing was declared, and it is not UTF-8
  bool is_clean = false;               // known to be the bytes themselves, UTF-8 without any fault
};

// Error{decode} only for encodings that nobody can read here ("utf-7").
Result<Decoded> decode(std::string_view bytes, std::string_view content_type, Markup markup);

// What was wrong with the bytes, in words for people.
std::vector<std::string> problems_of(const Decoded& decoded);

// Whether the bytes can hardly have been a text. A stray control character is a slip, many are not.
bool is_binary(const Decoded& decoded);

// The charset parameter of a Content-Type value, lower case; empty without one.
std::string charset_of(std::string_view content_type);

// The character set that the first bytes declare, lower case; empty when they do not.
std::string declared_in_xml(std::string_view bytes);
std::string declared_in_html(std::string_view bytes);

}  // namespace fundwatch::feeds
