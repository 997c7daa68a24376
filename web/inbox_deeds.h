// web/inbox_deeds.h — what one does to hits: marks them, one or many, takes that back, and notes
// something. What is marked is one act that can be undone as a whole (store/reviews.h) and an entry
// of the audit log a case.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/reviews.h"
#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kCasesMarkedMax = 100;  // at once

// "/inkorg", POST: marks several, or takes back what was done.
Reply inbox_deed(const Desk& desk, const Request& request);

// Nothing if all have that mark already.
std::optional<store::ReviewActId> mark(const Desk& desk, const std::vector<CaseId>& cases,
                                       Review review);

// False if there is no such act, or it was taken back already.
bool undo(const Desk& desk, store::ReviewActId id);

// What somebody wants to remember of a case, of at most kNoteCharactersMax (web/case_card.h).
void add_note(const Desk& desk, CaseId id, const std::string& title, const std::string& text);

// For the address of the page that tells of it: "gjort=7".
std::string done_by(store::ReviewActId id);

// What the address says was done, with the button that takes it back; `back` is the query of the
// inbox to return to.
void put_deed_note(Markup& html, const Desk& desk, const Fields& query, const std::string& back);

// To where `till` and `nasta` of the form say, in the inbox, with what was done.
Reply to_inbox(const Request& request, const std::string& done);

}  // namespace fundwatch::web
