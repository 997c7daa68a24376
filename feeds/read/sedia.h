// feeds/read/sedia.h — a page of the EU's Funding & Tenders search (SEDIA) as items.
// One topic comes back once a language: it is one item, read in the language that people here read.
// Every value is a list of texts. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

struct SediaPage {
  std::vector<Item> items;
  std::vector<std::string> problems;
  std::int64_t total = 0;   // results of all pages, as the service counts
  std::size_t results = 0;  // on this page, before languages are put together
};

// Of several deadlines (stages, cut-offs) an item has the first after `document.now`, or the last
// one. Error{read} names the field whose shape is not the known one.
Result<SediaPage> read_sedia(const Document& document, std::size_t items_max);

}  // namespace fundwatch::feeds
