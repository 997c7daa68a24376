// store/rows.h — items and hits from their rows, for the classes that share these tables.
#pragma once

#include "base/model.h"
#include "store/query.h"

namespace fundwatch::store {

// The columns of `item` that read_item takes, in its order.
constexpr const char* kItemColumns =
    "id, source, case_id, key, first_seen, url, title, summary, text, author, language, "
    "categories, "
    "enclosures, published, updated, deadline, deadline_at, deadline_text, event_date, amount, "
    "currency, municipality, nuts";

Item read_item(Query& row);

// The columns of `hit` that read_hit takes, in its order.
constexpr const char* kHitColumns =
    "hit.id, hit.item, hit.profile, hit.profile_version, hit.score, hit.reasons, hit.review, "
    "hit.found_at";

Hit read_hit(Query& row);

}  // namespace fundwatch::store
