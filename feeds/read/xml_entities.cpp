#include <algorithm>

#include "feeds/read/character_references.h"
#include "feeds/read/xml_document.h"

// HTML's references to characters in XML, which defines only five names, and numbers of Unicode's.
namespace fundwatch::feeds {
namespace {

// "&#150;" is a character of windows-1252 to HTML and a control character to XML.
bool is_xmls_own(std::string_view text) {
  if (text.starts_with("&#")) return !read_reference(text).is_windows_1252;
  for (const std::string_view name : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
    if (text.starts_with(name)) return true;
  }
  return false;
}

// Finds the names that XML does not define, outside CDATA, one after the other.
class HtmlNames {
 public:
  explicit HtmlNames(std::string_view xml) : xml_(xml), cdata_begin_(xml.find(kCdata)) {}

  // The next one from `at` on; npos when there is none.
  std::size_t next(std::size_t at) {
    for (at = xml_.find('&', at); at != std::string_view::npos; at = xml_.find('&', at)) {
      const std::string_view rest = xml_.substr(at);
      if (is_xmls_own(rest)) {
        ++at;
      } else if (const std::size_t end = cdata_end(at); end > at) {
        at = end;
      } else if (read_reference(rest).length > 0) {
        return at;
      } else {
        ++at;
      }
    }
    return at;
  }

 private:
  // Where the CDATA around `at` ends; `at` itself when there is none around it.
  std::size_t cdata_end(std::size_t at) {
    while (cdata_begin_ < at) {
      const std::size_t end = std::min(xml_.find("]]>", cdata_begin_), xml_.size());
      if (end > at) return end;
      cdata_begin_ = xml_.find(kCdata, end);
    }
    return at;
  }

  static constexpr std::string_view kCdata = "<![CDATA[";
  std::string_view xml_;
  std::size_t cdata_begin_;
};

}  // namespace

bool has_html_names(std::string_view text) {
  for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::string_view rest = text.substr(at);
    if (!is_xmls_own(rest) && read_reference(rest).length > 0) return true;
  }
  return false;
}

std::size_t replace_html_names(std::string& xml) {
  HtmlNames names(xml);
  std::size_t found = names.next(0);
  if (found == std::string::npos) return 0;
  std::string mended;
  mended.reserve(xml.size());
  std::size_t count = 0;
  std::size_t at = 0;
  for (; found != std::string::npos; found = names.next(at)) {
    const CharacterReference reference = read_reference(std::string_view(xml).substr(found));
    mended.append(xml, at, found - at).append(reference.character);
    at = found + reference.length;
    ++count;
  }
  mended.append(xml, at);
  xml = std::move(mended);
  return count;
}

}  // namespace fundwatch::feeds
