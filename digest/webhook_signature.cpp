#include "digest/webhook_signature.h"

#include <sodium.h>

#include <array>

#include "base/url.h"

namespace fundwatch::digest {
namespace {

constexpr std::string_view kPrefix = "whsec_";
constexpr std::size_t kSecretBytesMax = 64;

std::string base64(const unsigned char* bytes, std::size_t count) {
  std::string text(sodium_base64_encoded_len(count, sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, count, sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // its NUL
  return text;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

bool is_loopback(const std::string& host) {
  const bool is_number = host.find_first_not_of("0123456789.") == std::string::npos;
  return host == "localhost" || host == "::1" || (is_number && host.starts_with("127."));
}

}  // namespace

std::string new_webhook_secret() {
  std::array<unsigned char, kWebhookSecretBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return std::string(kPrefix) + base64(bytes.data(), bytes.size());
}

std::optional<std::string> webhook_signature(const SignedPost& post, std::string_view secret) {
  if (!secret.starts_with(kPrefix)) return std::nullopt;
  secret.remove_prefix(kPrefix.size());
  std::array<unsigned char, kSecretBytesMax> key{};
  std::size_t key_bytes = 0;
  const char* end = nullptr;
  const int decoded = sodium_base642bin(key.data(), key.size(), secret.data(), secret.size(),
                                        nullptr, &key_bytes, &end, sodium_base64_VARIANT_ORIGINAL);
  if (decoded != 0 || end != secret.data() + secret.size() || key_bytes == 0) return std::nullopt;
  const std::string head =
      std::string(post.message_id) + "." + std::to_string(post.at.time_since_epoch().count()) + ".";
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, key.data(), key_bytes);
  crypto_auth_hmacsha256_update(&state, bytes_of(head), head.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(post.body), post.body.size());
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code{};
  crypto_auth_hmacsha256_final(&state, code.data());
  return "v1," + base64(code.data(), code.size());
}

WebhookUrlFault fault_of_webhook_url(std::string_view url) {
  if (url.size() > kWebhookUrlBytesMax) return WebhookUrlFault::too_long;
  const auto parts = parse_url(url);
  if (!parts) return WebhookUrlFault::not_web;
  if (parts->has_userinfo) return WebhookUrlFault::user_name;
  const bool is_secure = parts->scheme == "https" || is_loopback(parts->host);
  return is_secure ? WebhookUrlFault::none : WebhookUrlFault::not_secure;
}

}  // namespace fundwatch::digest
