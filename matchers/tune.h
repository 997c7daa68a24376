// matchers/tune.h — what a changed profile would gain and lose among all items there ever were:
// exactly what matching each of them again would say, without reading them but where the order of
// words decides. What was found out about a word, a phrase or a fact is kept for the next time, so
// that a change costs what it changes. Belongs to one thread.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/model.h"
#include "base/result.h"
#include "matchers/glance.h"
#include "matchers/index.h"
#include "matchers/mark_table.h"
#include "matchers/marks.h"

namespace fundwatch::matchers {

// Words and phrases that are remembered; then those that were not asked for longest are forgotten.
inline constexpr std::size_t kRememberedBytesMax = 16U << 20U;
inline constexpr std::size_t kRememberedWordsMax = 2000;

// What is asked. Without `before` the profile is new.
struct Change {
  const Profile* before = nullptr;
  const Profile& after;
  std::optional<Instant> since;  // items first seen at or after
  const SourceNames& sources;
  const std::unordered_map<ItemId, Review>& reviews;  // of the profile's stored hits
  std::string county = {};  // the readers' home, as of at_home_in (matchers/home.h)
};

// Of the changed profile's terms: in how many items each held, in how many hits it counts, and
// what people said of those hits.
struct TermCount {
  std::size_t items = 0;
  std::size_t hits = 0;
  std::size_t kept = 0;
  std::size_t dismissed = 0;
};

struct Effect {
  std::vector<ItemId> gained;  // newest first, as they were first seen
  std::vector<ItemId> lost;
  std::size_t kept = 0;
  std::optional<Instant> oldest;    // of the items looked at
  std::vector<TermCount> per_term;  // in the order of the terms
};

class Tuner {
 public:
  using Read = std::function<std::optional<Item>(ItemId)>;

  // `read` gives the title, summary and text of an item as they are stored now.
  Tuner(MarkTable marks, Index index, Read read)
      : read_(std::move(read)), marks_(std::move(marks)), index_(std::move(index)) {}

  // The marks of all items; filled and kept up by whoever owns the store.
  MarkTable& marks() { return marks_; }
  Index& index() { return index_; }

  // Error{match} if a profile has a fault.
  Result<Effect> effect_of(const Change& change);

  // Bytes held.
  std::size_t memory() const;

  struct Side;

 private:
  // Which slots a word, phrase, pair of near ones or fact holds in; those below `covered` are
  // known.
  struct Leaf {
    Slots slots;
    std::size_t covered = 0;
    std::uint64_t asked_in = 0;  // number of the question
  };

  // What a word of a rule takes of the table's words below `asked`.
  struct WordMarks {
    Taken taken;
    std::size_t asked = 0;
  };

  // A leaf that only texts decide, and the slots where it may hold.
  struct Doubt {
    const Query* query = nullptr;
    Leaf* leaf = nullptr;
    Slots candidates;
  };

  void look_up(std::vector<Side>& sides, const SourceNames& sources);
  void learn(const std::vector<WordPattern>& words);
  Slots holding(const Query& query, const SourceNames& sources);
  const Slots& leaf(const Query& query, const SourceNames& sources);
  void cover_word(const Query& query, Leaf& leaf);
  void cover_fact(const Query& query, const SourceNames& sources, Leaf& leaf);
  Slots candidates(const Query& query, const SourceNames& sources);
  void append_doubts(const Query& query, const SourceNames& sources, std::vector<Doubt>& doubts);
  void settle(const std::vector<Doubt>& doubts);
  std::optional<Glance> glance_of(const Query& query) const;
  WordSet words_taken_by(const std::vector<WordPattern>& words) const;
  void forget();

  Read read_;
  MarkTable marks_;
  Index index_;
  std::unordered_map<std::string, WordMarks> words_;  // by what they take
  std::unordered_map<std::string, Leaf> leaves_;      // by what they ask
  std::uint64_t questions_ = 0;
};

}  // namespace fundwatch::matchers
