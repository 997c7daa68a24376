// web/source_addition.h — sources stored anew, one or those of a file: the one way for the page
// that adds them (web/source_addition_page.h) and the JSON API.
#pragma once

#include <string>
#include <vector>

#include "web/desk.h"

namespace fundwatch::web {

// The one that is read at this address.
std::optional<Source> source_at(const Desk& desk, const std::string& url);

// A source that was found at an address travels to who chooses and back as what a file of sources
// says of it (config/catalogue.h).
std::string choice_of(const Source& source);
// Nothing if it is no source.
std::optional<Source> chosen_source(const std::string& choice);

// Whether its name and address are free was asked before. Recorded.
SourceId add_source(const Desk& desk, const Source& source);

// Adds those of a file whose address is not read yet, by free names. Recorded.
struct Imported {
  std::size_t added = 0;
  std::size_t known = 0;
};
Imported import_sources(const Desk& desk, const std::vector<Source>& sources);

}  // namespace fundwatch::web
