// daemon/health.h — what an attempt to read a source means for its health. Pure: the state machine
//   ok -> failing -> attention      it cannot be read; 410, or dead for long
//   ok -> silent                    it can, but nothing new has come for too long
//   ok -> moved -> ok               its server's permanent redirects were taken for its new address
//   ok -> attention                 they lead to announcements that are not its own
// Every state but attention by age is left by the next attempt that says otherwise. Nothing ever
// stops a source from being tried (daemon/schedule.h).
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/model.h"

namespace fundwatch::daemon {

// Dead for so long, a source needs somebody's attention.
constexpr std::chrono::days kDeadAfter{30};
// A permanent redirect is taken for the new address after so many sightings in a row of the same
// target, over at least so long: a mistake of a web master is mended sooner.
constexpr int kMoveSightingsMin = 3;
constexpr std::chrono::hours kMoveWatchedFor{48};
// How long a source whose address has changed is shown as moved.
constexpr std::chrono::days kMovedShownFor{7};
// Silent is who brought nothing new for this many times the expected gap …
constexpr int kSilentAfterGaps = 2;
// … but, where the gap was learned, not sooner than this, so that holidays are no alarm. A document
// that holds nothing at all any more is silent after it, too.
constexpr std::chrono::days kSilentAtLeast{14};
// Where too little has come to learn from.
constexpr std::chrono::days kSilentUnlearned{90};

// What one attempt brought.
struct Attempt {
  std::string error = {};     // in words; empty: the document was read
  int status = 0;             // of the server's answer; 0: none came
  std::string moved_to = {};  // where permanent redirects lead to
  bool has_news = false;      // items that were not known
  bool is_known = false;      // items that were known, or the same document as before
  bool is_empty = false;      // a document without any item
};

// The health after it. `next_check` and `usual_gap` stay as they were.
Health after(const Source& source, const Attempt& attempt, Instant now);

// Where the source has moved to, if that is certain enough to be stored.
std::optional<std::string> settled_move(const Health& health, Instant now);

// The health at the new address, from now on.
Health moved(Health health, Instant now);

// A move in the words of the source's history, and the address before it out of these words.
std::string words_for_move(const std::string& from, const std::string& to);
std::string address_before(const std::string& words);

// After how long without anything new the source is silent; nothing if it never brought anything.
std::optional<std::chrono::minutes> silent_after(const Source& source);

// The state as people see it: with the pause that a person decided.
SourceState state_of(const Source& source);

}  // namespace fundwatch::daemon
