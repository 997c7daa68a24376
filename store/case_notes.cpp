#include "store/case_notes.h"

#include "store/query.h"

namespace fundwatch::store {

bool CaseNotes::add(CaseId id, const CaseNote& note) {
  Query query(database_,
              "INSERT INTO case_note (case_id, at, author, text) "
              "SELECT id, ?, ?, ? FROM cases WHERE id = ?");
  return query.bind(note.at).bind(note.author).bind(note.text).bind(id).run() == 1;
}

std::vector<CaseNote> CaseNotes::of(CaseId id) const {
  Query row(database_, "SELECT at, author, text FROM case_note WHERE case_id = ? ORDER BY id DESC");
  row.bind(id);
  std::vector<CaseNote> notes;
  while (row.step()) {
    CaseNote note;
    note.at = row.instant();
    note.author = row.text();
    note.text = row.text();
    notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace fundwatch::store
