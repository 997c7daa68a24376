#include "web/password.h"

#include <sodium.h>

#include <array>
#include <new>

#include "base/check.h"
#include "base/text.h"

namespace fundwatch::web {
namespace {

constexpr std::string_view kReadableLetters = "abcdefghjkmnpqrstuvwxyz23456789";
constexpr int kGroups = 4;
constexpr int kGroupLetters = 5;

// Of a password that nobody has.
const std::string& hash_of_nobody() {
  static const std::string kHash = hash_of_password(new_password());
  return kHash;
}

}  // namespace

PasswordFault fault_in_password(std::string_view password) {
  if (utf8_length(password) < kPasswordCharactersMin) return PasswordFault::too_short;
  return password.size() > kPasswordBytesMax ? PasswordFault::too_long : PasswordFault::none;
}

std::string hash_of_password(const std::string& password) {
  CHECK(sodium_init() >= 0);
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    throw std::bad_alloc();
  }
  return hash.data();
}

bool is_password(const std::string& password, const std::string& hash) {
  CHECK(sodium_init() >= 0);
  if (password.size() > kPasswordBytesMax) return false;
  const std::string& against = hash.empty() ? hash_of_nobody() : hash;
  const bool is_right =
      crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return is_right && !hash.empty();
}

std::string new_password() {
  CHECK(sodium_init() >= 0);
  std::string password;
  for (int at = 0; at < kGroups * kGroupLetters; ++at) {
    if (at > 0 && at % kGroupLetters == 0) password += '-';
    password += kReadableLetters[randombytes_uniform(kReadableLetters.size())];
  }
  return password;
}

}  // namespace fundwatch::web
