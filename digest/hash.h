// digest/hash.h — a short name for a long text: the same text always has the same.
// BLAKE2b by libsodium; no secret goes in, so it names and does not authenticate.
#pragma once

#include <string>
#include <string_view>

namespace fundwatch::digest {

// 32 hexadecimal digits.
std::string hash_of(std::string_view text);

}  // namespace fundwatch::digest
