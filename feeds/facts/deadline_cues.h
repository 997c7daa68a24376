// feeds/facts/deadline_cues.h — the words beside a date that say whether it is a last day.
// The vocabulary of authorities and organisers, Swedish and English; what it amounts to is judged
// in deadline.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "feeds/facts/words.h"

namespace fundwatch::feeds {

enum class Cue {
  label,      // names a last day by itself: "sista ansökningsdag", "deadline"
  limit,      // the day is the last: "senast", "t.o.m.", "by"
  exclusive,  // the day before is: "före", "before"
  towards,    // a limit only after something that ends: "till", "to"
  closing,    // "stänger", "går ut", "closes"
  extension,  // "förlängd", "extended"
  period,     // "ansökningsperioden", "öppet", "open"
  arrival,    // "inkommen", "tillhanda", "received"
  handing,    // "skickas", "lämnas", "submitted"
  apply,      // "ansökan", "anbud", "proposals"
  sign_up,    // "anmälan", "boka", "svara", "registration"
  foreign,    // a last day of something else: questions, motions, early birds, validity
  other       // a day of something else: decisions, starts, openings
};

struct FoundCue {
  Cue cue = Cue::other;
  std::size_t begin = 0;  // words [begin, end)
  std::size_t end = 0;
};

// In words [begin, end), in their order; of those that overlap, the longer that comes first.
std::vector<FoundCue> cues_in(WordSpan words, std::size_t begin, std::size_t end);

}  // namespace fundwatch::feeds
