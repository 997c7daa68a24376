// feeds/read/vinnova.h — Vinnova's open data: calls (utlysningar) and their rounds
// (ansokningsomgangar), joined, as items.
// One list may hold both; each round is an item with what its call says, and a call whose rounds
// are not in the list is an item itself. What is by invitation only is left out, and so are the
// people to contact. Pure.
#pragma once

#include <vector>

#include "base/result.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

// All lists together. Error{read} names the field whose shape is not the known one.
Result<std::vector<Item>> read_vinnova(const std::vector<Document>& lists);

// By number, what the lists speak of and do not hold: the calls of their rounds, and the rounds of
// calls that have none here.
struct VinnovaNumbers {
  std::vector<std::string> calls;
  std::vector<std::string> rounds;
};
Result<VinnovaNumbers> missing_in_vinnova(const std::vector<Document>& lists);

}  // namespace fundwatch::feeds
