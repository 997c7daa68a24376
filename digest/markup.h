// digest/markup.h — HTML that cannot be broken out of, by type.
// Our own tags are Literals, which exist only when compiling; everything else enters as text
// (escaped) or as a Link (http, https or mailto). So no outside byte becomes a tag, an attribute or
// a script. Knows nothing of what a digest looks like (digest/render_html.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fundwatch::digest {

inline constexpr std::size_t kLinkBytesMax = 2000;

// An address that may be followed: ASCII without spaces, quotes or angle brackets.
class Link {
 public:
  // Nothing for other schemes, for an address that hides its host behind a name or password, and
  // for one longer than kLinkBytesMax. What is no plain ASCII is percent-encoded, so that it is
  // seen.
  static std::optional<Link> web(std::string_view url);

  // Nothing if `address` is not of the form a@b.
  static std::optional<Link> mail(std::string_view address);

  const std::string& target() const { return target_; }

  // The same with "?name=value" behind it, for one of ours without any; both are plain letters.
  Link with_query(std::string_view name, std::string_view value) const;

 private:
  explicit Link(std::string target) : target_(std::move(target)) {}
  std::string target_;
};

// Markup that stands in our source code.
class Literal {
 public:
  consteval Literal(const char* markup) : markup_(markup) {}  // implicit: f("<p>") reads best
  constexpr std::string_view view() const { return markup_; }

 private:
  std::string_view markup_;
};

class Markup {
 public:
  Markup& tag(Literal markup);
  Markup& text(std::string_view text);   // between tags or within a quoted attribute
  Markup& link(const Link& link);        // within a quoted href
  Markup& append(const Markup& markup);  // as it is

  std::string take() { return std::move(html_); }

 private:
  std::string html_;
};

}  // namespace fundwatch::digest
