#include "feeds/read/page_text.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "feeds/read/charset.h"
#include "feeds/read/items.h"

namespace fundwatch::feeds {
namespace {

constexpr std::array<std::string_view, 4> kHtmlTypes{"text/html", "application/xhtml+xml",
                                                     "application/xml", "text/xml"};

Error error(const std::string& words) { return {Stage::read, words}; }

// "Text/HTML; charset=utf-8" -> "text/html".
std::string media_type(std::string_view content_type) {
  return ascii_lower(trimmed(content_type.substr(0, content_type.find(';'))));
}

bool is_html(std::string_view type) {
  return type.empty() || std::ranges::find(kHtmlTypes, type) != kHtmlTypes.end();
}

}  // namespace

Result<PageText> page_text(const Document& document, const config::Read& limits) {
  const std::string type = media_type(document.content_type);
  if (!is_html(type) && type != "text/plain") return error("of type " + type + ", not a page");
  const auto decoded = decode(document.bytes, document.content_type, Markup::html);
  if (!decoded) return decoded.error();
  if (is_binary(*decoded)) return error("a binary file, not a page");
  PageText page{decoded->encoding, problems_of(*decoded), {}};
  if (type == "text/plain") {
    page.article.text = trimmed(decoded->text);
  } else {
    page.article = article(decoded->text, limits.depth_max);
  }
  std::string& text = page.article.text;
  if (text.empty()) return error("the page has no running text; it may be made by a script");
  text.resize(utf8_prefix(text, kTextBytesMax).size());
  return page;
}

}  // namespace fundwatch::feeds
