#include "digest/markup.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "base/url.h"
#include "digest/plain.h"

namespace fundwatch::digest {
namespace {

constexpr std::string_view kUnsafeInUrl = "\"<>\\^`{|}";
constexpr std::string_view kPlainInAddress = "._~+@-";

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_plain_in_url(char c) {
  return c > ' ' && c < '\x7F' && kUnsafeInUrl.find(c) == std::string_view::npos;
}

bool is_plain_in_address(char c) {
  return is_letter_or_digit(c) || kPlainInAddress.find(c) != std::string_view::npos;
}

// RFC 3986 § 2.1
std::string percent_encoded(std::string_view text, bool (*is_plain)(char)) {
  std::string result;
  for (const char c : text) {
    result +=
        is_plain(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

std::string_view escaped(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
  }
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const std::string_view entity = escaped(c);
    if (entity.empty()) {
      result += c;
    } else {
      result += entity;
    }
  }
  return result;
}

}  // namespace

std::optional<Link> Link::web(std::string_view url) {
  std::string target = percent_encoded(trimmed(url), is_plain_in_url);
  if (target.size() > kLinkBytesMax) return std::nullopt;
  // A scheme must be spelled out: libcurl would guess one for "example.se".
  if (target.find("://") == std::string::npos) return std::nullopt;
  const auto parsed = parse_url(target);
  if (!parsed || parsed->has_userinfo) return std::nullopt;
  return Link(std::move(target));
}

std::optional<Link> Link::mail(std::string_view address) {
  const auto at = address.find('@');
  if (at == 0 || at == std::string_view::npos || at + 1 == address.size()) return std::nullopt;
  if (address.find('@', at + 1) != std::string_view::npos) return std::nullopt;
  return Link("mailto:" + percent_encoded(address, is_plain_in_address));
}

Link Link::with_query(std::string_view name, std::string_view value) const {
  const auto is_plain = [](std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
  };
  CHECK(is_plain(name) && is_plain(value) && target_.find('?') == std::string::npos);
  return Link(target_ + "?" + std::string(name) + "=" + std::string(value));
}

Markup& Markup::tag(Literal markup) {
  html_ += markup.view();
  return *this;
}

Markup& Markup::text(std::string_view text) {
  html_ += escaped(visible(text));
  return *this;
}

Markup& Markup::append(const Markup& markup) {
  html_ += markup.html_;
  return *this;
}

Markup& Markup::link(const Link& link) {
  html_ += escaped(link.target());
  return *this;
}

}  // namespace fundwatch::digest
