#include "store/source_history.h"

#include "store/query.h"
#include "store/transaction.h"
#include "store/words.h"

namespace fundwatch::store {

namespace {

SourceChange read_change(Query& row) {
  SourceChange change;
  change.at = row.instant();
  change.state = source_state(row.text(), row.file());
  change.words = row.text();
  return change;
}

}  // namespace

void SourceHistory::add(SourceId source, const SourceChange& change) {
  Transaction transaction(database_);
  Query(database_, "INSERT INTO source_change (source, at, state, words) VALUES (?, ?, ?, ?)")
      .bind(source)
      .bind(change.at)
      .bind(word(change.state))
      .bind(change.words)
      .run();
  Query(database_,
        "DELETE FROM source_change WHERE source = ? AND id <= (SELECT id FROM source_change "
        "WHERE source = ? ORDER BY id DESC LIMIT 1 OFFSET ?)")
      .bind(source)
      .bind(source)
      .bind(kSourceChangesMax)
      .run();
  transaction.commit();
}

std::vector<SourceChange> SourceHistory::of(SourceId source) const {
  Query row(database_,
            "SELECT at, state, words FROM source_change WHERE source = ? ORDER BY id DESC");
  row.bind(source);
  std::vector<SourceChange> changes;
  while (row.step()) changes.push_back(read_change(row));
  return changes;
}

ChangesBySource SourceHistory::of_changed_since(Instant begin) const {
  Query row(database_,
            "SELECT source, at, state, words FROM source_change WHERE source IN "
            "(SELECT source FROM source_change WHERE at >= ?) ORDER BY source, id");
  row.bind(begin);
  ChangesBySource changes;
  while (row.step()) {
    std::vector<SourceChange>& of_source = changes[SourceId{row.integer()}];
    of_source.push_back(read_change(row));
  }
  return changes;
}

}  // namespace fundwatch::store
