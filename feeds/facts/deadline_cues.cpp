#include "feeds/facts/deadline_cues.h"

#include "feeds/facts/deadline_vocabulary.h"
#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

FoundCue cue_at(WordSpan words, std::size_t at) {
  FoundCue found{Cue::other, at, at};
  for (const auto& [cue, phrases] : deadline_vocabulary()) {
    const std::size_t length = longest_phrase(words, at, phrases);
    if (length > found.end - at) found = {cue, at, at + length};
  }
  return found;
}

}  // namespace

std::vector<FoundCue> cues_in(WordSpan words, std::size_t begin, std::size_t end) {
  std::vector<FoundCue> cues;
  for (std::size_t i = begin; i < end;) {
    const FoundCue cue = cue_at(words, i);
    if (cue.end > i && cue.end <= end) {
      cues.push_back(cue);
      i = cue.end;
    } else {
      ++i;
    }
  }
  return cues;
}

}  // namespace fundwatch::feeds
