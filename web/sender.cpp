#include "web/sender.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

#include "base/text.h"

namespace fundwatch::web {
namespace {

bool is_listed(const std::string& address, const std::vector<std::string>& trusted_proxies) {
  return std::find(trusted_proxies.begin(), trusted_proxies.end(), address) !=
         trusted_proxies.end();
}

// As one writes it; empty for what is no address.
std::string address_in(std::string_view text) {
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(std::string(trimmed(text)), error);
  return error ? std::string() : address.to_string();
}

}  // namespace

std::string sender_of(const std::string& peer, std::string_view forwarded,
                      const std::vector<std::string>& trusted_proxies) {
  if (!is_listed(peer, trusted_proxies)) return is_loopback(peer) ? std::string() : peer;
  const auto hops = split(forwarded, ',');
  for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
    const std::string address = address_in(*hop);
    if (address.empty()) return {};
    if (!is_listed(address, trusted_proxies)) return address;
  }
  return {};
}

bool is_loopback(std::string_view address) {
  return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

}  // namespace fundwatch::web
