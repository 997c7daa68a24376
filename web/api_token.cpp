#include "web/api_token.h"

#include <sodium.h>

#include <array>

#include "base/text.h"
#include "web/session.h"

namespace fundwatch::web {

std::string new_api_token() { return "fw_" + new_session_token(); }

std::string hash_of_api_token(const std::string& token) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(token.data()),
                     token.size());
  std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text{};
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  return text.data();
}

std::optional<std::string> bearer_of(const Request& request) {
  constexpr std::string_view kScheme = "bearer ";
  const std::string_view header = trimmed(request.authorization);
  if (ascii_lower(header.substr(0, kScheme.size())) != kScheme) return std::nullopt;
  return std::string(trimmed(header.substr(kScheme.size())));
}

}  // namespace fundwatch::web
