// matchers/judge.h — whether a compiled rule holds of an item, and where.
// One for each item, on top of what was read of it. A rule that holds by what is absent, or by what
// an item is, has no places.
#pragma once

#include <optional>
#include <vector>

#include "matchers/reading.h"
#include "matchers/rules.h"
#include "matchers/subject.h"

namespace fundwatch::matchers {

// A paragraph is in a language from so many of its function words on, if the other language has
// less than half as many.
inline constexpr int kFunctionWordsMin = 3;

// Which languages an item's paragraphs are in.
struct Languages {
  bool has_swedish = false;
  bool has_english = false;
};

// Of a vocabulary that knows function words.
Languages languages_of(const Reading& reading);

// Whether an item that says to be in the language `tag`, with paragraphs in these, is in the one
// that is asked for. What paragraphs are written in counts for more than what a feed says of all
// its items; but only Swedish and English are told apart.
bool is_language(const Fact& wanted, const Languages& paragraphs, const std::string& tag);

class Judge {
 public:
  // All must outlive it; `reading` is of the subject's item.
  Judge(const Rules& rules, const Reading& reading, const Subject& subject)
      : rules_(rules), reading_(reading), subject_(subject) {}

  bool holds(RuleId rule);

  // Adds where that which makes the rule hold stands: by first token, each place once.
  void append_places(RuleId rule, std::vector<Place>& places);

 private:
  // Nearly all nodes are words.
  bool holds(NodeId id) {
    const Node& node = rules_.node(id);
    return node.kind == Node::Kind::word ? holds_word(node) : holds(node);
  }
  bool holds_word(const Node& node) const {
    const AtomId atom{node.first};
    return node.in_title ? reading_.stands_in_title(atom) : reading_.stands(atom);
  }
  bool holds(const Node& node);
  bool holds_fact(const Fact& fact);
  void append_reasons(NodeId id, std::vector<Place>& places);
  std::vector<Place> places_of(const Node& node) const;
  std::vector<Place> places_of_word(const Node& node) const;
  std::vector<Place> places_of_phrase(const Node& node) const;
  std::vector<Place> places_of_near(const Node& node) const;

  const Rules& rules_;
  const Reading& reading_;
  const Subject& subject_;
  std::optional<Languages> languages_;
};

}  // namespace fundwatch::matchers
