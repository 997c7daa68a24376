// feeds/facts/countries.h — the country that a title begins with: "Finland – Cleaning services".
// So begin notices of TED and news of European networks. Sweden itself is none. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "feeds/facts/words.h"

namespace fundwatch::feeds {

// The NUTS code: "FI".
std::optional<std::string_view> country_in_title(WordSpan title);

}  // namespace fundwatch::feeds
