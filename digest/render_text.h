// digest/render_text.h — a letter as plain text: 72 columns, five lines an entry, one link each.
// Only links may be longer than a line. Ends each line with LF. Pure.
#pragma once

#include <string>

#include "digest/letter.h"

namespace fundwatch::digest {

std::string text_part(const Letter& letter);

}  // namespace fundwatch::digest
