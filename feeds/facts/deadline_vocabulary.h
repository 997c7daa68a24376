// feeds/facts/deadline_vocabulary.h — the phrases that stand beside dates, by what they say of
// them.
#pragma once

#include <span>
#include <string_view>

#include "feeds/facts/deadline_cues.h"

namespace fundwatch::feeds {

struct CuePhrases {
  Cue cue = Cue::other;
  std::span<const std::string_view> phrases;
};

// Where two phrases are equally long, the first counts.
std::span<const CuePhrases> deadline_vocabulary();

}  // namespace fundwatch::feeds
