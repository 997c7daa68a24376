// web/item_correction.h — what may be put right of an item, and the one way to do it: for its page
// (web/correction_form.h) and the JSON API (web/api_corrections.h). Storing is store/corrections.h.
#pragma once

#include <string_view>

#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::int64_t kCorrectedAmountMax = 1'000'000'000'000;
inline constexpr std::size_t kMunicipalityCorrectedCharactersMax = 60;

// "SEK": three capitals.
bool is_currency(std::string_view text);

// The four facts of that item are these from now on; recorded.
void correct(const Desk& desk, const Item& right);

// They are again as they were read; recorded. False if nothing of it was corrected.
bool take_back_correction(const Desk& desk, const Item& item);

}  // namespace fundwatch::web
