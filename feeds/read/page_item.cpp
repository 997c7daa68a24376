#include "feeds/read/page_item.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "feeds/read/dates.h"
#include "feeds/read/furniture.h"
#include "feeds/read/links.h"
#include "feeds/read/page.h"
#include "feeds/read/xml_names.h"

namespace fundwatch::feeds {
namespace {

// A date with its label and time is shorter; so many words make the longest.
constexpr std::size_t kDateTextBytesMax = 120;
constexpr std::size_t kDateWordsMax = 4;
constexpr std::size_t kPartsMax = 200;  // elements of one block that are looked at

constexpr std::array<std::string_view, 9> kLastDayWords{
    "sista", "senast", "deadline", "ansök", "stäng", "anmäl", "svarstid", "closing", "apply by"};
constexpr std::array<std::string_view, 4> kDateNames{"date", "datum", "publi", "timestamp"};

// The block itself and what is within, in document order.
void append_elements(const pugi::xml_node& element, std::vector<pugi::xml_node>& elements) {
  if (element.type() != pugi::node_element || elements.size() >= kPartsMax) return;
  elements.push_back(element);
  for (const pugi::xml_node& child : element.children()) append_elements(child, elements);
}

bool is_link(const pugi::xml_node& element) {
  return std::string_view(element.name()) == "a" && element.attribute("href");
}

// On a page whose own address is unknown, anywhere.
bool leads_somewhere(const pugi::xml_node& link, const std::string& base) {
  const std::string_view href = trimmed(link.attribute("href").value());
  if (href.empty() || href.starts_with('#')) return false;
  return base.empty() ? is_safe_link(href) : !web_link(base, href).empty();
}

// Takes a block apart where no selector says how.
class ItemReader {
 public:
  ItemReader(const pugi::xml_node& block, const ItemSelectors& selectors, const std::string& base)
      : block_(block), selectors_(selectors), base_(base) {
    append_elements(block, elements_);
  }
  RawEntry read();

 private:
  pugi::xml_node heading() const;
  pugi::xml_node link() const;
  pugi::xml_node title() const;
  pugi::xml_node marked_date() const;
  std::string link_address();
  std::string title_text();
  std::string date_text();
  std::string guessed_date();
  RawText summary_text() const;

  pugi::xml_node block_;
  const ItemSelectors& selectors_;
  const std::string& base_;
  std::vector<pugi::xml_node> elements_;
  std::vector<pugi::xml_node> said_;  // what the title and the date have of the block
};

pugi::xml_node ItemReader::heading() const {
  for (const pugi::xml_node& element : elements_) {
    if (is_heading(element.name()) && !line_of(element).empty()) return element;
  }
  return {};
}

bool is_within(const pugi::xml_node& inner, const pugi::xml_node& outer) {
  for (pugi::xml_node node = inner; node; node = node.parent()) {
    if (node == outer) return true;
  }
  return false;
}

// In the heading, else around the whole, else the one with the most to say.
pugi::xml_node ItemReader::link() const {
  const pugi::xml_node title = heading();
  pugi::xml_node best;
  std::size_t most = 0;
  for (const pugi::xml_node& element : elements_) {
    if (!is_link(element) || !leads_somewhere(element, base_)) continue;
    if (title && (is_within(element, title) || is_within(title, element))) return element;
    const std::string line = line_of(element);
    const std::size_t size = is_furniture_line(line) ? 1 : line.size() + 2;
    if (size <= most) continue;
    most = size;
    best = element;
  }
  if (best) return best;
  const pugi::xml_node around = block_.parent();
  return is_link(around) && leads_somewhere(around, base_) ? around : pugi::xml_node{};
}

pugi::xml_node ItemReader::title() const {
  if (const pugi::xml_node found = heading()) return found;
  const pugi::xml_node found = link();
  const std::string line = line_of(found);
  if (!line.empty() && !is_furniture_line(line) && !is_within(block_, found)) return found;
  for (const pugi::xml_node& element : elements_) {
    const std::string_view name = element.name();
    if ((name == "strong" || name == "b") && !line_of(element).empty()) return element;
  }
  return found;
}

std::string ItemReader::link_address() {
  if (!selectors_.link) return web_link(base_, link().attribute("href").value());
  const pugi::xpath_node found = selectors_.link->first(block_);
  if (found.attribute()) return web_link(base_, found.attribute().value());
  std::vector<pugi::xml_node> within;
  append_elements(found.node(), within);
  const auto first = std::find_if(within.begin(), within.end(), is_link);
  return first == within.end() ? std::string{} : web_link(base_, first->attribute("href").value());
}

std::string ItemReader::title_text() {
  if (selectors_.title) {
    const pugi::xpath_node found = selectors_.title->first(block_);
    if (found.attribute()) return collapsed(found.attribute().value());
    if (found.node()) said_.push_back(found.node());
    return line_of(found.node());
  }
  const pugi::xml_node found = title();
  if (found) said_.push_back(found);
  const std::string line = line_of(found);
  return line.empty() ? collapsed(found.attribute("title").value()) : line;
}

pugi::xml_node ItemReader::marked_date() const {
  for (const pugi::xml_node& element : elements_) {
    if (std::string_view(element.name()) == "time") return element;
  }
  for (const pugi::xml_node& element : elements_) {
    const std::string names = ascii_lower(element.attribute("class").value());
    const bool is_named = std::any_of(
        kDateNames.begin(), kDateNames.end(),
        [&names](std::string_view part) { return names.find(part) != std::string::npos; });
    if (is_named && line_of(element).size() <= kDateTextBytesMax) return element;
  }
  return {};
}

std::string ItemReader::date_text() {
  if (!selectors_.date) return guessed_date();
  const pugi::xpath_node found = selectors_.date->first(block_);
  if (found.attribute()) return collapsed(found.attribute().value());
  if (!found.node()) return {};
  said_.push_back(found.node());
  if (const auto stated = found.node().attribute("datetime")) return collapsed(stated.value());
  const std::string line = line_of(found.node());
  const std::string date = date_in(line, Calendar{});
  return date.empty() ? line : date;
}

bool speaks_of_last_day(std::string_view text) {
  const std::string lower = ascii_lower(text);
  return std::any_of(kLastDayWords.begin(), kLastDayWords.end(), [&lower](std::string_view word) {
    return lower.find(word) != std::string::npos;
  });
}

// What stands beside an element to say what it is: "<dt>Sista dag</dt><dd>", "<p>Sista dag: <b>".
std::string label_of(const pugi::xml_node& element) {
  pugi::xml_node before = element.previous_sibling();
  while (before && before.type() != pugi::node_element) before = before.previous_sibling();
  const std::string beside = text_of(element.parent()) + " " + text_of(before);
  return beside.size() <= kDateTextBytesMax ? beside : std::string{};
}

// The element whose own text, with that of the one around it, states a date that has been.
std::string ItemReader::guessed_date() {
  const Calendar calendar;
  if (const pugi::xml_node marked = marked_date()) {
    const bool is_last_day = marked != block_ && speaks_of_last_day(label_of(marked));
    const std::string stated = collapsed(marked.attribute("datetime").value());
    const std::string date = date_in(stated.empty() ? line_of(marked) : stated, calendar);
    if (!date.empty() && !is_last_day) {
      if (marked != block_) said_.push_back(marked);
      return date;
    }
  }
  for (const pugi::xml_node& element : elements_) {
    if (is_heading(element.name())) continue;
    const std::string text = collapsed(text_of(element));
    const std::string date = date_in(text, calendar);
    if (date.empty()) continue;
    // An element of nothing but the date has been said with it.
    if (element != block_ && text == date && element.first_child() == element.last_child()) {
      said_.push_back(element);
    }
    return date;
  }
  return {};
}

RawText ItemReader::summary_text() const {
  if (!selectors_.summary) return {line_without(block_, said_), TextKind::plain, base_};
  const pugi::xpath_node found = selectors_.summary->first(block_);
  if (found.attribute()) return {found.attribute().value(), TextKind::plain, base_};
  return {inner_markup(found.node()), TextKind::html, base_};
}

RawEntry ItemReader::read() {
  RawEntry entry;
  entry.link = link_address();
  entry.title = {title_text(), TextKind::plain, base_};
  entry.published = date_text();
  entry.summary = summary_text();
  return entry;
}

bool is_word_end(char c) { return c == ' ' || c == '|' || c == ',' || c == '('; }

}  // namespace

// Tries, from every word that has a digit, the longest run of words that is a date.
std::string date_in(std::string_view text, const Calendar& calendar) {
  if (text.size() > kDateTextBytesMax || speaks_of_last_day(text)) return {};
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    const bool is_word_begin = begin == 0 || is_word_end(text[begin - 1]) ||
                               text[begin - 1] == ':' || text[begin - 1] == ')';
    if (!is_word_begin || text[begin] < '0' || text[begin] > '9') continue;
    std::string longest;
    std::size_t end = begin;
    for (std::size_t words = 0; words < kDateWordsMax && end < text.size(); ++words) {
      end = std::min(text.find_first_of(" |(", end + 1), text.size());
      std::string_view candidate = trimmed(text.substr(begin, end - begin));
      while (candidate.ends_with(',') || candidate.ends_with('.')) candidate.remove_suffix(1);
      const auto instant = parse_date(candidate, calendar);
      if (instant && is_plausible(*instant) && candidate.size() > 5) longest = candidate;
    }
    if (!longest.empty()) return longest;
  }
  return {};
}

RawEntry read_page_item(const pugi::xml_node& block, const ItemSelectors& selectors,
                        const std::string& base) {
  return ItemReader(block, selectors, base).read();
}

}  // namespace fundwatch::feeds
