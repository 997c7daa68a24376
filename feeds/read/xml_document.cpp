#include "feeds/read/xml_document.h"

namespace fundwatch::feeds {
namespace {

// White space between elements is text in XHTML.
constexpr unsigned kParseOptions = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                                   pugi::parse_ws_pcdata | pugi::parse_wconv_attribute;

constexpr std::string_view kCdata = "<![CDATA[";

std::size_t past(std::string_view xml, std::string_view end, std::size_t at) {
  const auto found = xml.find(end, at);
  return found == std::string_view::npos ? xml.size() : found + end.size();
}

// Past "<!…>" or "<?…>" at `at`.
std::size_t past_special(std::string_view xml, std::size_t at) {
  if (xml.substr(at).starts_with("<!--")) return past(xml, "-->", at + 4);
  if (xml.substr(at).starts_with(kCdata)) return past(xml, "]]>", at);
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

Survey survey(std::string_view xml, std::size_t depth_max) {
  Survey seen;
  std::size_t depth = 0;
  std::size_t looked = 0;  // up to here names were looked for, or it is CDATA
  for (std::size_t at = xml.find('<'); at < xml.size(); at = xml.find('<', at)) {
    if (at + 1 == xml.size()) break;
    const char next = xml[at + 1];
    if (next == '!' || next == '?') {
      const std::size_t begin = at;
      at = past_special(xml, begin);
      if (!xml.substr(begin).starts_with(kCdata)) continue;
      seen.has_html_names |= has_html_names(xml.substr(looked, begin - looked));
      looked = at;
      continue;
    }
    if (next == '/') {
      if (depth > 0) --depth;
      at += 2;
      continue;
    }
    at = start_tag_end(xml, at);
    if (at == xml.size()) break;
    if (xml[at - 1] != '/' && ++depth > depth_max) return {.is_shallow = false};
  }
  seen.has_html_names |= has_html_names(xml.substr(looked));
  return seen;
}

bool parse_strictly(std::string& xml, pugi::xml_document& document) {
  const auto result =
      document.load_buffer_inplace(xml.data(), xml.size(), kParseOptions, pugi::encoding_utf8);
  return static_cast<bool>(result);
}

}  // namespace fundwatch::feeds
