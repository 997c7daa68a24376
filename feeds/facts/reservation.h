// feeds/facts/reservation.h — that a contract is reserved, for whom, and the words that say so.
// Grounds are cited: LOU 4 kap. 18 § (Directive 2014/24 art. 20), 19 kap. 25 § (art. 77), 19 kap.
// 25 a § (idéburna organisationer). Below the thresholds 4 kap. does not apply, and contracts are
// reserved by the words alone. "Inte reserverad" reserves nothing, nor does talk of reserved
// contracts in general. Pure.
#pragma once

#include <string>

#include "base/model.h"
#include "feeds/facts/item_words.h"

namespace fundwatch::feeds {

inline constexpr std::size_t kGroundCharactersMax = 300;

struct Reservation {
  Reserved whom = Reserved::none;
  std::string ground;  // a sentence of the item; at most kGroundCharactersMax characters
};

// By the sentence that cites a ground, else by the first that reserves. Reserved without a word for
// whom is sheltered, as nearly all are.
Reservation find_reservation(const Item& item, const ItemWords& words);

// Whether the item buys something, rather than to tell of how one buys.
bool is_procurement(const ItemWords& words);

}  // namespace fundwatch::feeds
