// web/subscription_pages.h — the pages by which readers subscribe, confirm, choose and leave.
// Who has the link of a mail is its reader; nobody logs in. No GET changes anything. The form says
// the same whether an address is known or not, so that nobody can ask who subscribes.
#pragma once

#include <string_view>

#include "web/frame.h"

namespace fundwatch::web {

// Whoever asked and did not confirm yet; more of them than this is an attack, and waits.
inline constexpr std::size_t kUnconfirmedMax = 500;
inline constexpr std::size_t kAddressBytesMax = 254;  // RFC 5321 § 4.5.3.1
inline constexpr std::size_t kOrganisationCharactersMax = 100;
inline constexpr std::size_t kMunicipalityCharactersMax = 60;

// A new subscriber's first mail reaches this far back, so that it is not empty.
inline constexpr std::chrono::days kFirstMailReachesBack{7};

Reply subscribe_page(const Site& site, const Request& request);
Reply confirm_page(const Site& site, const Request& request, std::string_view token);
Reply settings_page(const Site& site, const Request& request, std::string_view token);
Reply unsubscribe_page(const Site& site, const Request& request, std::string_view token);

}  // namespace fundwatch::web
