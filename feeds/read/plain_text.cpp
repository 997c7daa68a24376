#include "feeds/read/plain_text.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "base/text.h"
#include "feeds/read/character_references.h"
#include "feeds/read/markup_tokens.h"
#include "feeds/read/sanitize.h"
#include "feeds/read/sanitize_lists.h"

namespace fundwatch::feeds {
namespace {

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that stand apart from what is around them, with an empty line or on a line of their own.
constexpr std::array<std::string_view, 14> kParagraphs{
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "table", "pre", "hr"};
constexpr std::array<std::string_view, 22> kLines{
    "div",    "li",     "tr",      "dt",     "dd",     "article", "section", "header",
    "footer", "main",   "address", "figure", "center", "caption", "aside",   "figcaption",
    "nav",    "option", "legend",  "title",  "thead",  "tbody"};
constexpr std::array<std::string_view, 8> kHidden{"script", "style", "template", "noframes",
                                                  "svg",    "math",  "textarea", "select"};

// Lists within lists are indented so far and no further.
constexpr std::size_t kListIndentMax = 5;

enum class Gap { none, space, line, paragraph };

class TextWriter {
 public:
  explicit TextWriter(std::string_view html) : html_(html) {}
  std::string run();

 private:
  struct List {
    bool is_ordered = false;
    int count = 0;
  };

  void start(const std::string& name);
  void end(const std::string& name);
  void write(std::string_view text);
  void write_preformatted(std::string_view text);
  void gap(Gap wanted) { gap_ = std::max(gap_, wanted); }
  void flush_gap();
  void start_list_item();

  std::string_view html_;
  std::string out_;
  Gap gap_ = Gap::none;
  std::vector<List> lists_;
  std::string hidden_;  // the element whose content is not shown
  int preformatted_ = 0;
  bool row_has_cell_ = false;
};

std::string TextWriter::run() {
  out_.reserve(html_.size() / 2);
  MarkupTokens tokens(html_, Dialect::html);
  MarkupToken token;
  while (tokens.next(token)) {
    if (!hidden_.empty()) {
      if (token.kind == TokenKind::end && token.name == hidden_) hidden_.clear();
      continue;
    }
    switch (token.kind) {
      case TokenKind::text: write(without_references(token.text)); break;
      case TokenKind::literal: write(token.text); break;
      case TokenKind::comment: break;
      case TokenKind::start:
        if (!token.is_self_closing || !is_one_of(kHidden, token.name)) start(token.name);
        break;
      case TokenKind::end: end(token.name); break;
    }
  }
  return std::move(out_);
}

void TextWriter::start(const std::string& name) {
  if (is_one_of(kHidden, name)) {
    hidden_ = name;
  } else if (name == "br") {
    // Two of them in a row are how old pages write a paragraph.
    gap(gap_ == Gap::line ? Gap::paragraph : Gap::line);
  } else if (name == "ul" || name == "ol") {
    gap(lists_.empty() ? Gap::paragraph : Gap::line);
    if (lists_.size() < kHtmlDepthMax) lists_.push_back({name == "ol", 0});
  } else if (name == "li") {
    start_list_item();
  } else if (name == "td" || name == "th") {
    if (row_has_cell_ && gap_ < Gap::line && !out_.empty()) out_ += " |";
    gap(Gap::space);
    row_has_cell_ = true;
  } else if (is_one_of(kParagraphs, name)) {
    gap(Gap::paragraph);
    if (name == "pre") ++preformatted_;
  } else if (is_one_of(kLines, name)) {
    gap(Gap::line);
    if (name == "tr") row_has_cell_ = false;
  }
}

void TextWriter::end(const std::string& name) {
  if (name == "ul" || name == "ol") {
    if (!lists_.empty()) lists_.pop_back();
    gap(lists_.empty() ? Gap::paragraph : Gap::line);
  } else if (is_one_of(kParagraphs, name)) {
    gap(Gap::paragraph);
    if (name == "pre" && preformatted_ > 0) --preformatted_;
  } else if (is_one_of(kLines, name)) {
    gap(Gap::line);
  }
}

void TextWriter::start_list_item() {
  gap(Gap::line);
  flush_gap();
  if (lists_.size() > 1) out_.append((std::min(lists_.size(), kListIndentMax) - 1) * 2, ' ');
  if (!lists_.empty() && lists_.back().is_ordered) {
    out_ += std::to_string(++lists_.back().count) + ". ";
  } else {
    out_ += "- ";
  }
  gap_ = Gap::none;
}

void TextWriter::flush_gap() {
  if (!out_.empty()) {
    switch (gap_) {
      case Gap::none: break;
      case Gap::space:
        if (out_.back() != ' ' && out_.back() != '\n') out_ += ' ';
        break;
      case Gap::line:
        while (out_.back() == ' ' && out_.size() > 1) out_.pop_back();
        if (out_.back() != '\n') out_ += '\n';
        break;
      case Gap::paragraph:
        while (out_.back() == ' ' && out_.size() > 1) out_.pop_back();
        if (!out_.ends_with('\n')) out_ += '\n';
        if (!out_.ends_with("\n\n")) out_ += '\n';
        break;
    }
  }
  gap_ = Gap::none;
}

void TextWriter::write(std::string_view text) {
  if (preformatted_ > 0) {
    write_preformatted(text);
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && is_markup_space(text[at])) ++at;
    if (at > begin) gap(Gap::space);
    if (at == text.size()) return;
    flush_gap();
    const std::size_t word = at;
    while (at < text.size() && !is_markup_space(text[at])) ++at;
    out_ += text.substr(word, at - word);
  }
}

void TextWriter::write_preformatted(std::string_view text) {
  flush_gap();
  for (const char c : text) {
    if (c != '\r') out_ += c;
  }
}

// Soft hyphens and zero-width characters hide words from matchers; no-break spaces are spaces.
std::string without_invisible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead == 0xC2 && rest.starts_with("\u00A0")) {
      out += ' ';
      at += 2;
    } else if (lead == 0xC2 && rest.starts_with("\u00AD")) {
      at += 2;
    } else if (lead == 0xE2 && (rest.starts_with("\u200B") || rest.starts_with("\u200E") ||
                                rest.starts_with("\u2060"))) {
      at += 3;
    } else if (lead == 0xEF && rest.starts_with("\uFEFF")) {
      at += 3;
    } else {
      out += text[at++];
    }
  }
  return out;
}

constexpr std::size_t kTagBytesMax = 2000;

// Elements that nobody writes about without markup being meant.
constexpr std::array<std::string_view, 12> kMarkupOnly{"script", "style", "iframe", "object",
                                                       "applet", "form",  "svg",    "math",
                                                       "html",   "head",  "body",   "noscript"};

// Whether a "<" begins what only HTML has: a comment, the end of a known element, or an element
// that is seldom closed. A lone "<b>" may be a text about HTML.
bool is_telling_tag(std::string_view text) {
  if (text.starts_with("<!--")) return true;
  const bool closes = text.starts_with("</");
  const std::size_t begin = closes ? 2 : 1;
  const std::string_view rest = text.substr(begin, 16);
  const std::string name = ascii_lower(rest.substr(0, rest.find_first_of(" \t\r\n/>")));
  if (name.size() == rest.size()) return false;
  if (name == "a") return text.substr(0, kTagBytesMax).find('>') != std::string_view::npos;
  if (closes) return is_allowed_element(name) || is_one_of(kMarkupOnly, name);
  return is_void_element(name) || name == "p" || name == "div" || name == "li" ||
         is_one_of(kMarkupOnly, name);
}

}  // namespace

bool looks_like_html(std::string_view text) {
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (is_telling_tag(text.substr(at))) return true;
  }
  for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    if (read_reference(text.substr(at)).length > 0) return true;
  }
  return false;
}

std::string plain_text(std::string_view html) {
  const std::string text = without_invisible(TextWriter(html).run());
  return std::string(trimmed(text));
}

std::string plain_text(const RawText& text) {
  if (text.kind == TextKind::html ||
      (text.kind == TextKind::unsure && looks_like_html(text.value))) {
    return plain_text(text.value);
  }
  return std::string(trimmed(without_invisible(text.value)));
}

std::string plain_line(const RawText& text) { return collapsed(plain_text(text)); }

}  // namespace fundwatch::feeds
