#include "web/addresses.h"

#include "base/check.h"

namespace fundwatch::web {

std::string_view path_of(digest::LinkPurpose purpose) {
  switch (purpose) {
    case digest::LinkPurpose::confirm: return "/b/";
    case digest::LinkPurpose::settings: return "/p/";
    case digest::LinkPurpose::unsubscribe: return "/a/";
    case digest::LinkPurpose::answer: return "/s/";
    case digest::LinkPurpose::calendar: return "/k/";
  }
  CHECK(false);
  return "";
}

std::string address_of(const digest::SignedLink& link, const SigningKeys& keys,
                       const std::string& public_url) {
  if (public_url.empty()) return {};
  return public_url + std::string(path_of(link.purpose)) + digest::token_of(link, keys);
}

}  // namespace fundwatch::web
