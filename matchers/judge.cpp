#include "matchers/judge.h"

#include <algorithm>

namespace fundwatch::matchers {
namespace {

// The places after the first `kept` ones: in order, each once.
void sort_out(std::vector<Place>& places, std::size_t kept = 0) {
  const auto begin = places.begin() + static_cast<std::ptrdiff_t>(kept);
  std::sort(begin, places.end(), is_earlier);
  places.erase(std::unique(begin, places.end()), places.end());
}

bool is_by_last(const Place& a, const Place& b) {
  return a.last != b.last ? a.last < b.last : a.first < b.first;
}

Place both(const Place& a, const Place& b) {
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

bool is_another_language(const std::string& tag) {
  const std::string primary = tag.substr(0, tag.find('-'));
  return !primary.empty() && primary != "sv" && primary != "en";
}

// Counts the function words of one paragraph after the other.
struct Paragraph {
  int swedish = 0;
  int english = 0;

  void end(Languages& languages) {
    if (swedish >= kFunctionWordsMin && swedish > 2 * english) languages.has_swedish = true;
    if (english >= kFunctionWordsMin && english > 2 * swedish) languages.has_english = true;
    *this = {};
  }
};

bool is_paragraph_between(const Reading& reading, std::uint32_t earlier, std::uint32_t later) {
  return reading.field_of(earlier) != reading.field_of(later) ||
         reading.is_line_between(earlier, later);
}

}  // namespace

Languages languages_of(const Reading& reading) {
  std::vector<Place> swedish;
  std::vector<Place> english;
  reading.append_places(kSwedishAtom, swedish);
  reading.append_places(kEnglishAtom, english);
  Languages languages;
  Paragraph paragraph;
  std::optional<std::uint32_t> before;
  for (auto s = swedish.begin(), e = english.begin(); s != swedish.end() || e != english.end();) {
    const bool is_swedish = e == english.end() || (s != swedish.end() && is_earlier(*s, *e));
    const std::uint32_t word = is_swedish ? (s++)->first : (e++)->first;
    const bool is_other = before && *before != word;
    if (is_other && is_paragraph_between(reading, *before, word)) paragraph.end(languages);
    ++(is_swedish ? paragraph.swedish : paragraph.english);
    before = word;
  }
  paragraph.end(languages);
  return languages;
}

bool is_language(const Fact& wanted, const Languages& paragraphs, const std::string& tag) {
  if (wanted.value.empty()) return false;
  const bool is_known = paragraphs.has_swedish || paragraphs.has_english;
  if (is_another_language(tag) || !is_known) return is_satisfied_by(wanted, tag);
  return (wanted.value == "sv" && paragraphs.has_swedish) ||
         (wanted.value == "en" && paragraphs.has_english);
}

bool Judge::holds(RuleId rule) { return holds(rules_.root(rule)); }

void Judge::append_places(RuleId rule, std::vector<Place>& places) {
  const std::size_t kept = places.size();
  append_reasons(rules_.root(rule), places);
  if (places.size() - kept > 1) sort_out(places, kept);
}

bool Judge::holds(const Node& node) {
  const auto part_holds = [this](NodeId part) { return holds(part); };
  switch (node.kind) {
    case Node::Kind::word: return holds_word(node);
    case Node::Kind::phrase:
      return std::ranges::all_of(rules_.steps(node),
                                 [this](const Step& step) { return reading_.stands(step.atom); }) &&
             !places_of_phrase(node).empty();
    case Node::Kind::near:
      return std::ranges::all_of(rules_.parts(node), part_holds) && !places_of_near(node).empty();
    case Node::Kind::fact: return holds_fact(rules_.fact(node));
    case Node::Kind::all: return std::ranges::all_of(rules_.parts(node), part_holds);
    case Node::Kind::any: return std::ranges::any_of(rules_.parts(node), part_holds);
    case Node::Kind::none: break;
  }
  return !holds(rules_.parts(node)[0]);
}

bool Judge::holds_fact(const Fact& fact) {
  if (fact.field != FactField::language) return matchers::holds(fact, subject_);
  if (!languages_) languages_ = languages_of(reading_);
  return is_language(fact, *languages_, subject_.item.language);
}

// Those of the parts that hold.
void Judge::append_reasons(NodeId id, std::vector<Place>& places) {
  const Node& node = rules_.node(id);
  switch (node.kind) {
    case Node::Kind::word:
      if (!node.in_title) return reading_.append_places(AtomId{node.first}, places);
      [[fallthrough]];
    case Node::Kind::phrase:
    case Node::Kind::near: {
      const std::vector<Place> found = places_of(node);
      places.insert(places.end(), found.begin(), found.end());
      return;
    }
    case Node::Kind::all:
    case Node::Kind::any:
      for (const NodeId part : rules_.parts(node)) {
        if (node.kind == Node::Kind::all || holds(part)) append_reasons(part, places);
      }
      return;
    case Node::Kind::fact:
    case Node::Kind::none: return;
  }
}

// Of words, places near each other, and alternatives of these: by first token, each once.
std::vector<Place> Judge::places_of(const Node& node) const {
  switch (node.kind) {
    case Node::Kind::word: return places_of_word(node);
    case Node::Kind::phrase: return places_of_phrase(node);
    case Node::Kind::near: return places_of_near(node);
    case Node::Kind::any:
    case Node::Kind::all:
    case Node::Kind::fact:
    case Node::Kind::none: break;
  }
  std::vector<Place> places;
  for (const NodeId part : rules_.parts(node)) {
    const std::vector<Place> found = places_of(rules_.node(part));
    places.insert(places.end(), found.begin(), found.end());
  }
  sort_out(places);
  return places;
}

std::vector<Place> Judge::places_of_word(const Node& node) const {
  std::vector<Place> places;
  reading_.append_places(AtomId{node.first}, places);
  if (node.in_title) {
    std::erase_if(places, [this](const Place& place) {
      return reading_.field_of(place.first) != Field::title;
    });
  }
  return places;
}

// Step by step: what stood of the phrase so far, and where it goes on.
std::vector<Place> Judge::places_of_phrase(const Node& node) const {
  const auto steps = rules_.steps(node);
  std::vector<Place> standing = places_of_word(
      {.in_title = node.in_title, .first = static_cast<std::uint32_t>(steps[0].atom)});
  std::vector<Place> next;
  std::vector<Place> longer;
  for (const Step& step : steps.subspan(1)) {
    next.clear();
    longer.clear();
    reading_.append_places(step.atom, next);
    for (const Place& place : standing) {
      auto at = std::ranges::lower_bound(next, place.last + 1, {}, &Place::first);
      for (; at != next.end() && at->first == place.last + 1; ++at) {
        if (reading_.follows(at->first, rules_.marks(step))) {
          longer.push_back({place.first, at->last});
        }
      }
    }
    standing.swap(longer);
  }
  sort_out(standing);
  return standing;
}

// For each place of the one the nearest of the other.
std::vector<Place> Judge::places_of_near(const Node& node) const {
  const auto parts = rules_.parts(node);
  const std::vector<Place> ones = places_of(rules_.node(parts[0]));
  const std::vector<Place> others = places_of(rules_.node(parts[1]));
  std::vector<Place> by_last = others;
  std::ranges::sort(by_last, is_by_last);
  std::vector<Place> places;
  for (const Place& one : ones) {
    const auto after = std::ranges::upper_bound(others, one.last, {}, &Place::first);
    const auto before = std::ranges::lower_bound(by_last, one.first, {}, &Place::last);
    std::optional<Place> nearest;
    std::uint32_t distance = node.distance + 1U;
    const auto is_nearer = [&](const Place& other, std::uint32_t other_distance) {
      return other_distance < distance &&
             reading_.field_of(other.first) == reading_.field_of(one.first);
    };
    if (before != by_last.begin() &&
        is_nearer(*std::prev(before), one.first - std::prev(before)->last)) {
      nearest = *std::prev(before);
      distance = one.first - nearest->last;
    }
    if (after != others.end() && is_nearer(*after, after->first - one.last)) nearest = *after;
    if (nearest) places.push_back(both(one, *nearest));
  }
  sort_out(places);
  return places;
}

}  // namespace fundwatch::matchers
