// web/edition_section.h — the coordinator's hand on the weeks to come, on the page about mailings:
// a few lines of her own at the top of a week's mail, and another day for it. What these mean is
// store/editions.h and store/weekly_rounds.h.
#pragma once

#include <optional>
#include <string>

#include "web/desk.h"

namespace fundwatch::web {

// What was typed, and is not right yet.
struct EditionForm {
  std::string week;  // "2027-W07"; empty, or none of those offered: the next mail's is shown
  std::string note = {};
  std::string note_fault = {};
  std::string day_fault = {};
  std::string week_fault = {};  // it is offered no more

  bool is_faulty() const {
    return !note_fault.empty() || !day_fault.empty() || !week_fault.empty();
  }
};

// The weeks offered with what is asked of them, and a form for one of them.
void put_editions(Markup& html, const Desk& desk, const EditionForm& form);

// The faults' summary; nothing where there is none.
void put_edition_faults(Markup& html, const Desk& desk, const EditionForm& form);

// When the first of the mails to come goes; nothing where nobody waits for one.
std::optional<Instant> next_mail(const Desk& desk);

// Saves what the form says of a week that is offered: what was written for one whose mail has gone
// meanwhile is nobody else's. With its faults where nothing was done.
EditionForm save_edition(const Desk& desk, const Fields& fields);

}  // namespace fundwatch::web
