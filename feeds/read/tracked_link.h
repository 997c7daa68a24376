// feeds/read/tracked_link.h — where a link of a newsletter or alert leads.
// Senders wrap links to count clicks; where the target stands in the wrapped link itself it is
// taken out, so that nobody is asked and no click is counted. Pure.
#pragma once

#include <string>
#include <string_view>

namespace fundwatch::feeds {

// The target of "https://www.google.com/url?q=https%3A%2F%2Fa.se%2F1", however often it is wrapped
// (at most kWrappingsMax times); any other link as it is.
inline constexpr int kWrappingsMax = 4;
std::string unwrapped_link(std::string_view link);

}  // namespace fundwatch::feeds
