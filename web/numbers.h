// web/numbers.h — numbers as people write them in forms and read them on pages. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fundwatch::web {

// "2,5" and "3": without needless decimals, at most two.
std::string number_words(double number);

// "13,387664401253275": reads back as the same number, for fields that are sent again.
std::string exact_words(double number);

// Of an address or a hidden field: digits alone.
std::optional<std::int64_t> whole_number(std::string_view text);

// "2,5", "2.5" and "3".
std::optional<double> decimal_number(std::string_view text);

// "250 000", also with no-break spaces; nothing for what is no amount, or above `max`.
std::optional<std::int64_t> amount_number(std::string_view text, std::int64_t max);

}  // namespace fundwatch::web
