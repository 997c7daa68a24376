#include <algorithm>
#include <optional>

#include "base/text.h"
#include "feeds/read/charset.h"
#include "feeds/read/charset_labels.h"

// What a document says of its own character set: the XML declaration, and meta elements by the
// prescan of the HTML standard (§ 13.2.3.2).
namespace fundwatch::feeds {
namespace {

// How far a declaration is looked for.
constexpr std::size_t kXmlDeclarationBytesMax = 1024;
constexpr std::size_t kMetaBytesMax = 16UL * 1024;

constexpr std::string_view kSpaces = " \t\r\n\f";

bool is_space(char c) { return kSpaces.find(c) != std::string_view::npos; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void skip_spaces(std::string_view& text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

// The value of `name = "value"` somewhere in `text`; unquoted values end at a space, ";" or "?".
std::string value_of(std::string_view text, std::string_view name) {
  const std::string lower = ascii_lower(text);
  for (std::size_t at = lower.find(name); at != std::string::npos; at = lower.find(name, at + 1)) {
    std::string_view rest = std::string_view(lower).substr(at + name.size());
    skip_spaces(rest);
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    skip_spaces(rest);
    if (rest.empty()) return {};
    if (rest.front() == '"' || rest.front() == '\'') {
      const auto end = rest.find(rest.front(), 1);
      return end == std::string_view::npos ? std::string{}
                                           : std::string(trimmed(rest.substr(1, end - 1)));
    }
    return std::string(rest.substr(0, rest.find_first_of(" \t\r\n\f;?>,\"'")));
  }
  return {};
}

struct Attribute {
  std::string name;
  std::string value;
};

std::string quoted_value(std::string_view& text) {
  const char quote = text.front();
  text.remove_prefix(1);
  const auto end = text.find(quote);
  std::string value = ascii_lower(text.substr(0, end));
  if (end == std::string_view::npos) {
    text = {};
    return value;
  }
  text.remove_prefix(end + 1);
  return value;
}

std::string unquoted_value(std::string_view& text) {
  const auto end = text.find_first_of(" \t\r\n\f>");
  std::string value = ascii_lower(text.substr(0, end));
  text.remove_prefix(end == std::string_view::npos ? text.size() : end);
  return value;
}

// "Get an attribute" of the prescan; nothing at the tag's end. Text that ends within the tag leaves
// `text` empty, which the caller takes as: the tag does not count.
std::optional<Attribute> next_attribute(std::string_view& text) {
  while (!text.empty() && (is_space(text.front()) || text.front() == '/')) text.remove_prefix(1);
  if (text.empty() || text.front() == '>') return std::nullopt;
  Attribute attribute;
  while (!text.empty() && !is_space(text.front()) && text.front() != '/' && text.front() != '>' &&
         (text.front() != '=' || attribute.name.empty())) {
    attribute.name += text.front();
    text.remove_prefix(1);
  }
  attribute.name = ascii_lower(attribute.name);
  skip_spaces(text);
  if (!text.starts_with('=')) return attribute;
  text.remove_prefix(1);
  skip_spaces(text);
  if (text.empty()) return attribute;
  const bool quoted = text.front() == '"' || text.front() == '\'';
  attribute.value = quoted ? quoted_value(text) : unquoted_value(text);
  return attribute;
}

std::string in_content(std::string_view content) {
  const auto at = content.find("charset");
  if (at == std::string_view::npos) return {};
  return value_of(content.substr(at), "charset");
}

// One meta tag, after its name.
std::string in_meta(std::string_view& text) {
  bool is_content_type = false;
  bool has_http_equiv = false;
  std::string charset;
  std::string from_content;
  while (const auto attribute = next_attribute(text)) {
    if (attribute->name == "charset" && charset.empty()) charset = attribute->value;
    if (attribute->name == "content" && from_content.empty()) {
      from_content = in_content(attribute->value);
    }
    if (attribute->name == "http-equiv" && !has_http_equiv) {
      has_http_equiv = true;
      is_content_type = attribute->value == "content-type";
    }
  }
  if (text.empty()) return {};
  if (!charset.empty()) return charset;
  return is_content_type ? from_content : std::string{};
}

void skip_past(std::string_view& text, std::string_view end) {
  const auto at = text.find(end);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
}

bool begins_tag(std::string_view text) {
  if (text.size() > 2 && text[1] == '/') return is_letter(text[2]);
  return text.size() > 1 && is_letter(text[1]);
}

bool begins_meta(std::string_view text) {
  return text.size() > 5 && equals_ignoring_ascii_case(text.substr(1, 4), "meta") &&
         (is_space(text[5]) || text[5] == '/');
}

}  // namespace

std::string charset_of(std::string_view content_type) {
  const auto semicolon = content_type.find(';');
  if (semicolon == std::string_view::npos) return {};
  return value_of(content_type.substr(semicolon + 1), "charset");
}

std::string declared_in_xml(std::string_view bytes) {
  const auto begin = bytes.substr(0, kXmlDeclarationBytesMax).find("<?xml");
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = bytes.substr(begin, kXmlDeclarationBytesMax);
  return value_of(rest.substr(0, rest.find("?>")), "encoding");
}

std::string declared_in_html(std::string_view bytes) {
  std::string_view text = bytes.substr(0, kMetaBytesMax);
  while (!text.empty()) {
    text.remove_prefix(std::min(text.find('<'), text.size()));
    if (text.starts_with("<!--")) {
      text.remove_prefix(2);  // "<!-->" is a whole comment
      skip_past(text, "-->");
    } else if (begins_meta(text)) {
      text.remove_prefix(5);
      if (std::string found = in_meta(text); !converter_name(found).empty()) {
        if (found.starts_with("utf-16")) return "utf-8";
        return found;
      }
    } else if (begins_tag(text)) {
      text.remove_prefix(std::min(text.find_first_of(" \t\r\n\f>"), text.size()));
      while (next_attribute(text)) {
      }
    } else if (text.size() > 1 && (text[1] == '!' || text[1] == '/' || text[1] == '?')) {
      skip_past(text, ">");
    } else if (!text.empty()) {
      text.remove_prefix(1);
    }
  }
  return {};
}

}  // namespace fundwatch::feeds
