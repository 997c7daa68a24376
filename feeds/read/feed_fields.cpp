#include "feeds/read/feed_fields.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "feeds/read/links.h"

namespace fundwatch::feeds {
namespace {

struct Row {
  std::string_view local;  // lower case
  Space space;
  FeedField field;
};

// Atom elements within RSS are told by their namespace; Atom's own reader knows its elements
// itself.
constexpr std::array<Row, 77> kRows{{
    {"title", Space::core, FeedField::title},
    {"link", Space::core, FeedField::link},
    {"description", Space::core, FeedField::description},
    {"pubdate", Space::core, FeedField::published},
    {"guid", Space::core, FeedField::id},
    {"encoded", Space::content, FeedField::content},
    {"creator", Space::dublin_core, FeedField::author},
    {"date", Space::dublin_core, FeedField::updated},
    {"category", Space::core, FeedField::category},
    {"enclosure", Space::core, FeedField::enclosure},
    {"author", Space::core, FeedField::author},
    {"item", Space::core, FeedField::entry},
    {"items", Space::core, FeedField::entries},
    {"subject", Space::dublin_core, FeedField::category},
    {"content", Space::media, FeedField::media_content},
    {"group", Space::media, FeedField::media_group},
    {"title", Space::media, FeedField::media_title},
    {"description", Space::media, FeedField::media_description},
    {"category", Space::media, FeedField::category},
    {"keywords", Space::media, FeedField::keywords},
    {"player", Space::media, FeedField::media_player},
    {"title", Space::dublin_core, FeedField::title},
    {"description", Space::dublin_core, FeedField::description},
    {"language", Space::dublin_core, FeedField::language},
    {"language", Space::core, FeedField::language},
    {"author", Space::dublin_core, FeedField::author},
    {"publisher", Space::dublin_core, FeedField::none},
    {"contributor", Space::dublin_core, FeedField::none},
    {"identifier", Space::dublin_core, FeedField::none},
    {"issued", Space::dublin_core_terms, FeedField::published},
    {"created", Space::dublin_core_terms, FeedField::published},
    {"modified", Space::dublin_core_terms, FeedField::updated},
    {"lastbuilddate", Space::core, FeedField::updated},
    {"managingeditor", Space::core, FeedField::author},
    {"tagline", Space::core, FeedField::description},
    {"subtitle", Space::core, FeedField::description},
    {"abstract", Space::core, FeedField::description},
    {"summary", Space::core, FeedField::description},
    {"body", Space::core, FeedField::content},
    {"fullitem", Space::core, FeedField::content},
    {"content", Space::core, FeedField::content},
    {"body", Space::xhtml, FeedField::content},
    {"div", Space::xhtml, FeedField::content},
    {"id", Space::core, FeedField::id},
    {"published", Space::core, FeedField::published},
    {"issued", Space::core, FeedField::published},
    {"updated", Space::core, FeedField::updated},
    {"modified", Space::core, FeedField::updated},
    {"date", Space::core, FeedField::published},
    {"url", Space::core, FeedField::none},
    {"tag", Space::core, FeedField::category},
    {"tags", Space::core, FeedField::keywords},
    {"keywords", Space::core, FeedField::keywords},
    {"created", Space::core, FeedField::published},
    {"available", Space::dublin_core_terms, FeedField::published},
    {"date", Space::dublin_core_terms, FeedField::updated},
    {"modified", Space::dublin_core, FeedField::updated},
    {"credit", Space::media, FeedField::media_credit},
    {"owner", Space::itunes, FeedField::owner},
    {"author", Space::google_play, FeedField::secondary_author},
    {"description", Space::google_play, FeedField::secondary_description},
    {"title", Space::itunes, FeedField::secondary_title},
    {"author", Space::itunes, FeedField::secondary_author},
    {"subtitle", Space::itunes, FeedField::secondary_description},
    {"summary", Space::itunes, FeedField::itunes_summary},
    {"category", Space::itunes, FeedField::itunes_category},
    {"keywords", Space::itunes, FeedField::keywords},
    {"id", Space::atom, FeedField::id},
    {"title", Space::atom, FeedField::secondary_title},
    {"subtitle", Space::atom, FeedField::description},
    {"category", Space::atom, FeedField::category},
    {"link", Space::atom, FeedField::link},
    {"summary", Space::atom, FeedField::description},
    {"content", Space::atom, FeedField::content},
    {"published", Space::atom, FeedField::published},
    {"updated", Space::atom, FeedField::updated},
    {"author", Space::atom, FeedField::author},
}};

// How many names are remembered; feeds use a dozen.
constexpr std::size_t kNamesMax = 32;

std::string child_text(const pugi::xml_node& parent, std::string_view local) {
  for (const pugi::xml_node& child : parent.children()) {
    if (child.type() == pugi::node_element &&
        equals_ignoring_ascii_case(name_of(child).local, local)) {
      return trimmed_text_of(child);
    }
  }
  return {};
}

}  // namespace

FeedField field_of(const pugi::xml_node& element) {
  const Name name = name_of(element);
  if (name.space == Space::other) return FeedField::none;
  const std::string local = ascii_lower(name.local);
  for (const Row& row : kRows) {
    if (row.space == name.space && row.local == local) return row.field;
  }
  return FeedField::none;
}

FeedField FieldMemory::field_of(const pugi::xml_node& element) {
  if (declares_namespaces(element) || declares_namespaces(element.parent())) {
    return feeds::field_of(element);
  }
  const std::string_view name = element.name();
  for (const Known& known : known_) {
    if (known.name == name) return known.field;
  }
  const FeedField field = feeds::field_of(element);
  if (known_.size() < kNamesMax) known_.push_back({std::string(name), field});
  return field;
}

RawText rss_text(const pugi::xml_node& element, const Scope& scope) {
  if (has_elements(element)) {
    return {std::string(trimmed(inner_markup(element))), TextKind::html, base_of(element, scope)};
  }
  return {trimmed_text_of(element), TextKind::unsure, base_of(element, scope)};
}

void fill(std::string& target, std::string value) {
  if (target.empty()) target = std::move(value);
}

void fill(RawText& target, RawText text) {
  if (target.empty()) target = std::move(text);
}

void replace(std::string& target, std::string value) {
  if (!value.empty()) target = std::move(value);
}

void add_category(std::vector<std::string>& categories, std::string_view name) {
  const std::string category = collapsed(name);
  if (!category.empty()) categories.push_back(category);
}

std::string category_name(const pugi::xml_node& element) {
  const std::string_view term = attribute(element, "term");
  const std::string_view label = attribute(element, "label");
  if (!trimmed(term).empty()) return std::string(term);
  std::string text = text_of(element);
  return trimmed(text).empty() ? std::string(label) : text;
}

void add_keywords(std::vector<std::string>& categories, const pugi::xml_node& element) {
  const std::string words = text_of(element);
  for (const std::string_view word : split(words, ',')) add_category(categories, word);
}

void add_enclosure(std::vector<Enclosure>& enclosures, const pugi::xml_node& element,
                   const Scope& scope) {
  std::string_view address = attribute(element, "url");
  if (address.empty()) address = attribute(element, "href");
  if (trimmed(address).empty()) return;
  Enclosure enclosure;
  enclosure.url = resolved(scope.base, address);
  enclosure.type = attribute(element, "type");
  std::string_view length = attribute(element, "length");
  if (length.empty()) length = attribute(element, "fileSize");
  length = trimmed(length);
  std::int64_t bytes = 0;
  const auto [end, fault] = std::from_chars(length.data(), length.data() + length.size(), bytes);
  if (fault == std::errc{} && end == length.data() + length.size()) enclosure.bytes = bytes;
  // Media RSS repeats what RSS's own element has said.
  const bool is_known =
      std::any_of(enclosures.begin(), enclosures.end(),
                  [&](const Enclosure& known) { return known.url == enclosure.url; });
  if (!enclosure.url.empty() && !is_known) enclosures.push_back(std::move(enclosure));
}

std::string person(const pugi::xml_node& element) {
  for (const pugi::xml_node& child : element.children()) {
    if (child.type() == pugi::node_element && name_of(child).local == "Person") {  // FOAF's
      return person(child);
    }
  }
  std::string name = collapsed(child_text(element, "name"));
  std::string address = child_text(element, "email");
  if (!name.empty() && !address.empty() && name != address) return name + " (" + address + ")";
  if (!name.empty()) return name;
  if (!address.empty()) return address;
  return collapsed(has_elements(element) ? inner_markup(element) : text_of(element));
}

}  // namespace fundwatch::feeds
