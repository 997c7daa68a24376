#include "feeds/read/page_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "feeds/read/page_guess.h"
#include "feeds/read/page_item.h"
#include "feeds/read/selector.h"
#include "feeds/read/xml_names.h"

namespace fundwatch::feeds {
namespace {

// How many blocks beyond the limit are counted.
constexpr std::size_t kBlocksMax = 1'000'000;

Error nothing_found(std::string_view part, const std::string& selector) {
  return {Stage::read, "the page has nothing at the " + std::string(part) + " selector \"" +
                           selector +
                           "\": the page was rebuilt, or the selector must be corrected"};
}

Result<std::optional<Selector>> compile_part(std::string_view text) {
  if (text.empty()) return std::optional<Selector>{};
  auto selector = Selector::compile(text);
  if (!selector) return selector.error();
  return std::optional<Selector>(std::move(*selector));
}

struct Part {
  const char* name;
  const std::string& text;
  std::optional<Selector>& selector;
};

// The parts of a rule beside their compiled selectors.
std::array<Part, 4> parts_of(const PageRule& rule, ItemSelectors& selectors) {
  return {{{"title", rule.title, selectors.title},
           {"link", rule.link, selectors.link},
           {"date", rule.date, selectors.date},
           {"summary", rule.summary, selectors.summary}}};
}

Result<ItemSelectors> compile_parts(const PageRule& rule) {
  ItemSelectors selectors;
  for (const Part& part : parts_of(rule, selectors)) {
    auto compiled = compile_part(part.text);
    if (!compiled) return compiled.error();
    part.selector = std::move(*compiled);
  }
  return selectors;
}

// A part's selector may miss in some blocks, but not in all.
std::optional<Error> part_found_nowhere(const std::vector<pugi::xpath_node>& blocks,
                                        const PageRule& rule, ItemSelectors& selectors) {
  for (const Part& part : parts_of(rule, selectors)) {
    if (!part.selector) continue;
    const bool is_found =
        std::any_of(blocks.begin(), blocks.end(), [&part](const pugi::xpath_node& block) {
          return static_cast<bool>(part.selector->first(block.node()));
        });
    if (!is_found) return nothing_found(part.name, part.text);
  }
  return std::nullopt;
}

pugi::xml_node first_named(const pugi::xml_node& within, std::string_view name) {
  return within.find_node(
      [name](const pugi::xml_node& node) { return name == std::string_view(node.name()); });
}

RawFeed about(const Page& page) {
  RawFeed feed;
  feed.format = "page";
  feed.link = page.url;
  feed.title = {line_of(first_named(page.tree, "title")), TextKind::plain, page.base};
  feed.language = language_tag(page.tree.document_element().attribute("lang").value());
  return feed;
}

// A block without words or a link is a line between items, an advertisement, the pager. Where the
// page's own address is unknown, relative links are, too.
bool is_item(const RawEntry& entry, const PageRule& rule, const Page& page) {
  if (entry.title.empty() && entry.summary.empty()) return false;
  return !rule.list.empty() || !entry.link.empty() || page.base.empty();
}

Result<std::string> list_selector(const Page& page, const PageRule& rule) {
  if (!rule.list.empty()) return rule.list;
  if (auto guessed = guess_list(page)) return std::move(*guessed);
  return Error{Stage::read,
               "no list of links was found on the page: say with a selector where it is, or watch "
               "the page for changes"};
}

}  // namespace

Result<Done> check(const PageRule& rule) {
  const auto list = compile_part(rule.list);
  if (!list) return list.error();
  const auto parts = compile_parts(rule);
  if (!parts) return parts.error();
  return Done{};
}

Result<PageList> read_page(const Page& page, const PageRule& rule, const config::Read& limits) {
  auto list_text = list_selector(page, rule);
  if (!list_text) return list_text.error();
  const auto list = Selector::compile(*list_text);
  if (!list) return list.error();
  auto selectors = compile_parts(rule);
  if (!selectors) return selectors.error();
  const auto blocks = list->select(page.tree, kBlocksMax);
  if (blocks.empty()) return nothing_found("list", *list_text);
  if (auto error = part_found_nowhere(blocks, rule, *selectors)) return *error;

  PageList result{about(page), rule};
  result.rule.list = *list_text;
  for (const pugi::xpath_node& block : blocks) {
    if (result.feed.entries.size() >= limits.items_max) {
      ++result.feed.entries_left_out;
      continue;
    }
    RawEntry entry = read_page_item(block.node(), *selectors, page.base);
    if (is_item(entry, rule, page)) result.feed.entries.push_back(std::move(entry));
  }
  if (result.feed.entries.empty()) return nothing_found("list", *list_text);
  return result;
}

}  // namespace fundwatch::feeds
