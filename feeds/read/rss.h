// feeds/read/rss.h — RSS 0.90 to 2.0 and RDF, with the modules that publishers add
// (Dublin Core, content, media, itunes, Atom within RSS). Pure; cannot fail.
#pragma once

#include <cstddef>
#include <pugixml.hpp>

#include "feeds/read/raw_feed.h"
#include "feeds/read/xml_names.h"

namespace fundwatch::feeds {

// `root` is <rss>, <rdf:RDF>, <Channel> or a bare <channel>. At most `entries_max` entries are
// read.
RawFeed read_rss(const pugi::xml_node& root, const Scope& scope, std::size_t entries_max);

}  // namespace fundwatch::feeds
