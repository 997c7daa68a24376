#include "feeds/read/sanitize.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/text.h"
#include "feeds/read/character_references.h"
#include "feeds/read/links.h"
#include "feeds/read/markup_tokens.h"
#include "feeds/read/open_elements.h"
#include "feeds/read/sanitize_lists.h"

namespace fundwatch::feeds {
namespace {

std::string numeric_reference(char32_t character) {
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                 static_cast<std::uint32_t>(character), 16);
  return "&#x" + std::string(digits.data(), end.ptr) + ";";
}

// A reference stays as it is written, unless that is not what is meant ("&#150;") or not XML
// ("&#X61;"); says how much of the text was used.
std::size_t append_reference(std::string& out, std::string_view text) {
  const CharacterReference reference = read_reference(text);
  if (reference.length == 0) {
    out += "&amp;";
    return 1;
  }
  if (reference.is_windows_1252) {
    out += numeric_reference(windows_1252_character(reference.number));
  } else if (text.starts_with("&#X")) {
    out.append("&#x").append(text.substr(3, reference.length - 3));
  } else {
    out += text.substr(0, reference.length);
  }
  return reference.length;
}

// Text as it may stand between tags: references stay, what could be taken for markup does not.
void append_text(std::string& out, std::string_view text) {
  while (true) {
    const auto plain = std::min(text.find_first_of("<>&"), text.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return;
    std::size_t taken = 1;
    switch (text.front()) {
      case '<': out += "&lt;"; break;
      case '>': out += '>'; break;
      default: taken = append_reference(out, text);
    }
    text.remove_prefix(taken);
  }
}

void append_value(std::string& out, std::string_view value) {
  for (const char c : value) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
}

// Text that stood in CDATA, where "&" and "<" mean themselves.
void append_literal(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      default: out += c;
    }
  }
}

bool is_harmless_in_comment(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view(" _-:.,/").find(c) != std::string_view::npos;
}

class Sanitizer {
 public:
  Sanitizer(std::string_view html, std::string_view base) : html_(html), base_(base) {}
  std::string run();

 private:
  void count_dropped(const MarkupToken& token);
  void start(const MarkupToken& token);
  void end(const std::string& name);
  void attribute(const MarkupAttribute& attribute);
  std::optional<std::string> safe_link(const std::string& address) const;
  std::string safe_image_set(std::string_view value) const;
  void comment(std::string_view text);
  void close_through(std::size_t level);

  std::string_view html_;
  std::string_view base_;
  std::string out_;
  OpenElements open_;
  // How many elements are open whose content is dropped. A stray "</script>" cancels the next
  // opening: what is shown then is text all the same.
  int dropping_ = 0;
  std::size_t last_void_end_ = 0;  // where the last element without content ended
};

std::string Sanitizer::run() {
  out_.reserve(html_.size());
  MarkupTokens tokens(html_, Dialect::html);
  MarkupToken token;
  while (tokens.next(token)) {
    count_dropped(token);
    if (dropping_ > 0) continue;
    switch (token.kind) {
      case TokenKind::text: append_text(out_, token.text); break;
      case TokenKind::comment: comment(token.text); break;
      case TokenKind::literal: append_literal(out_, token.text); break;
      case TokenKind::start: start(token); break;
      case TokenKind::end: end(token.name); break;
    }
  }
  // HTML lets a paragraph or list item end with what holds it: no need to add what was not there.
  const auto& names = open_.names();
  if (!std::all_of(names.begin(), names.end(), has_optional_end)) close_through(0);
  return std::move(out_);
}

void Sanitizer::count_dropped(const MarkupToken& token) {
  const bool is_tag = token.kind == TokenKind::start || token.kind == TokenKind::end;
  if (!is_tag || !is_dropped_with_content(token.name) || token.is_self_closing) return;
  dropping_ += token.kind == TokenKind::start ? 1 : -1;
}

void Sanitizer::start(const MarkupToken& token) {
  if (!is_allowed_element(token.name)) return;
  const bool is_void = is_void_element(token.name);
  if (!is_void && open_.depth() >= kHtmlDepthMax) return;
  out_.append("<").append(token.name);
  for (const MarkupAttribute& found : attributes_of(token, Dialect::html)) attribute(found);
  // "<br>", "<br/>" and "<br />" stay what they are.
  if (is_void && token.is_self_closing) out_ += token.text.ends_with(' ') ? " /" : "/";
  out_ += '>';
  last_void_end_ = is_void ? out_.size() : 0;
  if (is_void) return;
  open_.push(token.name);
  if (token.is_self_closing) close_through(open_.depth() - 1);
}

void Sanitizer::attribute(const MarkupAttribute& found) {
  if (!is_allowed_attribute(found.name)) return;
  std::string value = without_references(found.value);
  if (found.name == "style") {
    value = sanitized_style(value);
    if (value.empty()) return;
  }
  if (found.name == "srcset") value = safe_image_set(value);
  if (is_link_attribute(found.name)) {
    const auto link = safe_link(value);
    if (!link) return;
    value = *link;
  }
  out_.append(" ").append(found.name);
  if (!found.has_value) return;
  out_ += "=\"";
  append_value(out_, value);
  out_ += '"';
}

std::optional<std::string> Sanitizer::safe_link(const std::string& address) const {
  if (!is_safe_link(address)) return std::nullopt;
  if (base_.empty() || address.starts_with('#')) return address;
  std::string link = resolved(base_, address);
  const bool is_no_address = link.empty() && !address.empty();
  if (is_no_address || !is_safe_link(link)) return std::nullopt;
  return link;
}

// "a.png 480w, b.png 2x": the addresses with what stands behind each.
std::string Sanitizer::safe_image_set(std::string_view value) const {
  std::string safe;
  for (const std::string_view candidate : split(value, ',')) {
    const std::string_view whole = trimmed(candidate);
    const auto space = std::min(whole.find_first_of(" \t\r\n"), whole.size());
    const auto link = safe_link(std::string(whole.substr(0, space)));
    if (whole.empty() || !link) continue;
    if (!safe.empty()) safe += ", ";
    safe.append(*link).append(whole.substr(space));
  }
  return safe;
}

// Editors leave marks ("kg-card-begin: markdown"). Conditional comments, which some browsers obey,
// have brackets.
void Sanitizer::comment(std::string_view text) {
  const bool is_harmless = text.find("--") == std::string_view::npos &&
                           std::all_of(text.begin(), text.end(), is_harmless_in_comment);
  if (is_harmless && !text.empty() && !text.ends_with('-'))
    out_.append("<!--").append(text).append("-->");
}

void Sanitizer::end(const std::string& name) {
  if (is_void_element(name)) {
    // "<br></br>" is XHTML's other way to write it, and two breaks to a browser.
    if (last_void_end_ == out_.size() && out_.ends_with('>')) {
      out_.replace(out_.size() - 1, 1, out_.ends_with("/>") ? ">" : " />");
    }
    return;
  }
  if (const auto depth = open_.depth_of(name)) close_through(*depth);
}

void Sanitizer::close_through(std::size_t level) {
  while (open_.depth() > level) {
    out_.append("</").append(open_.innermost()).append(">");
    open_.pop();
  }
}

}  // namespace

std::string sanitized(std::string_view html, std::string_view base) {
  return Sanitizer(html, base).run();
}

}  // namespace fundwatch::feeds
