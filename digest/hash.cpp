#include "digest/hash.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace fundwatch::digest {

std::string hash_of(std::string_view text) {
  std::array<unsigned char, crypto_generichash_BYTES_MIN> bytes{};
  crypto_generichash(bytes.data(), bytes.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  std::string result;
  for (const unsigned char byte : bytes) result += fmt::format("{:02x}", byte);
  return result;
}

}  // namespace fundwatch::digest
