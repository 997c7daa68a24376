// base/text.h — small, locale-free operations on UTF-8 text that every folder needs.
// None of them throws or knows a language; matching Swedish is matchers/ work.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch {

bool is_valid_utf8(std::string_view bytes);

// ASCII white space off both ends.
std::string_view trimmed(std::string_view text);

// Runs of white space (also no-break space) become one space; both ends trimmed.
std::string collapsed(std::string_view text);

// A-Z only: for names of protocols, headers and keys, never for words of people.
std::string ascii_lower(std::string_view text);
bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);

std::vector<std::string_view> split(std::string_view text, char separator);

// At most `bytes_max` bytes, cut before a character rather than within one.
std::string_view utf8_prefix(std::string_view text, std::size_t bytes_max);

// Characters (code points) of valid UTF-8: what a line's width is counted in.
std::size_t utf8_length(std::string_view text);

// At most `characters_max` characters, cut at a word's end where possible, with "…" when cut.
std::string shortened(std::string_view text, std::size_t characters_max);

// The candidate that differs in the fewest letters, if in at most a third of them: for "did you
// mean".
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

}  // namespace fundwatch
