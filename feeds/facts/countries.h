// feeds/facts/countries.h — the country that a title begins with: "Finland – Cleaning services".
// So begin notices of TED and news of European networks. Sweden itself is none. And the one that a
// title names anywhere. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "feeds/facts/words.h"

namespace fundwatch::feeds {

// The NUTS code: "FI".
std::optional<std::string_view> country_in_title(WordSpan title);

// The one that is named, or its people ("Grants for Scottish charities"); nothing where Sweden or
// the Nordic countries are named as well.
std::optional<std::string_view> other_country_in_title(WordSpan title);

}  // namespace fundwatch::feeds
