// store/rows.h — items and hits from their rows, for the classes that share these tables.
#pragma once

#include <string>

#include "base/model.h"
#include "store/query.h"

namespace fundwatch::store {

// The columns of `item` in the order in which read_item takes them: first those that only its feed
// says, then the facts and the text.
inline const std::string kPlainColumns =
    "id, source, case_id, key, address, first_seen, url, title, summary, author, language, "
    "categories, enclosures, published, updated, ";

inline const std::string kSaidFacts =
    "notice, deadline, deadline_at, 0, deadline_text, event_date, amount, currency, 0, "
    "municipality, nuts, "
    "'unknown', 'unknown', '[]', '', ";

// What its feed said of an item, and where it said nothing what was found in the words.
inline const std::string kReadFacts =
    "iif(found_notice = '', notice, found_notice), coalesce(deadline, found_deadline), "
    "iif(deadline IS NULL, found_deadline_at, deadline_at), "
    "iif(deadline IS NULL, found_deadline_doubtful, 0), "
    "iif(deadline_text = '', found_deadline_text, deadline_text), "
    "coalesce(event_date, found_event_date), coalesce(amount, found_amount), "
    "iif(amount IS NULL, found_currency, currency), iif(amount IS NULL, found_amount_doubtful, 0), "
    "iif(municipality = '', found_municipality, municipality), "
    "iif(nuts = '[]', found_nuts, nuts), kind, status, limited_to, ";

// The text of the page that an item links to, once that was read.
inline const std::string kWholeText =
    "coalesce((SELECT linked_text.text FROM linked_text WHERE linked_text.item = item.id), text)";

// An item as people see it: read_item puts right what people know better. And as it was read.
inline const std::string kItemColumns = kPlainColumns + kReadFacts + "corrected, " + kWholeText;
inline const std::string kReadColumns = kPlainColumns + kReadFacts + "'', " + kWholeText;

// An item as its feed said it; and so with the text of its page.
inline const std::string kSaidColumns = kPlainColumns + kSaidFacts + "text";
inline const std::string kSaidColumnsWholeText = kPlainColumns + kSaidFacts + kWholeText;

Item read_item(Query& row);

// The columns of `hit` that read_hit takes, in its order.
constexpr const char* kHitColumns =
    "hit.id, hit.item, hit.profile, hit.profile_version, hit.score, hit.reasons, hit.review, "
    "hit.note, hit.found_at";

Hit read_hit(Query& row);

}  // namespace fundwatch::store
