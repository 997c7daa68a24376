// feeds/read/markup_tokens.h — markup as a stream of tags and text.
// Reads HTML and broken XML alike: nothing is an error, and every byte is looked at a bounded
// number of times. It knows no elements (what stands in a script comes as text and tags), builds no
// tree and decodes no references.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::feeds {

// html: names are lower-cased, "<![CDATA[" is passed over. xml: names stand as they are, CDATA is
// text.
enum class Dialect { html, xml };

// text: character references are still in it. literal: the content of CDATA, meant as it stands.
enum class TokenKind { text, literal, comment, start, end };

// White space of HTML.
constexpr bool is_markup_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

struct MarkupAttribute {
  std::string name;        // lower case in HTML
  std::string_view value;  // as written, without quotes; references are still in it
  bool has_value = false;
};

struct MarkupToken {
  TokenKind kind = TokenKind::text;
  std::string name;              // of a tag
  std::string_view text;         // of text or a comment, or the attributes of a start tag
  bool is_self_closing = false;  // "<br/>"
  std::size_t offset = 0;        // in the markup
};

class MarkupTokens {
 public:
  // `markup` must outlive the object and its tokens.
  MarkupTokens(std::string_view markup, Dialect dialect) : markup_(markup), dialect_(dialect) {}

  // False at the end. Declarations and processing instructions are passed over.
  bool next(MarkupToken& token);

 private:
  bool read_tag(MarkupToken& token);
  bool read_special(MarkupToken& token);
  std::size_t tag_end(std::size_t at) const;
  std::size_t quoted_end(std::size_t at) const;
  void skip_past(std::string_view end);
  void read_comment(MarkupToken& token);
  void skip_doctype();
  bool begins_markup(std::size_t at) const;

  std::string_view markup_;
  Dialect dialect_;
  std::size_t at_ = 0;
  std::size_t cdata_end_ = std::string_view::npos;  // of the CDATA that is being read as HTML
  bool has_comment_end_ = true;                     // false once no "-->" is left
};

// The attributes of a start token, in order, the first of each name; at most kAttributesMax.
inline constexpr std::size_t kAttributesMax = 100;
std::vector<MarkupAttribute> attributes_of(const MarkupToken& token, Dialect dialect);

}  // namespace fundwatch::feeds
