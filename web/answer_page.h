// web/answer_page.h — what a subscriber makes of one case: the page that the buttons of the mail
// lead to. Opening it changes nothing, so that scanners of mail do no harm; one press answers.
#pragma once

#include <string_view>

#include "web/frame.h"

namespace fundwatch::web {

inline constexpr std::int64_t kAmountMax = 1'000'000'000;  // of an answer, in SEK

Reply answer_page(const Site& site, const Request& request, std::string_view token);

}  // namespace fundwatch::web
