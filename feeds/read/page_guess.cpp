#include "feeds/read/page_guess.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "feeds/read/css_selector.h"
#include "feeds/read/furniture.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kClassesMax = 8;       // of one element
constexpr std::size_t kPathStepsMax = 5;     // in the path to a list
constexpr std::size_t kItemTextBytes = 200;  // more text makes no block more of an item
constexpr std::size_t kItemLinksMax = 6;
constexpr std::size_t kLongLinkBytes = 15;
constexpr std::size_t kBlocksMax = 100'000;
constexpr double kDateWorth = 1.5;
constexpr double kMainWorth = 2;

// What an element holds, added up from within.
struct Content {
  std::size_t text_bytes = 0;
  std::size_t link_text_bytes = 0;
  std::size_t links = 0;  // runs of links to one place: picture, title and "Läs mer" are one
  std::size_t long_links = 0;
  std::size_t headings = 0;
  bool has_year = false;
  std::string_view first_link;
  std::string_view last_link;
};

void add(Content& all, const Content& inner) {
  const bool goes_on = all.links > 0 && inner.links > 0 && all.last_link == inner.first_link;
  all.text_bytes += inner.text_bytes;
  all.link_text_bytes += inner.link_text_bytes;
  all.links += inner.links - (goes_on ? 1 : 0);
  all.long_links += inner.long_links;
  all.headings += inner.headings;
  all.has_year = all.has_year || inner.has_year;
  if (inner.links == 0) return;
  if (all.first_link.empty()) all.first_link = inner.first_link;
  all.last_link = inner.last_link;
}

bool states_year(std::string_view text) {
  for (auto at = text.find("20"); at != text.npos; at = text.find("20", at + 1)) {
    const auto is_digit = [text](std::size_t i) {
      return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    if (is_digit(at + 2) && is_digit(at + 3) && !is_digit(at + 4)) return true;
  }
  return false;
}

// Blocks that one selector finds.
struct Group {
  std::vector<pugi::xml_node> blocks;
  pugi::xml_node parent;  // of the first
  double worth = 0;       // summed over the blocks that could be items
  std::size_t items = 0;  // how many could
  std::size_t dated = 0;
  std::size_t text_bytes = 0;
  std::size_t order = 0;  // what is within comes before what is around it
};

using Groups = std::map<std::string, Group>;

// Names that a selector can hold as they are, and that do not count ("post-123", "svid10_5f").
bool is_plain_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalpha(c) != 0 || c == '-' || c == '_';
  }) && name.front() != '-';
}

std::vector<std::string> plain_classes(const pugi::xml_node& element) {
  std::vector<std::string> names;
  for (const std::string_view name : split(element.attribute("class").value(), ' ')) {
    if (is_plain_name(name) && names.size() < kClassesMax) names.emplace_back(name);
  }
  return names;
}

bool is_page_frame(std::string_view name) { return name == "html" || name == "body"; }

// "#nyheter", "main", "ul.lista"; a bare name where there is nothing better.
std::string step_to(const pugi::xml_node& element) {
  const std::string_view id = element.attribute("id").value();
  const bool is_frame = is_page_frame(element.name());
  if (is_plain_name(id) && !is_frame) return "#" + std::string(id);
  const auto classes = plain_classes(element);
  const bool has_class = !classes.empty() && !is_frame;
  return element.name() + (has_class ? "." + classes.front() : std::string{});
}

bool is_named(std::string_view step) { return step.find_first_of("#.") != step.npos; }

class Guess {
 public:
  explicit Guess(const pugi::xml_node& root) { visit(root, {}, Place{}); }
  std::vector<std::string> best(std::size_t lists_max) const;

 private:
  struct Place {
    std::size_t steps = 0;
    bool is_main = false;
  };

  Content visit(const pugi::xml_node& element, const std::string& path, Place place);
  void count(const pugi::xml_node& block, const std::string& path, const Content& content,
             Place place);
  static double worth_of(const Content& content);

  Groups groups_;
  std::size_t blocks_ = 0;
};

// A page's links are worth by what they say, an item's parts as much as the item; so that of blocks
// within blocks those win that hold one thing each.
double Guess::worth_of(const Content& content) {
  const bool is_item = content.links > 0 && content.links <= kItemLinksMax &&
                       content.headings <= 1 && content.text_bytes > 0 &&
                       (content.link_text_bytes > 0 || content.headings > 0);
  if (!is_item) return 0;
  const double text = static_cast<double>(std::min(content.text_bytes, kItemTextBytes));
  return text / static_cast<double>(std::max<std::size_t>(content.long_links, 1));
}

void Guess::count(const pugi::xml_node& block, const std::string& path, const Content& content,
                  Place place) {
  if (path.empty() || ++blocks_ > kBlocksMax) return;
  const double worth = worth_of(content) * (place.is_main ? kMainWorth : 1);
  std::vector<std::string> names;
  for (const std::string& name : plain_classes(block)) names.push_back("." + name);
  names.emplace_back();
  for (const std::string& name : names) {
    auto [known, is_new] = groups_.try_emplace(path + " > " + block.name() + name);
    Group& group = known->second;
    if (is_new) {
      group.order = groups_.size();
      group.parent = block.parent();
    }
    group.blocks.push_back(block);
    group.worth += worth;
    if (worth == 0) continue;
    ++group.items;
    group.text_bytes += content.text_bytes;
    if (content.has_year) ++group.dated;
  }
}

Content text_content(std::string_view text) {
  Content content;
  content.text_bytes = trimmed(text).size();
  content.has_year = states_year(text);
  return content;
}

void count_link(Content& content, const pugi::xml_node& link) {
  const std::string_view href = trimmed(link.attribute("href").value());
  if (href.empty() || href.starts_with('#') || href.starts_with("javascript:")) return;
  content.link_text_bytes = content.text_bytes;
  content.links = 1;
  content.long_links = content.text_bytes >= kLongLinkBytes ? 1 : 0;
  content.first_link = href;
  content.last_link = href;
}

Content Guess::visit(const pugi::xml_node& element, const std::string& path, Place place) {
  if (element.type() == pugi::node_pcdata) return text_content(element.value());
  Content content;
  const std::string_view name = element.name();
  if (element.type() != pugi::node_element || is_furniture(element)) return content;
  place.is_main = place.is_main || name == "main" || name == "article" ||
                  std::string_view(element.attribute("role").value()) == "main";
  const std::string step = step_to(element);
  const bool begins = path.empty() || is_named(step) || place.steps == kPathStepsMax;
  const std::string own_path = begins ? step : path + " > " + step;
  const Place within{begins ? 1 : place.steps + 1, place.is_main};
  for (const pugi::xml_node& child : element.children()) {
    add(content, visit(child, own_path, within));
  }
  if (name == "a") count_link(content, element);
  if (is_heading(name) && content.text_bytes > 0) ++content.headings;
  if (name == "time") content.has_year = true;
  if (!is_page_frame(name)) count(element, path, content, place);
  return content;
}

double total_worth(const Group& group) {
  if (group.items < kListItemsMin || group.text_bytes < group.items * kListTextBytesMin) return 0;
  const double share = static_cast<double>(group.items) / static_cast<double>(group.blocks.size());
  const bool is_dated = group.dated * 2 > group.items;
  return group.worth * share * share * (is_dated ? kDateWorth : 1);
}

// What stands before the path until it finds the group and nothing else; as it is where nothing
// helps.
std::string narrowed(const std::string& path, const Group& group) {
  const pugi::xml_node root = group.blocks.front().root();
  std::string selector = path;
  std::size_t found = 0;
  for (pugi::xml_node outer = group.parent; outer.type() == pugi::node_element;
       outer = outer.parent()) {
    const auto compiled = CssSelector::compile(selector);
    if (!compiled) return path;
    const std::size_t now = compiled->select(root, kBlocksMax).size();
    if (now <= group.blocks.size()) return selector;
    if (found != 0 && now == found) selector = path;
    found = now;
    do outer = outer.parent();
    while (outer && !is_named(step_to(outer)) && std::string_view(outer.name()) != "main");
    if (outer.type() != pugi::node_element) return selector;
    selector = step_to(outer) + " " + path;
  }
  return selector;
}

// Blocks of lists that were chosen, with all that they are in.
class Taken {
 public:
  void take(const Group& group);
  bool has_some_of(const Group& group) const;

 private:
  std::unordered_set<std::size_t> blocks_;
  std::unordered_set<std::size_t> around_;
};

void Taken::take(const Group& group) {
  for (const pugi::xml_node& block : group.blocks) {
    blocks_.insert(block.hash_value());
    for (pugi::xml_node outer = block; outer; outer = outer.parent()) {
      if (!around_.insert(outer.hash_value()).second) break;
    }
  }
}

bool Taken::has_some_of(const Group& group) const {
  return std::ranges::any_of(group.blocks, [this](const pugi::xml_node& block) {
    if (around_.contains(block.hash_value())) return true;
    for (pugi::xml_node outer = block; outer; outer = outer.parent()) {
      if (blocks_.contains(outer.hash_value())) return true;
    }
    return false;
  });
}

// Of lists that are worth the same, the inner first.
std::vector<std::string> Guess::best(std::size_t lists_max) const {
  struct Candidate {
    double worth;
    const Groups::value_type* group;
  };
  std::vector<Candidate> candidates;
  for (const Groups::value_type& group : groups_) {
    const double worth = total_worth(group.second);
    if (worth > 0) candidates.push_back({worth, &group});
  }
  std::ranges::sort(candidates, [](const Candidate& one, const Candidate& other) {
    if (one.worth != other.worth) return one.worth > other.worth;
    return one.group->second.order < other.group->second.order;
  });
  std::vector<std::string> lists;
  Taken taken;
  for (const auto& [worth, candidate] : candidates) {
    if (lists.size() == lists_max) break;
    const auto& [path, group] = *candidate;
    if (taken.has_some_of(group)) continue;
    taken.take(group);
    lists.push_back(narrowed(path, group));
  }
  return lists;
}

}  // namespace

std::optional<std::string> guess_list(const Page& page) {
  auto lists = guess_lists(page, 1);
  return lists.empty() ? std::nullopt : std::optional(std::move(lists.front()));
}

std::vector<std::string> guess_lists(const Page& page, std::size_t lists_max) {
  return Guess(page.tree.document_element()).best(lists_max);
}

}  // namespace fundwatch::feeds
