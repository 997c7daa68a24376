// matchers/function_words.h — the small words that every text is full of, and that tell its
// language. They say nothing of what a text is about, so a rule of one alone is unwise.
#pragma once

#include <optional>
#include <string_view>

#include "base/model.h"

namespace fundwatch::matchers {

// The language whose function word this is; nothing for other words and for those of both.
std::optional<Language> language_of_function_word(std::string_view folded);

// Function words of either language, and those of both.
bool is_function_word(std::string_view folded);

}  // namespace fundwatch::matchers
