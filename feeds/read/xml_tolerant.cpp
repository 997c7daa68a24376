#include <algorithm>

#include "base/text.h"
#include "feeds/read/character_references.h"
#include "feeds/read/markup_tokens.h"
#include "feeds/read/open_elements.h"
#include "feeds/read/xml_document.h"

// The tolerant pass of feeds/read/xml_document.h.
namespace fundwatch::feeds {
namespace {

constexpr std::size_t kProblemsMax = 10;
constexpr std::size_t kPathNamesMax = 8;

class TreeBuilder {
 public:
  TreeBuilder(std::string_view xml, std::size_t depth_max, pugi::xml_document& document,
              std::vector<std::string>& problems)
      : xml_(xml), depth_max_(depth_max), problems_(problems), innermost_(document) {}

  Result<Done> build();

 private:
  bool open(const MarkupToken& token);
  void close(const MarkupToken& token);
  void close_forgotten_item(const MarkupToken& token);
  void add_text(const MarkupToken& token);
  std::size_t line_of(std::size_t offset);
  void tell(std::size_t offset, const std::string& what);
  std::string path() const;

  std::string_view xml_;
  std::size_t depth_max_;
  std::vector<std::string>& problems_;
  void close_to(std::size_t depth);

  OpenElements open_;
  pugi::xml_node innermost_;
  std::size_t told_ = 0;
  std::size_t line_ = 1;
  std::size_t line_offset_ = 0;
};

// HTML written as XML leaves these open, by the hundred.
bool is_empty_in_html(std::string_view name) {
  return name == "br" || name == "hr" || name == "img";
}

bool is_item(std::string_view name) { return name == "item" || name == "entry"; }

Result<Done> TreeBuilder::build() {
  MarkupTokens tokens(xml_, Dialect::xml);
  MarkupToken token;
  while (tokens.next(token)) {
    switch (token.kind) {
      case TokenKind::start:
        if (!open(token)) {
          return Error{Stage::read, "elements nest deeper than " + std::to_string(depth_max_) +
                                        " at " + path() + ": not read"};
        }
        break;
      case TokenKind::end: close(token); break;
      case TokenKind::text:
      case TokenKind::literal: add_text(token); break;
      case TokenKind::comment: break;
    }
  }
  if (!open_.empty()) {
    tell(xml_.size(), "the document ends within <" + open_.innermost() + ">");
  }
  if (told_ > kProblemsMax) {
    problems_.push_back("and " + std::to_string(told_ - kProblemsMax) +
                        " more faults of this kind");
  }
  return Done{};
}

bool TreeBuilder::open(const MarkupToken& token) {
  close_forgotten_item(token);
  if (open_.depth() >= depth_max_) return false;
  pugi::xml_node node = innermost_.append_child(token.name.c_str());
  for (const MarkupAttribute& attribute : attributes_of(token, Dialect::xml)) {
    node.append_attribute(attribute.name.c_str())
        .set_value(without_xml_references(attribute.value).c_str());
  }
  if (!token.is_self_closing && !is_empty_in_html(token.name)) {
    open_.push(token.name);
    innermost_ = node;
  }
  return true;
}

// An item never holds an item: the one before was not closed.
void TreeBuilder::close_forgotten_item(const MarkupToken& token) {
  if (!is_item(token.name)) return;
  const auto depth = open_.depth_of(token.name);
  if (!depth) return;
  tell(token.offset, "<" + token.name + "> begins within another");
  close_to(*depth);
}

void TreeBuilder::close(const MarkupToken& token) {
  if (is_empty_in_html(token.name)) return;
  const auto depth = open_.depth_of(token.name);
  if (!depth) {
    tell(token.offset, "</" + token.name + "> closes nothing");
    return;
  }
  if (*depth + 1 < open_.depth()) {
    tell(token.offset, "<" + open_.innermost() + "> is not closed before </" + token.name + ">");
  }
  close_to(*depth);
}

void TreeBuilder::close_to(std::size_t depth) {
  while (open_.depth() > depth) {
    open_.pop();
    innermost_ = innermost_.parent();
  }
}

void TreeBuilder::add_text(const MarkupToken& token) {
  if (open_.empty()) return;
  const std::string text = token.kind == TokenKind::literal ? std::string(token.text)
                                                            : without_xml_references(token.text);
  innermost_.append_child(pugi::node_pcdata).set_value(text.c_str());
}

std::size_t TreeBuilder::line_of(std::size_t offset) {
  const auto begin = xml_.begin() + static_cast<std::ptrdiff_t>(line_offset_);
  const auto end = xml_.begin() + static_cast<std::ptrdiff_t>(std::max(offset, line_offset_));
  line_ += static_cast<std::size_t>(std::count(begin, end, '\n'));
  line_offset_ = std::max(offset, line_offset_);
  return line_;
}

void TreeBuilder::tell(std::size_t offset, const std::string& what) {
  if (told_++ >= kProblemsMax) return;
  problems_.push_back("line " + std::to_string(line_of(offset)) + ": " +
                      std::string(utf8_prefix(what, 200)));
}

// "rss/channel/item/description/div/div/div/div/…"
std::string TreeBuilder::path() const {
  std::string path;
  for (std::size_t i = 0; i < std::min(open_.depth(), kPathNamesMax); ++i) {
    path.append(utf8_prefix(open_.names()[i], 40)).append("/");
  }
  return path + "…";
}

}  // namespace

Result<Done> parse_tolerantly(std::string_view xml, std::size_t depth_max,
                              pugi::xml_document& document, std::vector<std::string>& problems) {
  return TreeBuilder(xml, depth_max, document, problems).build();
}

}  // namespace fundwatch::feeds
