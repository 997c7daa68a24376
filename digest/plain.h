// digest/plain.h — text from outside, made fit for a reader's eyes.
// Takes away what cannot be seen but changes what is seen: control characters, direction overrides
// (U+202E turns "exe.gpj" into "jpg.exe"), zero-width and tag characters. Keeps all letters.
// Does not escape (digest/markup.h) and does not break lines (digest/layout.h).
#pragma once

#include <string>
#include <string_view>

namespace fundwatch::digest {

// Without invisible characters; line ends and tabs become spaces, bytes that are no UTF-8 become
// U+FFFD. The no-break space is kept: our own words use it.
std::string visible(std::string_view text);

// visible(), then runs of white space (also no-break space) as one space, trimmed.
std::string one_line(std::string_view text);

// one_line(), at most so many characters, with "…" when cut.
std::string one_line(std::string_view text, std::size_t characters_max);

}  // namespace fundwatch::digest
