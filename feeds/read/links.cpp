#include "feeds/read/links.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"

namespace fundwatch::feeds {
namespace {

constexpr std::array<std::string_view, 26> kSafeSchemes{
    "aim",   "callto", "ed2k", "facetime", "feed",   "ftp",    "geo",    "gopher", "http",
    "https", "im",     "irc",  "ircs",     "magnet", "mailto", "news",   "nntp",   "rtsp",
    "sftp",  "sip",    "sms",  "ssh",      "tel",    "telnet", "webcal", "xmpp"};

// An address taken apart (RFC 3986 appendix B); the flags tell empty from absent.
struct Reference {
  std::string_view scheme;
  std::string_view authority;
  std::string_view path;
  std::string_view query;
  std::string_view fragment;
  bool has_authority = false;
  bool has_query = false;
  bool has_fragment = false;
};

bool is_scheme_character(char c, bool first) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (!first && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'));
}

// The scheme that `text` begins with, without its colon; empty without one.
std::string_view scheme_of(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  for (std::size_t i = 0; i < colon; ++i) {
    if (!is_scheme_character(text[i], i == 0)) return {};
  }
  return text.substr(0, colon);
}

// Cuts `text` at the first of `ends` and returns what stood before.
std::string_view cut(std::string_view& text, std::string_view ends) {
  const auto end = std::min(text.find_first_of(ends), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end);
  return part;
}

Reference take_apart(std::string_view text) {
  Reference reference;
  reference.scheme = scheme_of(text);
  if (!reference.scheme.empty()) text.remove_prefix(reference.scheme.size() + 1);
  if (text.starts_with("//")) {
    reference.has_authority = true;
    text.remove_prefix(2);
    reference.authority = cut(text, "/?#");
  }
  reference.path = cut(text, "?#");
  if (text.starts_with('?')) {
    reference.has_query = true;
    text.remove_prefix(1);
    reference.query = cut(text, "#");
  }
  if (text.starts_with('#')) {
    reference.has_fragment = true;
    reference.fragment = text.substr(1);
  }
  return reference;
}

// RFC 3986 § 5.2.4
std::string without_dot_segments(std::string_view path) {
  std::string output;
  const bool rooted = path.starts_with('/');
  std::size_t at = 0;
  while (at < path.size()) {
    const std::size_t begin = path[at] == '/' ? at + 1 : at;
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    const bool last = end == path.size();
    if (segment == ".") {
      if (last) output += '/';
    } else if (segment == "..") {
      const auto slash = output.rfind('/');
      output.erase(slash == std::string::npos ? 0 : slash);
      if (last) output += '/';
    } else {
      output += path.substr(at, end - at);
    }
    at = end;
  }
  if (rooted && !output.starts_with('/')) output.insert(0, 1, '/');
  return output;
}

std::string merged_path(const Reference& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) return "/" + std::string(path);
  const auto slash = base.path.rfind('/');
  const auto kept = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(base.path.substr(0, kept)) + std::string(path);
}

std::string put_together(const Reference& reference) {
  std::string text;
  if (!reference.scheme.empty()) text.append(reference.scheme).append(":");
  if (reference.has_authority) text.append("//").append(reference.authority);
  text += reference.path;
  if (reference.has_query) text.append("?").append(reference.query);
  if (reference.has_fragment) text.append("#").append(reference.fragment);
  return text;
}

std::string transformed(const Reference& base, const Reference& reference) {
  Reference target = reference;
  std::string path(reference.path);
  if (!reference.has_authority) {
    target.authority = base.authority;
    target.has_authority = base.has_authority;
    if (path.empty()) {
      path = base.path;
      target.query = reference.has_query ? reference.query : base.query;
      target.has_query = reference.has_query || base.has_query;
    } else {
      path = without_dot_segments(path.front() == '/' ? path : merged_path(base, path));
    }
  } else {
    path = without_dot_segments(path);
  }
  target.scheme = base.scheme;
  target.path = path;
  return put_together(target);
}

bool is_safe_scheme(std::string_view scheme) {
  const std::string lower = ascii_lower(scheme);
  return std::find(kSafeSchemes.begin(), kSafeSchemes.end(), lower) != kSafeSchemes.end();
}

bool has_broken_host(std::string_view authority) {
  const auto open = authority.find('[');
  const auto close = authority.find(']');
  return (open == std::string_view::npos) != (close == std::string_view::npos);
}

bool is_control_or_space(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }

// Publishers break long addresses over lines and indent them.
std::string without_line_breaks(std::string_view text) {
  std::string result(trimmed(text));
  std::erase_if(result, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return result;
}

}  // namespace

std::string resolved(std::string_view base, std::string_view reference_text) {
  std::string text = without_line_breaks(reference_text);
  const Reference reference = take_apart(text);
  if (has_broken_host(reference.authority)) return {};
  if (!reference.scheme.empty()) {
    if (reference.has_authority && !is_safe_scheme(reference.scheme)) return {};
    return text;
  }
  const Reference from = take_apart(trimmed(base));
  if (from.scheme.empty()) return text;
  return transformed(from, reference);
}

bool is_safe_link(std::string_view address) {
  std::string bare(address);
  std::erase_if(bare, is_control_or_space);
  const auto colon = bare.find(':');
  const auto other = bare.find_first_of("/?#");
  if (colon == std::string::npos || (other != std::string::npos && other < colon)) return true;
  const std::string_view scheme = std::string_view(bare).substr(0, colon);
  // "feed:https://…" is followed without its first word.
  if (equals_ignoring_ascii_case(scheme, "feed")) return is_safe_link(bare.substr(colon + 1));
  return is_safe_scheme(scheme);
}

std::string web_link(std::string_view base, std::string_view reference) {
  if (trimmed(reference).empty()) return {};
  const std::string address = resolved(base, reference);
  const std::string scheme = ascii_lower(scheme_of(address));
  if (scheme != "http" && scheme != "https") return {};
  if (!parse_url(address)) return {};
  std::string link;
  for (const char c : address) {
    if (c == ' ') link += "%20";
    if (!is_control_or_space(c)) link += c;
  }
  return link;
}

}  // namespace fundwatch::feeds
