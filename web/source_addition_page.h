// web/source_addition_page.h — adding sources: what there is to read at an address, shown before
// anything is stored, and files of feeds from other programs (OPML).
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kItemsPreviewed = 5;
inline constexpr std::size_t kImportedMax = 500;  // sources of one file

// POST: looks at the address in "url", and shows what could be read. Lane::fetching.
Reply source_search_page(const Desk& desk, const Request& request);

// POST: stores what was chosen there.
Reply source_addition_page(const Desk& desk, const Request& request);

// GET: the sources as a file. POST: adds those of a file that are not known yet.
Reply source_opml_page(const Desk& desk, const Request& request);

// The address as a whole one; nothing if it is none. People write "kommunen.example/nyheter".
std::optional<std::string> whole_address(std::string_view typed);

}  // namespace fundwatch::web
