// feeds/read/atom.h — Atom 0.3 and 1.0 (RFC 4287), feeds and single entries. Pure; cannot fail.
#pragma once

#include <cstddef>
#include <pugixml.hpp>

#include "feeds/read/raw_feed.h"
#include "feeds/read/xml_names.h"

namespace fundwatch::feeds {

// `root` is <feed> or <entry>. At most `entries_max` entries are read.
RawFeed read_atom(const pugi::xml_node& root, const Scope& scope, std::size_t entries_max);

}  // namespace fundwatch::feeds
