// feeds/read/reserved_ground.h — the words in which a notice says whom it is reserved for.
// Codes of notices know two grounds (BT-71); that a contract is for Sweden's registered idéburna
// organisationer stands in the text alone. Pure.
#pragma once

#include <string>
#include <string_view>

namespace fundwatch::feeds {

// The first sentence that cites LOU 4 kap. 18 § or 19 kap. 25 § or 25 a §, else the first that says
// "reserverad" or "reserved"; empty without one. At most kGroundCharactersMax characters.
inline constexpr std::size_t kGroundCharactersMax = 300;
std::string reserved_ground(std::string_view text);

// Whether such words reserve it for idéburna organisationer (LOU 19 kap. 25 a §).
bool is_for_idea_based(std::string_view ground);

}  // namespace fundwatch::feeds
