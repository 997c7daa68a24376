// web/api_source_search.h — what there is to read at an address, and files of feeds (OPML), by the
// JSON API (docs/api.md). Nothing is stored but what a file adds.
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

inline constexpr std::size_t kApiItemsPreviewed = 20;  // of each source that is found
inline constexpr std::size_t kOpmlCharactersMax = 200'000;

// {"url"}: the sources that it could be, the best first, each with a "choice" for api_add_source,
// and the page as text with what each line belongs to. Lane::fetching.
Reply api_preview(const ApiCall& call);

// {"opml"}: the feeds among the sources.
Reply api_opml(const ApiCall& call);

// {"opml"}: {"added","known"}.
Reply api_import_opml(const ApiCall& call);

}  // namespace fundwatch::web
