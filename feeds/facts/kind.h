// feeds/facts/kind.h — what kind of announcement an item is: a call, a procurement, a meeting …
// Said by titles first; texts speak of much else, so that several of their words must agree. Where
// nothing speaks clearly the kind is unknown: a wrong one would keep an item from its readers.
// Pure.
#pragma once

#include "base/model.h"
#include "feeds/facts/item_words.h"

namespace fundwatch::feeds {

AnnouncementKind find_kind(const Item& item, const ItemWords& words);

}  // namespace fundwatch::feeds
