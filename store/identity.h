// store/identity.h — whether an item that arrives is one that is stored. Pure.
// Publishers rotate guids, reuse them, and correct titles; what is taken for the same is an update
// and not told again, so that doubt is decided for "another": a missed call is worse than noise.
#pragma once

#include <chrono>
#include <string>

#include "base/model.h"

namespace fundwatch::store {

// Under a new guid and with a later date by more than this, an old title is a new announcement:
// the call of every year on its own page.
constexpr std::chrono::days kAnnouncedAnewAfter{30};

// Both have one key. The guid was reused if the item now leads elsewhere, is called otherwise and
// came out at another time.
bool is_guid_reused(const Item& known, const Item& arrived);

// Both have one address. The guid was changed if they came out at one time or have similar titles.
bool is_guid_changed(const Item& known, const Item& arrived);

// A corrected title: most of the letters are the same, or one was lengthened to the other, and
// every number is the same (years, reference numbers, rounds of a call).
bool are_similar_titles(const std::string& a, const std::string& b);

}  // namespace fundwatch::store
