// tests/matchers/small_dictionary.h — a lexicon of a few words, written here for the tests, in the
// manner of a Swedish hunspell dictionary: read in microseconds, and always the same.
#pragma once

#include <memory>

#include "matchers/lexicon.h"

namespace fundwatch::matchers {

// Flags: A genitive, B et-nouns, D en-nouns, G plural -ar, H plural -er, N verbs in -ar, O
// adjectives; X before other words, Y behind them; v and o make the shapes with -s- and -o-, which
// are no words (Z).
inline constexpr const char* kSmallAff = R"(SET UTF-8
NEEDAFFIX ?
FORBIDDENWORD !
COMPOUNDBEGIN X
COMPOUNDEND Y
ONLYINCOMPOUND Z
SFX A Y 1
SFX A 0 s .
SFX B Y 2
SFX B 0 et .
SFX B 0 en .
SFX D Y 2
SFX D 0 en [^ae]
SFX D 0 n [ae]
SFX G Y 3
SFX G 0 ar [^a]
SFX G 0 arna [^a]
SFX G a or a
SFX H Y 2
SFX H 0 er .
SFX H 0 erna .
SFX N Y 4
SFX N 0 r a
SFX N 0 de a
SFX N 0 d a
SFX N 0 t a
SFX O Y 3
SFX O 0 t [^d]
SFX O d t d
SFX O 0 a .
SFX v N 1
SFX v 0 s/XZ .
SFX o N 1
SFX o a o/XZ a
)";

inline constexpr const char* kSmallDic = R"(30
bidrag/ABvY
stat/ADHv
givare/ADY
projekt/ABXY
upphandling/ADGvY
upphandla/N
handling/ADGvY
handla/N
lag/ABXY
laga/N
lagning/AD
slag/ABXY
förslag/ABvY
kvinna/ADGoY
jour/ADHY
planet/ADHXY
plan/ADHXY
eter/AXY
anställd/O
anställa/N
anställning/ADGvY
ställning/ADGvY
arbetslös/O
arbetslöshet/ADv
kommun/ADHXY
kommunal/O
stad/ADvY
städer/A
del/ADGXY
Gävle/A
)";

inline std::shared_ptr<const Lexicon> small_lexicon() {
  return Lexicon::parse(kSmallAff, kSmallDic).value();
}

}  // namespace fundwatch::matchers
