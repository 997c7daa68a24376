// feeds/facts/deadline_vocabulary.h — the phrases that stand beside dates, by what they say of
// them.
#pragma once

#include <span>

#include "feeds/facts/deadline_cues.h"
#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {

struct CuePhrases {
  Cue cue = Cue::other;
  Phrases phrases;
};

// Where two phrases are equally long, the first counts.
std::span<const CuePhrases> deadline_vocabulary();

}  // namespace fundwatch::feeds
