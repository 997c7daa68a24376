// feeds/facts/kind_cues.h — the words by which a kind of announcement is known. Vocabulary only.
// Phrases between commas, folded as in feeds/facts/words.h; "*träff" stands for every word that
// ends so, as Swedish compounds do (in titles only), and "ansök*" for every word that begins so.
#pragma once

#include <span>
#include <string_view>

#include "base/model.h"

namespace fundwatch::feeds {

struct KindCues {
  AnnouncementKind kind = AnnouncementKind::unknown;
  std::string_view titles;
  std::string_view telling;  // in summary or text, hardly ever said of anything else
  std::string_view texts;    // in summary or text; several must agree
};

// Those that are seldom said in passing come first, and win where others weigh as much.
std::span<const KindCues> kind_cues();

}  // namespace fundwatch::feeds
