// web/source_words.h — a source's state and kind as the pages say them.
#pragma once

#include <string>

#include "web/desk_words.h"
#include "web/source_phrases.h"

namespace fundwatch::web {

// Failing, silent, moved or in need of attention, and not paused.
bool needs_a_look(const Source& source);

// A mark and a word.
void put_state_mark(Markup& html, const Desk& desk, const Source& source);

// And under them what is behind.
void put_state(Markup& html, const Desk& desk, const Source& source);

// "RSS", "Webbsida".
std::string kind_words(const Source& source, Language language);

// "var 14:e dag", or that it is not known.
std::string rhythm_words(const Source& source, const Desk& desk);

// "6 timmar".
std::string duration_words(std::chrono::minutes duration, const Desk& desk);

}  // namespace fundwatch::web
