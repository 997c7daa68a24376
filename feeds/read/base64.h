// feeds/read/base64.h — RFC 4648 § 4, as Atom 0.3 carries text in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fundwatch::feeds {

// The bytes; white space between is passed over; nothing when it is not base64.
std::optional<std::string> decoded_base64(std::string_view text);

}  // namespace fundwatch::feeds
