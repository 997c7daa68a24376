#include "feeds/read/page.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "feeds/read/html_tree.h"
#include "feeds/read/links.h"

namespace fundwatch::feeds {
namespace {

constexpr std::array<std::string_view, 20> kInline{
    "a", "abbr", "b",     "bdi",  "cite",   "code", "em",  "font", "i", "mark",
    "q", "s",    "small", "span", "strong", "sub",  "sup", "time", "u", "wbr"};
constexpr std::array<std::string_view, 4> kUnseen{"svg", "select", "button", "noscript"};

// Classes of text that only screen readers say: "Länk till annan webbplats".
constexpr std::array<std::string_view, 5> kSpokenOnly{
    "sr-only", "visually-hidden", "screen-reader-text", "env-assistive-text", "visuallyhidden"};

void append_text(std::string& out, const pugi::xml_node& node,
                 const std::vector<pugi::xml_node>& left_out) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
    out += node.value();
    return;
  }
  if (node.type() != pugi::node_element || is_unseen(node)) return;
  const bool is_left_out = std::find(left_out.begin(), left_out.end(), node) != left_out.end();
  const bool stands_apart = is_left_out || !is_inline(node.name());
  if (stands_apart) out += ' ';
  if (is_left_out) return;
  for (const pugi::xml_node& child : node.children()) append_text(out, child, left_out);
  if (stands_apart) out += ' ';
}

}  // namespace

bool is_inline(std::string_view name) {
  return std::find(kInline.begin(), kInline.end(), name) != kInline.end();
}

bool is_unseen(const pugi::xml_node& element) {
  if (std::find(kUnseen.begin(), kUnseen.end(), element.name()) != kUnseen.end()) return true;
  if (element.attribute("hidden")) return true;
  const std::string_view names = element.attribute("class").value();
  return !names.empty() &&
         std::any_of(kSpokenOnly.begin(), kSpokenOnly.end(), [names](std::string_view name) {
           return names.find(name) != std::string_view::npos;
         });
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

Page open_page(const PageSource& source, std::size_t depth_max) {
  Page page{html_tree(source.html, depth_max), source.url, source.url};
  const pugi::xml_node base = page.tree.find_node([](const pugi::xml_node& node) {
    return std::string_view(node.name()) == "base" && node.attribute("href");
  });
  if (const std::string own = web_link(source.url, base.attribute("href").value()); !own.empty()) {
    page.base = own;
  }
  return page;
}

std::string line_of(const pugi::xml_node& node) { return line_without(node, {}); }

std::string line_without(const pugi::xml_node& node, const std::vector<pugi::xml_node>& left_out) {
  std::string text;
  append_text(text, node, left_out);
  return collapsed(text);
}

}  // namespace fundwatch::feeds
