// web/api_hits.h — cases with hits by the JSON API: the inbox for programs (docs/api.md).
#pragma once

#include <boost/json/array.hpp>
#include <optional>

#include "web/api_call.h"
#include "web/case_view.h"

namespace fundwatch::web {

inline constexpr std::size_t kApiPageHits = 50;

// The inbox, by the same words in the address as its page (web/inbox_filter.h).
Reply api_hits(const ApiCall& call);
Reply api_hit(const ApiCall& call);

// {"review":"kept"|"dismissed"|"none"}: of all hits of the case, as on the page.
Reply api_review(const ApiCall& call);

// {"url"} or {"title","text"}: added by hand, read and matched.
Reply api_add_item(const ApiCall& call);

// The case of that number, if it has hits.
std::optional<CaseView> hit_named(const ApiCall& call);

// The hit as it is now, with its notes, what is corrected of it, what subscribers answered, and who
// marked it how.
Reply hit_reply(const ApiCall& call, CaseId id);

// What a body says at "review", if that is one.
std::optional<Review> review_in(BodyReader& body);

// The notes of a case, the newest first: [{"at","author","text"}].
boost::json::array notes_of(const store::Store& store, CaseId id);

}  // namespace fundwatch::web
