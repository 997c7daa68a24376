// matchers/compounds.h — whether what stands beside a word, written together with it, makes a
// compound of the two: stats|bidrag, bidrags|givare, but neither för|slag nor arv|ode.
// Before a word stand words with a link (s, e, o, u or none) and no particle of a verb; behind it
// a word, not a mere suffix. Words are as in Word::folded.
#pragma once

#include <cstddef>
#include <string_view>

#include "matchers/lexicon.h"

namespace fundwatch::matchers {

// Up to so many words on one side; a longer row is taken for chance.
inline constexpr int kCompoundPartsMax = 3;

// Fewer letters are no word of a compound, but for short words that the dictionary itself puts
// before others.
inline constexpr std::size_t kCompoundPartLettersMin = 3;

bool can_stand_before(const Lexicon& lexicon, std::string_view left);
bool can_stand_behind(const Lexicon& lexicon, std::string_view right);

// Prefixes that make another word of the one behind them: för, upp, be, con.
bool is_particle(std::string_view word);

// True if a character begins at this byte of valid UTF-8.
bool begins_character(std::string_view text, std::size_t position);

}  // namespace fundwatch::matchers
