// matchers/rules.h — the rules of all profiles, compiled: flat trees over atoms.
// Each rule is posted under atoms without one of which it cannot hold, so that an item wakes only
// rules that something in it is about. Rules that can hold without any word are tried on every
// item. Immutable once sealed; then many threads may read it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "matchers/query.h"
#include "matchers/vocabulary.h"

namespace fundwatch::matchers {

enum class RuleId : std::uint32_t {};
enum class NodeId : std::uint32_t {};

struct Node {
  // word: `first` is an atom. phrase: `count` steps from `first`. fact: fact number `first`. near,
  // all, any, none: `count` parts from `first`.
  enum class Kind : std::uint8_t { word, phrase, fact, near, all, any, none };
  Kind kind = Kind::word;
  bool in_title = false;
  std::uint16_t distance = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// A word of a phrase and the marks that may stand before it, by number.
struct Step {
  AtomId atom{};
  std::uint32_t marks = 0;
};

// A rule that an atom wakes; a sure one holds wherever the atom stands.
struct Posting {
  RuleId rule{};
  bool is_sure = false;
};

class Rules {
 public:
  explicit Rules(std::shared_ptr<const Lexicon> lexicon);

  // Ids count up from 0.
  RuleId add(const Query& query);
  // For whoever asks the readings for them (languages_of), if no rule does.
  void add_function_words() { vocabulary_.add_function_words(); }
  // After the last rule; before it nothing below may be asked.
  void seal();

  const Vocabulary& vocabulary() const { return vocabulary_; }
  std::size_t size() const { return roots_.size(); }
  NodeId root(RuleId rule) const { return roots_[static_cast<std::size_t>(rule)]; }
  const Node& node(NodeId node) const { return nodes_[static_cast<std::size_t>(node)]; }
  std::span<const NodeId> parts(const Node& node) const {
    return {parts_.data() + node.first, node.count};
  }
  std::span<const Step> steps(const Node& node) const {
    return {steps_.data() + node.first, node.count};
  }
  const std::string& marks(const Step& step) const { return marks_[step.marks]; }
  const Fact& fact(const Node& node) const { return facts_[node.first]; }

  std::span<const Posting> woken_by(AtomId atom) const {
    const auto i = static_cast<std::size_t>(atom);
    const std::uint32_t begin = i == 0 ? 0 : postings_end_[i - 1];
    return {postings_.data() + begin, postings_end_[i] - begin};
  }
  std::span<const RuleId> always_awake() const { return always_awake_; }

 private:
  struct AtomRule {
    AtomId atom{};
    Posting posting;
  };

  NodeId compiled(const Query& query);
  Node phrase(const Query& query);
  std::uint32_t number_of_marks(const std::string& marks);

  Vocabulary vocabulary_;
  std::vector<NodeId> roots_;
  std::vector<Node> nodes_;
  std::vector<NodeId> parts_;
  std::vector<Step> steps_;
  std::vector<std::string> marks_{""};
  std::vector<Fact> facts_;
  std::vector<RuleId> always_awake_;
  std::vector<AtomRule> posted_;  // until sealed
  std::vector<Posting> postings_;
  std::vector<std::uint32_t> postings_end_;  // by atom
};

}  // namespace fundwatch::matchers
