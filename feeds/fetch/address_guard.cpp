#include "feeds/fetch/address_guard.h"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace fundwatch::feeds {
namespace {

constexpr int kAddressBits = 128;
constexpr int kMappedBits = 96;  // of ::ffff:0:0/96, below which IPv4 lives
constexpr int kPortMax = 65535;

// What a connection to an address of a block reaches.
enum class Reach {
  open,          // the public internet
  refused,       // something else, or nothing
  last_32_bits,  // the IPv4 address that ends it
  six_to_four,   // the IPv4 address after the first 16 bits
  teredo,        // a Teredo server's IPv4 address and a client's, the latter inverted
};

struct Block {
  std::string_view range;
  Reach reach;
};

// The most specific block decides. After the IANA IPv4 and IPv6 Special-Purpose Address Registries
// and the multicast and IPv6 address space registries; IPv6 is closed but for what is allocated.
constexpr auto kBlocks = std::to_array<Block>({
    {"0.0.0.0/0", Reach::open},
    {"0.0.0.0/8", Reach::refused},           // this network, RFC 791
    {"10.0.0.0/8", Reach::refused},          // private, RFC 1918
    {"100.64.0.0/10", Reach::refused},       // carrier-grade NAT, RFC 6598
    {"127.0.0.0/8", Reach::refused},         // loopback, RFC 1122
    {"169.254.0.0/16", Reach::refused},      // link-local, RFC 3927
    {"172.16.0.0/12", Reach::refused},       // private, RFC 1918
    {"192.0.0.0/24", Reach::refused},        // IETF protocol assignments, RFC 6890
    {"192.0.2.0/24", Reach::refused},        // documentation, RFC 5737
    {"192.88.99.0/24", Reach::refused},      // 6to4 relays, RFC 7526
    {"192.168.0.0/16", Reach::refused},      // private, RFC 1918
    {"198.18.0.0/15", Reach::refused},       // benchmarking, RFC 2544
    {"198.51.100.0/24", Reach::refused},     // documentation, RFC 5737
    {"203.0.113.0/24", Reach::refused},      // documentation, RFC 5737
    {"224.0.0.0/4", Reach::refused},         // multicast, RFC 5771
    {"240.0.0.0/4", Reach::refused},         // reserved, RFC 1112
    {"255.255.255.255/32", Reach::refused},  // broadcast, RFC 919
    {"::/0", Reach::refused},                // not allocated, RFC 4291
    {"::/96", Reach::last_32_bits},          // v4-compatible, also :: and ::1, RFC 4291
    {"64:ff9b::/96", Reach::last_32_bits},   // NAT64, RFC 6052
    {"64:ff9b:1::/48", Reach::refused},      // NAT64 of local use, RFC 8215
    {"100::/64", Reach::refused},            // discard, RFC 6666
    {"2000::/3", Reach::open},               // global unicast, RFC 4291
    {"2001::/23", Reach::refused},           // IETF protocol assignments, RFC 2928
    {"2001::/32", Reach::teredo},            // RFC 4380
    {"2001:2::/48", Reach::refused},         // benchmarking, RFC 5180
    {"2001:10::/28", Reach::refused},        // ORCHID, RFC 4843
    {"2001:20::/28", Reach::refused},        // ORCHIDv2, RFC 7343
    {"2001:db8::/32", Reach::refused},       // documentation, RFC 3849
    {"2002::/16", Reach::six_to_four},       // RFC 3056
    {"3fff::/20", Reach::refused},           // documentation, RFC 9637
    {"5f00::/16", Reach::refused},           // segment routing, RFC 9602
    {"fc00::/7", Reach::refused},            // unique local, RFC 4193
    {"fe80::/10", Reach::refused},           // link-local, RFC 4291
    {"fec0::/10", Reach::refused},           // site-local, RFC 3879
    {"ff00::/8", Reach::refused},            // multicast, RFC 4291
});

in6_addr mapped(const in_addr& address) {
  in6_addr result{};
  result.s6_addr[10] = result.s6_addr[11] = 0xFF;
  std::memcpy(&result.s6_addr[12], &address, sizeof address);
  return result;
}

bool is_within(const in6_addr& address, const AddressRange& range) {
  const auto whole_bytes = static_cast<std::size_t>(range.bits / 8);
  if (std::memcmp(address.s6_addr, range.prefix.s6_addr, whole_bytes) != 0) return false;
  if (range.bits % 8 == 0) return true;
  const int differing = address.s6_addr[whole_bytes] ^ range.prefix.s6_addr[whole_bytes];
  return differing >> (8 - range.bits % 8) == 0;
}

Reach reach_of(const in6_addr& address) {
  Reach reach = Reach::refused;
  int longest = -1;
  for (const Block& block : kBlocks) {
    const auto range = parse_address_range(block.range);
    CHECK(range.has_value());
    if (range->bits <= longest || !is_within(address, *range)) continue;
    longest = range->bits;
    reach = block.reach;
  }
  return reach;
}

// The IPv4 address in the four bytes from `first` on, each xor `mask`.
in6_addr inner(const in6_addr& address, std::size_t first, std::uint8_t mask = 0) {
  in_addr v4{};
  std::array<std::uint8_t, sizeof v4> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<std::uint8_t>(address.s6_addr[first + i] ^ mask);
  }
  std::memcpy(&v4, bytes.data(), sizeof v4);
  return mapped(v4);
}

std::optional<in6_addr> ip_of(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    return mapped(reinterpret_cast<const sockaddr_in&>(address).sin_addr);
  }
  if (address.sa_family == AF_INET6) {
    return reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
  }
  return std::nullopt;
}

}  // namespace

std::optional<AddressRange> parse_address_range(std::string_view text) {
  const auto slash = text.find('/');
  const std::string address(text.substr(0, slash));
  AddressRange range;
  in_addr v4{};
  const bool is_v4 = inet_pton(AF_INET, address.c_str(), &v4) == 1;
  if (is_v4) {
    range.prefix = mapped(v4);
  } else if (inet_pton(AF_INET6, address.c_str(), &range.prefix) != 1) {
    return std::nullopt;
  }
  if (slash == std::string_view::npos) return range;
  const std::string_view digits = text.substr(slash + 1);
  const char* const digits_end = digits.data() + digits.size();
  int bits = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits_end, bits);
  const int bits_max = is_v4 ? kAddressBits - kMappedBits : kAddressBits;
  if (fault != std::errc{} || end != digits_end || bits < 0 || bits > bits_max) return std::nullopt;
  range.bits = is_v4 ? kMappedBits + bits : bits;
  return range;
}

bool is_within(const sockaddr& address, const AddressRange& range) {
  const auto ip = ip_of(address);
  return ip && is_within(*ip, range);
}

Result<AddressGuard> AddressGuard::make(const std::vector<std::string>& allowed_addresses,
                                        const std::vector<int>& allowed_ports) {
  AddressGuard guard;
  for (const std::string& entry : allowed_addresses) {
    const auto range = parse_address_range(entry);
    if (!range) {
      return Error{Stage::config,
                   "fetch.allowed_addresses: \"" + entry +
                       "\" is neither an IP address nor a range; write it like 10.1.2.3, "
                       "10.0.0.0/8 or fd00::/8"};
    }
    guard.allowed_.push_back(*range);
  }
  for (const int port : allowed_ports) {
    if (port < 1 || port > kPortMax) {
      return Error{Stage::config, "fetch.allowed_ports: " + std::to_string(port) +
                                      " is no port; a port is a number from 1 to 65535"};
    }
  }
  guard.allowed_ports_ = allowed_ports;
  return guard;
}

bool AddressGuard::allows(const sockaddr& address) const {
  const auto ip = ip_of(address);
  return ip && allows(*ip);
}

bool AddressGuard::allows(const in6_addr& address) const {
  const auto covers = [&](const AddressRange& range) { return is_within(address, range); };
  if (std::any_of(allowed_.begin(), allowed_.end(), covers)) return true;
  // An inner address is IPv4, and so open or refused: this goes one level deep.
  switch (reach_of(address)) {
    case Reach::open: return true;
    case Reach::refused: return false;
    case Reach::last_32_bits: return allows(inner(address, 12));
    case Reach::six_to_four: return allows(inner(address, 2));
    case Reach::teredo: return allows(inner(address, 4)) && allows(inner(address, 12, 0xFF));
  }
  return false;
}

bool AddressGuard::allows_port(int port) const {
  return port == 80 || port == 443 ||
         std::find(allowed_ports_.begin(), allowed_ports_.end(), port) != allowed_ports_.end();
}

std::string text_of(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* ip = nullptr;
  if (address.sa_family == AF_INET) ip = &reinterpret_cast<const sockaddr_in&>(address).sin_addr;
  if (address.sa_family == AF_INET6) ip = &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
  if (ip == nullptr) return {};
  return inet_ntop(address.sa_family, ip, text.data(), text.size()) == nullptr ? "" : text.data();
}

}  // namespace fundwatch::feeds
