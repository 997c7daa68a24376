// feeds/read/mail_links.h — the announcements that an alert mail links to.
// Each block of the mail that leads to one address is one of them; what concerns the subscription
// itself (unsubscribe, settings, "view in browser") and home pages are none. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::feeds {

inline constexpr std::size_t kLinksPerMailMax = 500;

struct MailLink {
  std::string url;    // absolute, tracking unwrapped
  std::string title;  // one line, never empty
  std::string text;   // what else stands in its block, plain text
  std::string buyer;  // where a line of the block names one ("Köpare: …"), else empty
};

// In the order of the mail, one an address, at most kLinksPerMailMax.
std::vector<MailLink> links_of_html(std::string_view html, std::size_t depth_max);
std::vector<MailLink> links_of_text(std::string_view text);

}  // namespace fundwatch::feeds
