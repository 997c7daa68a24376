// web/sender.h — who asks: the address of the peer, or what a proxy that is trusted says of it.
// For limits of rate only. Whoever is not listed is not believed, because anybody can send the
// header.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::web {

// `forwarded` is X-Forwarded-For: who asked first, then the proxies in their order. The answer is
// the last one in it that is no proxy of ours. Empty if nobody can tell: the peer is this machine,
// which may be a proxy that is not listed.
std::string sender_of(const std::string& peer, std::string_view forwarded,
                      const std::vector<std::string>& trusted_proxies);

bool is_loopback(std::string_view address);

}  // namespace fundwatch::web
