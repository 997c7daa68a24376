#include "digest/signed_link.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/check.h"

namespace fundwatch::digest {
namespace {

using Bytes = std::vector<unsigned char>;

constexpr std::size_t kHashBytes = 16;
constexpr std::size_t kTokenCharactersMax = 64;
// Clocks of two machines may differ a little.
constexpr std::chrono::minutes kClocksDiffer{5};

// Numbers in seven bits a byte, the lowest first (LEB128), so that tokens stay short.
void put_number(Bytes& bytes, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) {
    bytes.push_back(static_cast<unsigned char>(number | 0x80));
  }
  bytes.push_back(static_cast<unsigned char>(number));
}

// Takes a number off the front; nothing when there is none that put_number could have written.
std::optional<std::uint64_t> take_number(Bytes& bytes) {
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < bytes.size() && at < 9; ++at) {
    number |= std::uint64_t{bytes[at] & 0x7FU} << (7 * at);
    if (bytes[at] >= 0x80) continue;
    bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    return number;
  }
  return std::nullopt;
}

Bytes payload_of(const SignedLink& link) {
  Bytes bytes{static_cast<unsigned char>(link.purpose)};
  put_number(bytes, static_cast<std::uint64_t>(link.subscriber));
  put_number(bytes, static_cast<std::uint64_t>(link.case_id));
  put_number(bytes, static_cast<std::uint64_t>(link.made_at.time_since_epoch().count()));
  return bytes;
}

std::optional<LinkPurpose> purpose_of(unsigned char byte) {
  const bool is_known = byte >= static_cast<unsigned char>(LinkPurpose::confirm) &&
                        byte <= static_cast<unsigned char>(LinkPurpose::calendar);
  if (!is_known) return std::nullopt;
  return static_cast<LinkPurpose>(byte);
}

std::optional<SignedLink> link_of(Bytes payload) {
  if (payload.empty()) return std::nullopt;
  const auto purpose = purpose_of(payload.front());
  payload.erase(payload.begin());
  const auto subscriber = take_number(payload);
  const auto case_id = take_number(payload);
  const auto made_at = take_number(payload);
  if (!purpose || !subscriber || !case_id || !made_at || !payload.empty()) return std::nullopt;
  return SignedLink{*purpose, SubscriberId{static_cast<std::int64_t>(*subscriber)},
                    CaseId{static_cast<std::int64_t>(*case_id)},
                    Instant{std::chrono::seconds{*made_at}}};
}

std::array<unsigned char, kHashBytes> hash_of(const Bytes& payload, const SigningKey& key) {
  std::array<unsigned char, kHashBytes> hash{};
  crypto_generichash(hash.data(), hash.size(), payload.data(), payload.size(), key.bytes.data(),
                     key.bytes.size());
  return hash;
}

std::optional<Bytes> decoded(std::string_view token) {
  if (token.empty() || token.size() > kTokenCharactersMax) return std::nullopt;
  Bytes bytes(token.size());
  std::size_t length = 0;
  const char* end = nullptr;
  const int failed =
      sodium_base642bin(bytes.data(), bytes.size(), token.data(), token.size(), nullptr, &length,
                        &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  if (failed != 0 || end != token.data() + token.size()) return std::nullopt;
  bytes.resize(length);
  return bytes;
}

std::string encoded(const Bytes& bytes) {
  std::string text(
      sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();  // the zero that libsodium adds
  return text;
}

bool is_signed_by(const SigningKey& key, const Bytes& payload, const unsigned char* hash) {
  return sodium_memcmp(hash_of(payload, key).data(), hash, kHashBytes) == 0;
}

// Whether one of the keys that still count signed it. The last always counts; each other is good
// for a while after the next was made.
bool is_signed(const Bytes& payload, const unsigned char* hash, const SigningKeys& keys,
               Instant now) {
  for (std::size_t at = 0; at < keys.size(); ++at) {
    const bool is_last = at + 1 == keys.size();
    if (!is_last && keys[at + 1].made_at + kReplacedKeyValid < now) continue;
    if (is_signed_by(keys[at], payload, hash)) return true;
  }
  return false;
}

bool is_in_time(const SignedLink& link, Instant now) {
  if (link.made_at > now + kClocksDiffer) return false;
  return link.purpose != LinkPurpose::confirm || link.made_at + kConfirmationValid >= now;
}

}  // namespace

std::string token_of(const SignedLink& link, const SigningKeys& keys) {
  CHECK(!keys.empty());
  Bytes bytes = payload_of(link);
  const auto hash = hash_of(bytes, keys.back());
  bytes.insert(bytes.end(), hash.begin(), hash.end());
  return encoded(bytes);
}

std::optional<SignedLink> read_token(std::string_view token, const SigningKeys& keys, Instant now) {
  const auto bytes = decoded(token);
  if (!bytes || bytes->size() <= kHashBytes) return std::nullopt;
  const auto hash = bytes->end() - static_cast<std::ptrdiff_t>(kHashBytes);
  const Bytes payload(bytes->begin(), hash);
  if (!is_signed(payload, &*hash, keys, now)) return std::nullopt;
  const auto link = link_of(payload);
  if (!link || !is_in_time(*link, now)) return std::nullopt;
  return link;
}

SigningKey new_signing_key(Instant now) {
  SigningKey key{now};
  randombytes_buf(key.bytes.data(), key.bytes.size());
  return key;
}

}  // namespace fundwatch::digest
