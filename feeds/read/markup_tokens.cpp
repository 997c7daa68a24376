#include "feeds/read/markup_tokens.h"

#include <algorithm>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

constexpr std::string_view kSpaces = " \t\r\n\f";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}

std::size_t name_end(std::string_view markup, std::size_t at) {
  while (at < markup.size() && !is_markup_space(markup[at]) && markup[at] != '>' &&
         markup[at] != '/' && markup[at] != '<') {
    ++at;
  }
  return at;
}

bool is_repeated(const std::vector<MarkupAttribute>& attributes, std::string_view name) {
  return std::any_of(attributes.begin(), attributes.end(),
                     [name](const MarkupAttribute& known) { return known.name == name; });
}

std::string_view read_value(std::string_view& text) {
  if (text.empty()) return {};
  const bool quoted = text.front() == '"' || text.front() == '\'';
  const std::size_t begin = quoted ? 1 : 0;
  const std::size_t end = quoted ? std::min(text.find(text.front(), 1), text.size())
                                 : std::min(text.find_first_of(kSpaces), text.size());
  const std::string_view value = text.substr(begin, end - begin);
  text.remove_prefix(std::min(text.size(), end + begin));
  return value;
}

void skip_spaces(std::string_view& text) {
  while (!text.empty() && is_markup_space(text.front())) text.remove_prefix(1);
}

}  // namespace

bool MarkupTokens::begins_markup(std::size_t at) const {
  if (at + 1 >= markup_.size()) return false;
  const char next = markup_[at + 1];
  if (next == '/') return at + 2 < markup_.size() && is_letter(markup_[at + 2]);
  if (next == '!') {
    const char third = at + 2 < markup_.size() ? markup_[at + 2] : ' ';
    return third == '-' || third == '[' || is_letter(third);
  }
  return is_letter(next) || next == '?';
}

bool MarkupTokens::next(MarkupToken& token) {
  while (at_ < markup_.size()) {
    if (at_ == cdata_end_) {
      at_ += 3;
      cdata_end_ = std::string_view::npos;
      continue;
    }
    if (markup_[at_] != '<' || !begins_markup(at_)) {
      const std::size_t begin = at_++;
      const std::size_t stop =
          std::min(cdata_end_ > begin ? cdata_end_ : markup_.size(), markup_.size());
      while (at_ < stop && (markup_[at_] != '<' || !begins_markup(at_))) {
        at_ = std::min(markup_.find('<', at_ + (markup_[at_] == '<' ? 1 : 0)), stop);
      }
      token.kind = TokenKind::text;
      token.text = markup_.substr(begin, at_ - begin);
      token.offset = begin;
      return true;
    }
    const char second = markup_[at_ + 1];
    if (second == '!' || second == '?' ? read_special(token) : read_tag(token)) return true;
  }
  return false;
}

// Comments, CDATA, DOCTYPE, processing instructions; true for those that are tokens.
bool MarkupTokens::read_special(MarkupToken& token) {
  const std::string_view rest = markup_.substr(at_);
  if (rest.starts_with("<!--")) {
    read_comment(token);
    return true;
  }
  if (rest.starts_with("<![CDATA[")) {
    const std::size_t begin = at_ + 9;
    token.offset = at_;
    if (dialect_ == Dialect::html) {  // wrapped once too often: what stands in it is HTML again
      at_ = begin;
      cdata_end_ = markup_.find("]]>", begin);
      return false;
    }
    skip_past("]]>");
    const std::size_t closing = markup_.substr(begin, at_ - begin).ends_with("]]>") ? 3 : 0;
    token.kind = TokenKind::literal;
    token.text = markup_.substr(begin, at_ - begin - closing);
    return !token.text.empty();
  }
  if (rest.starts_with("<?")) {
    skip_past(dialect_ == Dialect::xml ? "?>" : ">");
  } else {
    skip_doctype();
  }
  return false;
}

bool MarkupTokens::read_tag(MarkupToken& token) {
  token.offset = at_;
  const bool closes = markup_[at_ + 1] == '/';
  const std::size_t begin = at_ + (closes ? 2 : 1);
  const std::size_t end_of_name = name_end(markup_, begin);
  const std::string_view name = markup_.substr(begin, end_of_name - begin);
  token.name = dialect_ == Dialect::html ? ascii_lower(name) : std::string(name);
  const std::size_t end = tag_end(end_of_name);
  token.text = markup_.substr(end_of_name, end - end_of_name);
  token.is_self_closing = token.text.ends_with('/');
  if (token.is_self_closing) token.text.remove_suffix(1);
  token.kind = closes ? TokenKind::end : TokenKind::start;
  const bool is_cut = end == markup_.size();
  at_ = end < markup_.size() && markup_[end] == '>' ? end + 1 : end;
  return !is_cut || dialect_ == Dialect::xml;
}

// Where the tag that is open at `at` ends: at its ">", or at a "<" that cannot be within it.
std::size_t MarkupTokens::tag_end(std::size_t at) const {
  char before = ' ';
  while (at < markup_.size()) {
    const char c = markup_[at];
    if (c == '>') return at;
    if (c == '<' && begins_markup(at)) return at;
    if ((c == '"' || c == '\'') && before == '=') {
      at = quoted_end(at);
    } else {
      ++at;
    }
    if (!is_markup_space(c)) before = c;
  }
  return markup_.size();
}

// Past the closing quote. Where it was forgotten (no other follows; in XML, a "<" does) the value
// ends at the next ">".
std::size_t MarkupTokens::quoted_end(std::size_t at) const {
  const std::size_t close = markup_.find(markup_[at], at + 1);
  if (dialect_ == Dialect::html) {
    if (close != std::string_view::npos) return close + 1;
    return std::min(markup_.find('>', at), markup_.size());
  }
  const std::size_t stop = std::min(markup_.find('<', at + 1), markup_.size());
  if (close < stop) return close + 1;
  return std::min(markup_.substr(0, stop).find('>', at), stop);
}

void MarkupTokens::skip_past(std::string_view end) {
  const auto found = markup_.find(end, at_);
  at_ = found == std::string_view::npos ? markup_.size() : found + end.size();
}

// A comment that nobody closes ends with its tag, so that it hides no more than that.
void MarkupTokens::read_comment(MarkupToken& token) {
  token.kind = TokenKind::comment;
  token.offset = at_;
  const std::size_t begin = at_ + 4;
  const auto end = has_comment_end_ ? markup_.find("-->", at_ + 2) : std::string_view::npos;
  has_comment_end_ = end != std::string_view::npos;
  if (has_comment_end_) {
    at_ = end + 3;  // "<!-->" is a whole comment
    token.text = end > begin ? markup_.substr(begin, end - begin) : std::string_view{};
  } else {
    skip_past(">");
    token.text = {};
  }
}

// A DOCTYPE with its internal subset, which is never read.
void MarkupTokens::skip_doctype() {
  const std::size_t end = markup_.find_first_of("[>", at_);
  if (end != std::string_view::npos && markup_[end] == '[' && dialect_ == Dialect::xml) {
    at_ = end;
    while (at_ < markup_.size() && markup_[at_] != '>') {
      at_ = std::min(markup_.find(']', at_), markup_.size() - 1) + 1;
      while (at_ < markup_.size() && is_markup_space(markup_[at_])) ++at_;
    }
  }
  skip_past(">");
}

std::vector<MarkupAttribute> attributes_of(const MarkupToken& token, Dialect dialect) {
  std::vector<MarkupAttribute> attributes;
  std::string_view text = token.text;
  while (attributes.size() < kAttributesMax) {
    while (!text.empty() && (is_markup_space(text.front()) || text.front() == '/'))
      text.remove_prefix(1);
    if (text.empty()) break;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n\f/=", 1), text.size());
    MarkupAttribute attribute;
    attribute.name = dialect == Dialect::html ? ascii_lower(text.substr(0, end))
                                              : std::string(text.substr(0, end));
    text.remove_prefix(end);
    skip_spaces(text);
    if (text.starts_with('=')) {
      text.remove_prefix(1);
      skip_spaces(text);
      attribute.has_value = true;
      attribute.value = read_value(text);
    }
    if (!is_repeated(attributes, attribute.name)) attributes.push_back(std::move(attribute));
  }
  return attributes;
}

}  // namespace fundwatch::feeds
