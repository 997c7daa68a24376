#include "feeds/read/linked_page.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "feeds/read/article.h"
#include "feeds/read/charset.h"
#include "feeds/read/items.h"

namespace fundwatch::feeds {
namespace {

constexpr std::array<std::string_view, 4> kHtmlTypes{"text/html", "application/xhtml+xml",
                                                     "application/xml", "text/xml"};

constexpr std::size_t kCharactersPerSlip = 100;

Error error(const std::string& words) { return {Stage::read, words}; }

// "Text/HTML; charset=utf-8" -> "text/html".
std::string media_type(std::string_view content_type) {
  return ascii_lower(trimmed(content_type.substr(0, content_type.find(';'))));
}

bool is_html(std::string_view type) {
  return type.empty() || std::ranges::find(kHtmlTypes, type) != kHtmlTypes.end();
}

// A stray control character is a slip, many are no text.
bool is_binary(const Decoded& decoded) {
  return decoded.control_characters > decoded.text.size() / kCharactersPerSlip;
}

}  // namespace

Result<std::string> linked_page_text(const Response& response, const config::Read& limits) {
  const std::string type = media_type(response.content_type);
  if (!is_html(type) && type != "text/plain") return error("of type " + type + ", not a page");
  const auto decoded = decode(response.body, response.content_type, Markup::html);
  if (!decoded) return decoded.error();
  if (is_binary(*decoded)) return error("a binary file, not a page");
  const std::string text = type == "text/plain" ? std::string(trimmed(decoded->text))
                                                : article(decoded->text, limits.depth_max).text;
  if (text.empty()) return error("the page has no running text; it may be made by a script");
  return std::string(utf8_prefix(text, kTextBytesMax));
}

}  // namespace fundwatch::feeds
