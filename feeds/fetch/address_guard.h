// feeds/fetch/address_guard.h — which addresses a source may be fetched from.
// Public ones only (RFC 6890 and the IANA special-purpose registries), unless the sysadmin lists an
// address, a range or a port. Asked after DNS, for every hop, right before the socket opens.
#pragma once

#include <netinet/in.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct sockaddr;

namespace fundwatch::feeds {

// The addresses whose first `bits` bits are those of `prefix`; IPv4 stands as ::ffff:a.b.c.d.
struct AddressRange {
  in6_addr prefix{};
  int bits = 128;
};

// "10.0.0.0/8", "fd00::/8", or an address alone; nothing for what is neither.
std::optional<AddressRange> parse_address_range(std::string_view text);

// False for other families than IPv4 and IPv6.
bool is_within(const sockaddr& address, const AddressRange& range);

class AddressGuard {
 public:
  // Error{config} names the entry that is no address or CIDR range, or no port.
  static Result<AddressGuard> make(const std::vector<std::string>& allowed_addresses,
                                   const std::vector<int>& allowed_ports);

  // Whether a connection to this IPv4 or IPv6 address is allowed. IPv4 inside IPv6 (mapped, 6to4,
  // Teredo, NAT64) is judged by the address inside.
  bool allows(const sockaddr& address) const;

  // 80, 443 and the listed ports.
  bool allows_port(int port) const;

 private:
  bool allows(const in6_addr& address) const;

  std::vector<AddressRange> allowed_;
  std::vector<int> allowed_ports_;
};

// "10.0.0.5", "fd00::1"; empty for other families.
std::string text_of(const sockaddr& address);

}  // namespace fundwatch::feeds
