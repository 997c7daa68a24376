// store/upkeep.h — what keeps the database small and quick over years: what is too old goes, in
// portions; what was freed is given back; SQLite looks at its tables anew. When is daemon/
// housekeeping.h's to know.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

class Upkeep {
 public:
  explicit Upkeep(Connection& database) : database_(database) {}

  // Nothing until it was done for the first time.
  std::optional<Instant> done_at() const;
  void set_done(Instant now);

  // Removes items first seen before `moment`, the oldest first, with their texts, hits, reviews and
  // marks; their cases too, unless another item or an answer holds them. What was told of them
  // stays told, and their keys are remembered. Returns how many went: `items_max` at most.
  int retire_items(Instant moment, int items_max);

  // Of these items of one reading, those that are not retired.
  std::vector<Item> without_retired(SourceId source, std::vector<Item> items) const;

  // Mails that were sent or refused before `moment` lose their text, and whatever else they say
  // stays. Returns how many: `mails_max` at most.
  int empty_mails(Instant moment, int mails_max);

  // Forgets mails that were sent or refused, and digests that were composed, before `moment`.
  int remove_mails(Instant moment, int mails_max);

  // Lets SQLite look at its tables anew (PRAGMA optimize), forgets marks' texts that no item has
  // any more (mark_texts.h), gives free pages back, at most so many, and empties the write-ahead
  // log as far as nobody reads it.
  void tidy_up(int pages_max);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
