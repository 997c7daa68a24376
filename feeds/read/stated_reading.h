// feeds/read/stated_reading.h — documents that state facts in fields of their own, not in prose.
// Notices in eForms, the answers of TED's, the EU's and Vinnova's programming interfaces, and alert
// mails: their kind is always named by the source, never guessed. Pure.
#pragma once

#include "base/result.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

bool states_facts(SourceKind kind);

// Of such a kind. Errors as read()'s; what changed its shape is an error that names the field.
Result<Reading> read_stated(const Document& document, const config::Read& limits);

}  // namespace fundwatch::feeds
