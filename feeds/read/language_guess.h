// feeds/read/language_guess.h — whether words are Swedish or English, by the small words that every
// sentence has. For proposals; what items are written in is what their feed says.
#pragma once

#include <string>
#include <string_view>

namespace fundwatch::feeds {

// "sv", "en", or "" where neither is clear.
std::string guess_language(std::string_view text);

}  // namespace fundwatch::feeds
