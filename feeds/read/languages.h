// feeds/read/languages.h — the languages of European notices, and which of several we read.
// Notices come in up to 24 languages; people here read Swedish, else English, else whatever the
// notice was first written in. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::feeds {

// "SWE", "swe" -> "sv": ISO 639-2 of the official languages and the neighbours' as BCP 47. Others
// in lower case as they are.
std::string language_of_code(std::string_view code);

// Which of these codes we read: the index, in [0, size). `first_written` is the notice's own
// language, may be empty. `codes` is not empty.
std::size_t best_language(const std::vector<std::string>& codes, std::string_view first_written);

}  // namespace fundwatch::feeds
