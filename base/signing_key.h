// base/signing_key.h — the secret by which links in our mails are known as ours.
// The installation makes one at its first start; each later one is a rotation.
#pragma once

#include <array>
#include <vector>

#include "base/clock.h"

namespace fundwatch {

inline constexpr std::size_t kSigningKeyBytes = 32;

// Links that were signed with a replaced key are good for this long: until the mails they stand in
// are old news.
inline constexpr std::chrono::days kReplacedKeyValid{60};

struct SigningKey {
  Instant made_at{};
  std::array<unsigned char, kSigningKeyBytes> bytes{};
};

// Oldest first; the last one signs. Never empty once the installation has started.
using SigningKeys = std::vector<SigningKey>;

}  // namespace fundwatch
