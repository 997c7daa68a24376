// feeds/read/page.h — a web page, opened: its tree and where its links lead from.
// Opened once, then looked through for feeds (discovery.h) and items (page_list.h). Pure; every
// text is a page to somebody, so opening cannot fail.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::feeds {

struct Page {
  pugi::xml_document tree;
  std::string url;
  std::string base;  // of its links: <base href>, else its own address
};

// What to open: HTML in UTF-8, and where it came from.
struct PageSource {
  std::string_view html;
  std::string url;
};

Page open_page(const PageSource& source, std::size_t depth_max);

// Whether an element of this name stands within a sentence: no space before and after.
bool is_inline(std::string_view name);

bool is_heading(std::string_view name);  // "h1" to "h6"

// What is drawn, hidden, or only for screen readers.
bool is_unseen(const pugi::xml_node& element);

// What a reader sees of a node, on one line; without what is only for screen readers or drawn.
std::string line_of(const pugi::xml_node& node);

// The same, leaving out these nodes and what is in them.
std::string line_without(const pugi::xml_node& node, const std::vector<pugi::xml_node>& left_out);

}  // namespace fundwatch::feeds
