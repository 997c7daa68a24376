#include "web/session.h"

#include <sodium.h>

#include <array>

#include "base/check.h"
#include "store/sessions.h"

namespace fundwatch::web {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kTokenCharacters = 2 * kTokenBytes;
constexpr std::string_view kHexDigits = "0123456789abcdef";

std::string hexadecimal(const std::array<unsigned char, kTokenBytes>& bytes) {
  std::array<char, kTokenCharacters + 1> text{};
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  return text.data();
}

// `purpose` keeps apart what is made of the same token.
std::string hash_for(std::string_view purpose, const std::string& token) {
  CHECK(sodium_init() >= 0);
  const std::string text = std::string(purpose) + ":" + token;
  std::array<unsigned char, kTokenBytes> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  return hexadecimal(hash);
}

std::string_view cookie_name(const config::Config& config) {
  return is_behind_tls(config) ? "__Host-fundwatch" : "fundwatch";
}

std::string cookie(const std::string& value, const std::string& age, const config::Config& config) {
  return std::string(cookie_name(config)) + "=" + value + "; Path=/; Max-Age=" + age +
         "; HttpOnly; SameSite=Lax" + (is_behind_tls(config) ? "; Secure" : "");
}

}  // namespace

std::string new_session_token() {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, kTokenBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return hexadecimal(bytes);
}

std::string hash_of_token(const std::string& token) { return hash_for("session", token); }

std::string csrf_of(const std::string& token) { return hash_for("form", token); }

bool is_same_secret(std::string_view one, std::string_view other) {
  return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::optional<std::string> session_token_of(const Request& request, const config::Config& config) {
  std::string token = cookie_of(request, cookie_name(config));
  const bool is_hexadecimal = token.find_first_not_of(kHexDigits) == std::string::npos;
  if (token.size() != kTokenCharacters || !is_hexadecimal) return std::nullopt;
  return token;
}

std::string session_cookie(const std::string& token, const config::Config& config) {
  const std::chrono::seconds age = store::kSessionAgeMax;
  return cookie(token, std::to_string(age.count()), config);
}

std::string ended_session_cookie(const config::Config& config) { return cookie("", "0", config); }

bool is_behind_tls(const config::Config& config) {
  return config.web.public_url.starts_with("https://");
}

}  // namespace fundwatch::web
