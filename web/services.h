// web/services.h — what the pages need of feeds and of the daemon, which they do not know:
// functions that daemon/pages.h fills in. They may be called from any thread, take long, and so
// belong on the pool (web/pool.h), each in the lane that is named.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "base/result.h"
#include "matchers/tune.h"

namespace fundwatch::matchers {
class Lexicon;
}

namespace fundwatch::web {

// What an address would be as a source, and what it brings now.
struct FoundSource {
  Source source;  // as it would be stored
  std::vector<Item> items;
  std::vector<std::string> notes;  // what was seen on the way, in words
};

// What a changed profile would gain and lose (daemon/tuning.h).
struct TuneResult {
  std::optional<Profile> before;  // the stored version in force; absent: a new profile
  matchers::Effect effect;
  double weeks = 1;  // that were looked at
};

struct Services {
  // Lane::fetching. `wanted` has an address, and may have a kind and selectors; the best first.
  std::function<Result<std::vector<FoundSource>>(const Source& wanted)> find_sources;

  // Lane::tuning. Of items first seen from `since` on, or of all.
  std::function<Result<TuneResult>(const Profile& changed, std::optional<Instant> since)> tune;

  // The forms of Swedish words; null: words match by their stems alone.
  std::shared_ptr<const matchers::Lexicon> lexicon = nullptr;
};

}  // namespace fundwatch::web
