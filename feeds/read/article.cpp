#include "feeds/read/article.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <span>
#include <vector>

#include "base/text.h"
#include "feeds/read/furniture.h"
#include "feeds/read/html_tree.h"
#include "feeds/read/plain_text.h"
#include "feeds/read/xml_names.h"

namespace fundwatch::feeds {
namespace {

// A block whose text is mostly links leads elsewhere.
constexpr double kLinkShareMax = 0.6;
constexpr std::size_t kBlockCharactersMin = 25;

// Elements that may hold all of the main matter and nothing of their own.
constexpr std::array<std::string_view, 6> kFrames{"html",    "body", "main",
                                                  "article", "div",  "section"};

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void remove_furniture(const pugi::xml_node& parent) {
  for (pugi::xml_node child = parent.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (child.type() == pugi::node_element) {
      if (is_furniture(child)) {
        child.parent().remove_child(child);
      } else {
        remove_furniture(child);
      }
    }
    child = next;
  }
}

struct Weight {
  std::size_t all = 0;
  std::size_t in_links = 0;
};

Weight weight_of(const pugi::xml_node& node, bool is_within_link) {
  Weight weight;
  if (node.type() == pugi::node_pcdata) {
    weight.all = trimmed(node.value()).size();
    weight.in_links = is_within_link ? weight.all : 0;
    return weight;
  }
  const bool is_link = is_within_link || std::string_view(node.name()) == "a";
  for (const pugi::xml_node& child : node.children()) {
    const Weight inner = weight_of(child, is_link);
    weight.all += inner.all;
    weight.in_links += inner.in_links;
  }
  return weight;
}

bool is_list_of_links(const pugi::xml_node& element) {
  const std::string_view name = element.name();
  if (name != "ul" && name != "ol" && name != "div" && name != "section") return false;
  const Weight weight = weight_of(element, false);
  return weight.all > kBlockCharactersMin &&
         static_cast<double>(weight.in_links) > kLinkShareMax * static_cast<double>(weight.all);
}

// The innermost element that holds nearly all running text below `parent`.
pugi::xml_node densest(pugi::xml_node parent) {
  while (true) {
    const std::size_t all = weight_of(parent, false).all;
    pugi::xml_node heaviest;
    std::size_t most = 0;
    for (const pugi::xml_node& child : parent.children()) {
      const Weight weight = weight_of(child, false);
      if (child.type() != pugi::node_element || weight.all - weight.in_links <= most) continue;
      most = weight.all - weight.in_links;
      heaviest = child;
    }
    const std::string_view name = heaviest.name();
    const bool is_frame = is_one_of(kFrames, name);
    if (!is_frame || most * 10 < all * 6) return parent;
    parent = heaviest;
  }
}

pugi::xml_node main_matter(const pugi::xml_document& page) {
  for (const char* query : {"//main", "//*[@role='main']", "//article"}) {
    const auto found = page.select_nodes(query);
    if (found.size() == 1) return found.first().node();
  }
  return densest(page.document_element());
}

void remove_link_lists(const pugi::xml_node& parent) {
  for (pugi::xml_node child = parent.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    if (child.type() == pugi::node_element) {
      if (is_list_of_links(child)) {
        child.parent().remove_child(child);
      } else {
        remove_link_lists(child);
      }
    }
    child = next;
  }
}

std::string without_furniture_lines(const std::string& text) {
  std::string kept;
  for (const std::string_view line : split(text, '\n')) {
    if (is_furniture_line(line)) continue;
    if (trimmed(line).empty() && (kept.empty() || kept.ends_with("\n\n"))) continue;
    kept.append(line).append("\n");
  }
  return std::string(trimmed(kept));
}

std::string title_of(const pugi::xml_document& page, const pugi::xml_node& matter) {
  const auto heading = matter.select_node(".//h1");
  const pugi::xml_node title = heading ? heading.node() : page.select_node("//title").node();
  return collapsed(plain_text(inner_markup(title)));
}

}  // namespace

Article article(std::string_view html, std::size_t depth_max) {
  const pugi::xml_document page = html_tree(html, depth_max);
  remove_furniture(page);
  const pugi::xml_node matter = main_matter(page);
  if (!matter) return {};
  remove_link_lists(matter);
  return {title_of(page, matter), without_furniture_lines(plain_text(inner_markup(matter))),
          page.document_element().attribute("lang").value()};
}

}  // namespace fundwatch::feeds
