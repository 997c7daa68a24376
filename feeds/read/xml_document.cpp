#include "feeds/read/xml_document.h"

#include <algorithm>

#include "feeds/read/byte_scan.h"

namespace fundwatch::feeds {
namespace {

// White space between elements is text in XHTML.
constexpr unsigned kParseOptions = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                                   pugi::parse_ws_pcdata | pugi::parse_wconv_attribute;

bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

std::size_t past(std::string_view xml, std::string_view end, std::size_t at) {
  const auto found = xml.find(end, at);
  return found == std::string_view::npos ? xml.size() : found + end.size();
}

// Past "<!…>" or "<?…>" at `at`.
std::size_t past_special(std::string_view xml, std::size_t at) {
  if (xml.substr(at).starts_with("<!--")) return past(xml, "-->", at + 4);
  if (xml.substr(at).starts_with("<![CDATA[")) return past(xml, "]]>", at);
  if (xml[at + 1] == '?') return past(xml, "?>", at);
  return at + 2;  // a DOCTYPE; its declarations are passed over one by one in the same way
}

// The ">" that closes the start tag at `at`, quotes respected.
std::size_t start_tag_end(std::string_view xml, std::size_t at) {
  while (true) {
    at = xml.find_first_of("\"'>", at);
    if (at == std::string_view::npos) return xml.size();
    if (xml[at] == '>') return at;
    const auto close = xml.find(xml[at], at + 1);
    if (close == std::string_view::npos) return xml.size();
    at = close + 1;
  }
}

}  // namespace

std::size_t remove_control_characters(std::string& text) {
  std::size_t at = find_control_character(text, 0);
  if (at == text.size()) return 0;
  std::size_t count = 0;
  std::size_t kept = at;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (is_forbidden(c)) ++count;
    if (c == '\v' || c == '\f') text[kept++] = ' ';
    if (!is_forbidden(c)) text[kept++] = c;
  }
  text.resize(kept);
  return count;
}

bool is_shallow(std::string_view xml, std::size_t depth_max) {
  std::size_t depth = 0;
  for (std::size_t at = xml.find('<'); at < xml.size(); at = xml.find('<', at)) {
    if (at + 1 == xml.size()) break;
    const char next = xml[at + 1];
    if (next == '!' || next == '?') {
      at = past_special(xml, at);
      continue;
    }
    if (next == '/') {
      if (depth > 0) --depth;
      at += 2;
      continue;
    }
    const std::size_t end = start_tag_end(xml, at);
    if (end == xml.size()) break;
    if (xml[end - 1] != '/' && ++depth > depth_max) return false;
    at = end;
  }
  return true;
}

bool parse_strictly(std::string& xml, pugi::xml_document& document) {
  const auto result =
      document.load_buffer_inplace(xml.data(), xml.size(), kParseOptions, pugi::encoding_utf8);
  return static_cast<bool>(result);
}

}  // namespace fundwatch::feeds
