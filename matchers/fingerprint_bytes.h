// matchers/fingerprint_bytes.h — fingerprints as bytes, to be kept beside the items they are of.
// The leading words and names are left out: they only make the traits (matchers/duplicate.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "matchers/fingerprint.h"

namespace fundwatch::matchers {

std::string bytes_of(const Fingerprint& print);

// Nothing if another version of the program wrote them otherwise, or they are damaged.
std::optional<Fingerprint> fingerprint_of(std::string_view bytes);

}  // namespace fundwatch::matchers
