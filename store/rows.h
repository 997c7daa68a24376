// store/rows.h — items and hits from their rows, for the classes that share these tables.
#pragma once

#include <string>

#include "base/model.h"
#include "store/query.h"

namespace fundwatch::store {

// The columns of `item` but for its text, in the order in which read_item takes them.
inline const std::string kItemColumnsButText =
    "id, source, case_id, key, address, first_seen, url, title, summary, author, language, "
    "categories, enclosures, published, updated, deadline, deadline_at, deadline_text, event_date, "
    "amount, currency, municipality, nuts";

// An item as people see it: its text is that of the page it links to, once that was read.
inline const std::string kItemColumns =
    kItemColumnsButText +
    ", coalesce((SELECT linked_text.text FROM linked_text WHERE linked_text.item = item.id), text)";

// An item as its feed said it.
inline const std::string kSaidColumns = kItemColumnsButText + ", text";

Item read_item(Query& row);

// The columns of `hit` that read_hit takes, in its order.
constexpr const char* kHitColumns =
    "hit.id, hit.item, hit.profile, hit.profile_version, hit.score, hit.reasons, hit.review, "
    "hit.found_at";

Hit read_hit(Query& row);

}  // namespace fundwatch::store
