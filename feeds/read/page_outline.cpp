#include "feeds/read/page_outline.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "feeds/read/css_selector.h"
#include "feeds/read/furniture.h"
#include "feeds/read/page_guess.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kBlocksMax = 10'000;  // of one list

class Outliner {
 public:
  Outliner(const Page& page, PageOutline& outline);

 private:
  struct Place {
    std::optional<std::size_t> list;
    bool is_heading = false;
  };

  bool find_blocks_within(const pugi::xml_node& element);
  void visit(const pugi::xml_node& element, Place place);
  void say(const pugi::xml_node& part);
  void end_line(const Place& place);

  PageOutline& outline_;
  std::unordered_map<std::size_t, std::size_t> list_of_block_;
  std::unordered_set<std::size_t> stands_apart_;  // is a block, or has one within
  std::string line_;
  bool begins_block_ = false;
};

Outliner::Outliner(const Page& page, PageOutline& outline) : outline_(outline) {
  for (std::size_t list = 0; list < outline.lists.size(); ++list) {
    const auto selector = CssSelector::compile(outline.lists[list]);
    if (!selector) continue;
    for (const pugi::xml_node& block : selector->select(page.tree, kBlocksMax)) {
      list_of_block_.try_emplace(block.hash_value(), list);
    }
  }
  const pugi::xml_node body = page.tree.document_element().child("body");
  find_blocks_within(body);
  visit(body, {});
  end_line({});
}

// A card that is one link holds blocks, though a link stands within a sentence otherwise.
bool Outliner::find_blocks_within(const pugi::xml_node& element) {
  bool stands_apart = !is_inline(element.name()) || list_of_block_.contains(element.hash_value());
  for (const pugi::xml_node& child : element.children()) {
    if (child.type() == pugi::node_element && find_blocks_within(child)) stands_apart = true;
  }
  if (stands_apart) stands_apart_.insert(element.hash_value());
  return stands_apart;
}

void Outliner::visit(const pugi::xml_node& element, Place place) {
  if (is_furniture(element) || is_unseen(element)) return;
  const auto block = list_of_block_.find(element.hash_value());
  if (block != list_of_block_.end()) {
    place.list = block->second;
    begins_block_ = true;
  }
  place.is_heading = place.is_heading || is_heading(element.name());
  for (const pugi::xml_node& child : element.children()) {
    if (!stands_apart_.contains(child.hash_value())) {
      say(child);
      continue;
    }
    end_line(place);
    visit(child, place);
    end_line(place);
  }
  end_line(place);
}

void Outliner::say(const pugi::xml_node& part) {
  if (part.type() == pugi::node_pcdata) line_ += part.value();
  if (part.type() != pugi::node_element || is_unseen(part)) return;
  for (const pugi::xml_node& child : part.children()) say(child);
}

void Outliner::end_line(const Place& place) {
  std::string text = shortened(collapsed(std::exchange(line_, {})), kOutlineLineCharactersMax);
  if (text.empty() || outline_.lines.size() == kOutlineLinesMax) return;
  const bool begins = place.list && std::exchange(begins_block_, false);
  outline_.lines.push_back({std::move(text), place.is_heading, place.list, begins});
}

}  // namespace

PageOutline outline_of(const Page& page) {
  PageOutline outline{guess_lists(page, kOutlineListsMax), {}};
  const Outliner outliner(page, outline);
  return outline;
}

}  // namespace fundwatch::feeds
