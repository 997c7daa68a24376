// store/source_history.h — how each source has been: every change of its state, with its reason.
// Bounded: a source that comes and goes for years keeps its latest changes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// Changes that are kept of each source.
constexpr int kSourceChangesMax = 100;

struct SourceChange {
  Instant at{};
  SourceState state = SourceState::ok;  // from then on
  std::string words;                    // why; may be empty
  bool operator==(const SourceChange&) const = default;
};

using ChangesBySource = std::map<SourceId, std::vector<SourceChange>>;

class SourceHistory {
 public:
  explicit SourceHistory(Connection& database) : database_(database) {}

  // Drops the oldest ones beyond kSourceChangesMax.
  void add(SourceId source, const SourceChange& change);

  // The latest first.
  std::vector<SourceChange> of(SourceId source) const;

  // Of each source that changed at `begin` or later, oldest first: those changes, and before them
  // all that it had been before.
  ChangesBySource of_changed_since(Instant begin) const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
