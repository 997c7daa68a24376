#include "feeds/read/mail_links.h"

#include <algorithm>
#include <array>
#include <map>
#include <pugixml.hpp>

#include "base/text.h"
#include "feeds/read/address.h"
#include "feeds/read/html_tree.h"
#include "feeds/read/links.h"
#include "feeds/read/plain_text.h"
#include "feeds/read/tracked_link.h"
#include "feeds/read/xml_names.h"

namespace fundwatch::feeds {
namespace {

// In the text of a link, or in the link: it concerns the subscription, not an announcement.
constexpr std::array<std::string_view, 19> kHousekeeping{
    "unsubscribe", "avregistrera", "avsluta",  "avprenumerera", "inställning",
    "settings",    "preferences",  "logga in", "log in",        "login",
    "webbläsare",  "in browser",   "privacy",  "integritet",    "personuppgift",
    "villkor",     "kontakta oss", "flag as",  "alerts/remove"};

// Link texts that say nothing of what they lead to.
constexpr std::array<std::string_view, 12> kGeneric{
    "läs mer",   "visa",     "visa annons", "till annonsen",   "visa upphandling", "öppna",
    "read more", "see more", "view",        "mer information", "klicka här",       "här"};

constexpr std::array<std::string_view, 7> kBuyerLabels{"köpare",
                                                       "upphandlande myndighet",
                                                       "upphandlande organisation",
                                                       "organisation",
                                                       "myndighet",
                                                       "buyer",
                                                       "beställare"};

bool contains_one_of(std::string_view text) {
  const std::string lower = ascii_lower(text);
  return std::any_of(kHousekeeping.begin(), kHousekeeping.end(),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

bool is_generic(std::string_view text) {
  std::string lower = ascii_lower(collapsed(text));
  while (!lower.empty() && (lower.back() == '.' || lower.back() == '>' || lower.back() == ' ')) {
    lower.pop_back();
  }
  return lower.empty() || std::find(kGeneric.begin(), kGeneric.end(), lower) != kGeneric.end();
}

// Empty for what is no announcement.
std::string target_of(std::string_view href, std::string_view text) {
  const std::string link = web_link({}, unwrapped_link(trimmed(href)));
  if (link.empty() || page_address(link).empty()) return {};
  return contains_one_of(text) || contains_one_of(link) ? std::string() : link;
}

std::string buyer_in(std::string_view text) {
  for (const std::string_view line : split(text, '\n')) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string label = ascii_lower(trimmed(line.substr(0, colon)));
    if (std::find(kBuyerLabels.begin(), kBuyerLabels.end(), label) == kBuyerLabels.end()) continue;
    return collapsed(line.substr(colon + 1));
  }
  return {};
}

std::string without_line(std::string_view text, std::string_view unwanted) {
  std::string rest;
  bool was_left_out = false;
  for (const std::string_view line : split(text, '\n')) {
    if (!was_left_out && collapsed(line) == unwanted) {
      was_left_out = true;
      continue;
    }
    rest += std::string(line) + "\n";
  }
  return std::string(trimmed(rest));
}

std::string first_line(std::string_view text) {
  for (const std::string_view line : split(text, '\n')) {
    if (!is_generic(line)) return collapsed(line);
  }
  return {};
}

// One announcement that is being put together.
struct Block {
  std::string target;
  std::string title;
  std::string text;
};

// One link an address: what a second block says of it is added to the first.
class Found {
 public:
  void add(Block block) {
    if (block.title.empty()) block.title = first_line(block.text);
    if (block.title.empty()) return;
    const auto [place, is_new] = places_.emplace(page_address(block.target), links_.size());
    if (!is_new) return add_to(links_[place->second], block);
    if (links_.size() == kLinksPerMailMax) return;
    const std::string text = without_line(block.text, block.title);
    links_.push_back({block.target, block.title, text, buyer_in(block.text)});
  }
  std::vector<MailLink> links() && { return std::move(links_); }

 private:
  static void add_to(MailLink& link, const Block& block) {
    if (link.buyer.empty()) link.buyer = buyer_in(block.text);
  }

  std::vector<MailLink> links_;
  std::map<std::string, std::size_t> places_;
};

// Walks a mail from its root to the largest blocks that lead to one address each.
class HtmlBlocks {
 public:
  explicit HtmlBlocks(const pugi::xml_node& root) { count(root); }

  std::vector<MailLink> run(const pugi::xml_node& root) {
    if (target(root) != nullptr) {
      take(root);
    } else {
      walk(root);
    }
    close();
    return std::move(found_).links();
  }

 private:
  struct Targets {
    std::string first;
    bool is_several = false;
  };

  const Targets& count(const pugi::xml_node& node) {
    Targets own;
    if (std::string_view(node.name()) == "a") {
      own.first = target_of(node.attribute("href").value(), text_of_all(node));
    }
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      const Targets& below = count(child);
      if (below.first.empty()) continue;
      if (own.first.empty()) own.first = below.first;
      own.is_several |= below.is_several || below.first != own.first;
    }
    return targets_[node.hash_value()] = std::move(own);
  }

  static std::string text_of_all(const pugi::xml_node& node) {
    std::string text;
    for (const auto& each : node.select_nodes(".//text()")) text += each.node().value();
    return text;
  }

  // The one address that the element leads to.
  const std::string* target(const pugi::xml_node& node) const {
    const auto found = targets_.find(node.hash_value());
    if (found == targets_.end() || found->second.is_several) return nullptr;
    return found->second.first.empty() ? nullptr : &found->second.first;
  }

  bool leads_to_several(const pugi::xml_node& node) const {
    const auto found = targets_.find(node.hash_value());
    return found != targets_.end() && found->second.is_several;
  }

  void walk(const pugi::xml_node& node) {
    for (const pugi::xml_node& child : node.children()) {
      if (leads_to_several(child)) {
        close();
        walk(child);
        close();
      } else {
        take(child);
      }
    }
  }

  // What leads nowhere belongs to the block before it.
  void take(const pugi::xml_node& node) {
    const std::string* leads_to = target(node);
    if (leads_to != nullptr && *leads_to != block_.target) {
      close();
      block_.target = *leads_to;
    }
    if (block_.target.empty()) return;
    if (block_.title.empty()) block_.title = title_in(node);
    markup_ += outer_markup(node);
  }

  std::string title_in(const pugi::xml_node& node) const {
    for (const auto& anchor : node.select_nodes("descendant-or-self::a")) {
      const std::string text = collapsed(text_of_all(anchor.node()));
      if (target(anchor.node()) != nullptr && !is_generic(text)) return text;
    }
    return {};
  }

  void close() {
    block_.text = plain_text(markup_);
    if (!block_.target.empty()) found_.add(std::move(block_));
    block_ = {};
    markup_.clear();
  }

  std::map<std::size_t, Targets> targets_;
  Block block_;
  std::string markup_;
  Found found_;
};

std::string_view link_in(std::string_view line) {
  const auto begin = std::min(line.find("https://"), line.find("http://"));
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_first_of(" \t\r<>\"", begin) - begin);
}

}  // namespace

std::vector<MailLink> links_of_html(std::string_view html, std::size_t depth_max) {
  const pugi::xml_document tree = html_tree(html, depth_max);
  return HtmlBlocks(tree.document_element()).run(tree.document_element());
}

std::vector<MailLink> links_of_text(std::string_view text) {
  Found found;
  std::string above;
  for (const std::string_view line : split(text, '\n')) {
    const std::string_view link = link_in(line);
    if (link.empty()) {
      above += std::string(line) + "\n";
      continue;
    }
    above += std::string(line.substr(0, static_cast<std::size_t>(link.data() - line.data())));
    const std::string target = target_of(link, above);
    if (!target.empty()) found.add({target, {}, std::string(trimmed(above))});
    above.clear();
  }
  return std::move(found).links();
}

}  // namespace fundwatch::feeds
