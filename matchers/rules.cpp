#include "matchers/rules.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace fundwatch::matchers {
namespace {

// Words without one of which a query cannot hold, and how telling the least of them is.
struct Anchors {
  std::vector<const WordPattern*> words;
  std::size_t telling = 0;
};

// Long words are rarer than short ones, and words with an open end are more than themselves.
std::size_t telling(const WordPattern& word) {
  const bool is_open =
      word.mode == Mode::beginning || word.mode == Mode::end || word.mode == Mode::part;
  return is_open ? word.text.size() / 2 : word.text.size();
}

std::optional<Anchors> anchors_of(const Query& query);

Anchors anchor_of_phrase(const Query& query) {
  const auto& most = *std::ranges::max_element(query.words, {}, telling);
  return {{&most}, telling(most)};
}

// All must hold: those of the part that is told most easily.
std::optional<Anchors> anchors_of_all(const std::vector<Query>& parts) {
  std::optional<Anchors> best;
  for (const Query& part : parts) {
    auto anchors = anchors_of(part);
    if (!anchors) continue;
    const bool is_better =
        !best || anchors->words.size() < best->words.size() ||
        (anchors->words.size() == best->words.size() && anchors->telling > best->telling);
    if (is_better) best = std::move(anchors);
  }
  return best;
}

// One suffices: those of every part.
std::optional<Anchors> anchors_of_any(const std::vector<Query>& parts) {
  std::optional<Anchors> sum;
  for (const Query& part : parts) {
    const auto anchors = anchors_of(part);
    if (!anchors) return std::nullopt;
    if (!sum) sum = Anchors{{}, anchors->telling};
    sum->words.insert(sum->words.end(), anchors->words.begin(), anchors->words.end());
    sum->telling = std::min(sum->telling, anchors->telling);
  }
  return sum;
}

// Nothing if the query can hold where none of its words stands.
std::optional<Anchors> anchors_of(const Query& query) {
  switch (query.kind) {
    case Query::Kind::phrase: return anchor_of_phrase(query);
    case Query::Kind::near:
    case Query::Kind::all: return anchors_of_all(query.parts);
    case Query::Kind::any: return anchors_of_any(query.parts);
    case Query::Kind::fact:
    case Query::Kind::none: break;
  }
  return std::nullopt;
}

// Whether one of the anchors is all that it takes: a word, or alternatives of words.
bool is_sure(const Query& query) {
  if (query.kind == Query::Kind::any) return std::ranges::all_of(query.parts, is_sure);
  return query.kind == Query::Kind::phrase && query.words.size() == 1 && !query.in_title;
}

bool asks_for_language(const Query& query) {
  if (query.kind == Query::Kind::fact) return query.fact.field == FactField::language;
  return std::ranges::any_of(query.parts, asks_for_language);
}

Node::Kind kind_of(Query::Kind kind) {
  switch (kind) {
    case Query::Kind::phrase: return Node::Kind::phrase;
    case Query::Kind::fact: return Node::Kind::fact;
    case Query::Kind::near: return Node::Kind::near;
    case Query::Kind::all: return Node::Kind::all;
    case Query::Kind::any: return Node::Kind::any;
    case Query::Kind::none: break;
  }
  return Node::Kind::none;
}

}  // namespace

Rules::Rules(std::shared_ptr<const Lexicon> lexicon) : vocabulary_(std::move(lexicon)) {}

RuleId Rules::add(const Query& query) {
  const RuleId rule{static_cast<std::uint32_t>(roots_.size())};
  if (asks_for_language(query)) vocabulary_.add_function_words();
  const NodeId root = compiled(query);
  roots_.push_back(root);
  const auto anchors = anchors_of(query);
  if (!anchors) {
    always_awake_.push_back(rule);
    return rule;
  }
  for (const WordPattern* word : anchors->words) {
    posted_.push_back({vocabulary_.add(*word), {rule, is_sure(query)}});
  }
  return rule;
}

NodeId Rules::compiled(const Query& query) {
  Node node{.kind = kind_of(query.kind),
            .in_title = query.in_title,
            .distance = static_cast<std::uint16_t>(query.distance)};
  if (query.kind == Query::Kind::phrase) {
    node = phrase(query);
  } else if (query.kind == Query::Kind::fact) {
    node.first = static_cast<std::uint32_t>(facts_.size());
    facts_.push_back(query.fact);
  } else {
    std::vector<NodeId> parts;
    parts.reserve(query.parts.size());
    for (const Query& part : query.parts) parts.push_back(compiled(part));
    node.first = static_cast<std::uint32_t>(parts_.size());
    node.count = static_cast<std::uint32_t>(parts.size());
    parts_.insert(parts_.end(), parts.begin(), parts.end());
  }
  nodes_.push_back(node);
  return NodeId{static_cast<std::uint32_t>(nodes_.size() - 1)};
}

Node Rules::phrase(const Query& query) {
  Node node{.kind = Node::Kind::phrase, .in_title = query.in_title};
  if (query.words.size() == 1) {
    node.kind = Node::Kind::word;
    node.first = static_cast<std::uint32_t>(vocabulary_.add(query.words[0]));
    return node;
  }
  node.first = static_cast<std::uint32_t>(steps_.size());
  node.count = static_cast<std::uint32_t>(query.words.size());
  for (const WordPattern& word : query.words) {
    steps_.push_back({vocabulary_.add(word), number_of_marks(word.marks_before)});
  }
  return node;
}

std::uint32_t Rules::number_of_marks(const std::string& marks) {
  const auto known = std::ranges::find(marks_, marks);
  if (known == marks_.end()) marks_.push_back(marks);
  return static_cast<std::uint32_t>(std::ranges::find(marks_, marks) - marks_.begin());
}

void Rules::seal() {
  std::ranges::stable_sort(posted_, {}, &AtomRule::atom);
  postings_end_.assign(vocabulary_.size(), 0);
  for (const AtomRule& posted : posted_) {
    postings_.push_back(posted.posting);
    postings_end_[static_cast<std::size_t>(posted.atom)] =
        static_cast<std::uint32_t>(postings_.size());
  }
  for (std::size_t atom = 1; atom < postings_end_.size(); ++atom) {
    postings_end_[atom] = std::max(postings_end_[atom], postings_end_[atom - 1]);
  }
  posted_ = {};
}

}  // namespace fundwatch::matchers
