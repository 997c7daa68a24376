#include "feeds/read/address.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <span>
#include <vector>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

// Parameters that say where a reader came from, not what is read.
constexpr std::array<std::string_view, 28> kTracking{
    "fbclid",   "gclid",         "gclsrc",    "dclid",       "gbraid", "wbraid",    "msclkid",
    "yclid",    "twclid",        "ttclid",    "li_fat_id",   "igshid", "mc_cid",    "mc_eid",
    "mkt_tok",  "_ga",           "_gl",       "_hsenc",      "_hsmi",  "vero_id",   "wt_mc",
    "wt.mc_id", "hsctatracking", "at_medium", "at_campaign", "pk_kwd", "pk_source", "pk_campaign"};
constexpr std::array<std::string_view, 3> kTrackingPrefixes{"utm_", "mtm_", "piwik_"};

// Parameters that name a visit. "sid" is also Swedish for page: only a value that nobody would
// number pages by makes it one.
constexpr std::array<std::string_view, 9> kSessions{"jsessionid", "phpsessid", "sessionid",
                                                    "session_id", "session",   "sessid",
                                                    "sid",        "cfid",      "cftoken"};
constexpr std::size_t kSessionIdCharactersMin = 16;

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_session_id(std::string_view value) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return value.size() >= kSessionIdCharactersMin && std::ranges::any_of(value, is_digit);
}

// "name=value", in a query or after a semicolon in the path.
bool is_decoration(std::string_view parameter) {
  const auto equals = std::min(parameter.find('='), parameter.size());
  const std::string name = ascii_lower(parameter.substr(0, equals));
  const std::string_view value = parameter.substr(std::min(equals + 1, parameter.size()));
  if (is_one_of(kTracking, name)) return true;
  if (name.starts_with("aspsessionid")) return true;
  if (is_one_of(kSessions, name)) return is_session_id(value);
  return std::ranges::any_of(kTrackingPrefixes,
                             [&](std::string_view prefix) { return name.starts_with(prefix); });
}

std::string undecorated_query(std::string_view query) {
  std::vector<std::string_view> parameters = split(query, '&');
  std::erase_if(parameters, [](std::string_view parameter) {
    return parameter.empty() || is_decoration(parameter);
  });
  std::ranges::stable_sort(parameters);
  std::string kept;
  for (const std::string_view parameter : parameters) {
    kept.append(kept.empty() ? "?" : "&").append(parameter);
  }
  return kept;
}

// ASP.NET without cookies: "/(S(lit3py55t21z5v55vlm25s55))/nyhet.aspx".
bool is_session_segment(std::string_view segment) {
  return segment.starts_with("(S(") && segment.ends_with("))");
}

std::string undecorated_path(std::string_view path) {
  std::string kept;
  for (const std::string_view segment : split(path, '/')) {
    if (segment.empty() || is_session_segment(segment)) continue;
    kept += "/";
    bool is_name = true;
    for (const std::string_view part : split(segment, ';')) {
      if (!is_name && is_decoration(part)) continue;
      kept.append(is_name ? "" : ";").append(part);
      is_name = false;
    }
  }
  return kept;
}

// "%C3%A5" and "%c3%a5" are one.
void lower_escapes(std::string& text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] != '%') continue;
    for (const std::size_t digit : {i + 1, i + 2}) {
      text[digit] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[digit])));
    }
  }
}

// "user@A.se:443" of an https link -> "a.se".
std::string host_of(std::string_view authority, std::string_view default_port) {
  authority = authority.substr(authority.rfind('@') + 1);  // npos + 1 is 0
  if (authority.ends_with(default_port)) authority.remove_suffix(default_port.size());
  return ascii_lower(authority);
}

struct Scheme {
  std::string_view prefix;
  std::string_view port;
};
constexpr std::array<Scheme, 2> kSchemes{{{"https://", ":443"}, {"http://", ":80"}}};

std::optional<Scheme> scheme_of(std::string_view url) {
  for (const Scheme& scheme : kSchemes) {
    if (equals_ignoring_ascii_case(url.substr(0, scheme.prefix.size()), scheme.prefix)) {
      return scheme;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string page_address(std::string_view url) {
  const auto scheme = scheme_of(url);
  if (!scheme) return {};
  url = url.substr(scheme->prefix.size());
  url = url.substr(0, url.find('#'));
  const auto path_at = std::min(url.find_first_of("/?"), url.size());
  const auto query_at = std::min(url.find('?'), url.size());
  const std::string host = host_of(url.substr(0, path_at), scheme->port);
  std::string rest = undecorated_path(url.substr(path_at, query_at - path_at)) +
                     undecorated_query(url.substr(std::min(query_at + 1, url.size())));
  if (host.empty() || rest.empty()) return {};
  lower_escapes(rest);
  return host + rest;
}

}  // namespace fundwatch::feeds
