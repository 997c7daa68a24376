#include "matchers/tune.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <utility>
#include <variant>

#include "matchers/home.h"
#include "matchers/judge.h"
#include "matchers/profile.h"
#include "matchers/query.h"
#include "matchers/query_parts.h"
#include "matchers/reading.h"
#include "matchers/rules.h"
#include "matchers/tally.h"

namespace fundwatch::matchers {

// A profile without faults, and where each of its terms holds.
struct Tuner::Side {
  const Profile* profile = nullptr;
  std::size_t required = 0;
  std::vector<Query> queries;
  std::vector<const Slots*> terms;
  std::deque<Slots> composed;  // of terms that are no leaf
};

namespace {

using Side = Tuner::Side;
using Tallies = std::array<Tally, Slots::kWordSlots>;

// Of the slots of one word of the sets, those with a hit.
std::uint64_t hits_in(const Side& side, std::size_t i, std::uint64_t asked, Tallies& tallies) {
  std::uint64_t any = 0;
  for (const Slots* slots : side.terms) any |= slots->word(i);
  any &= asked;
  if (any == 0) return 0;
  tallies.fill(Tally{});
  for (std::size_t t = 0; t < side.terms.size(); ++t) {
    const Term& term = side.profile->terms[t];
    for (std::uint64_t bits = side.terms[t]->word(i) & any; bits != 0; bits &= bits - 1) {
      tallies[static_cast<std::size_t>(std::countr_zero(bits))].add(term.role, term.weight);
    }
  }
  std::uint64_t hits = 0;
  for (std::uint64_t bits = any; bits != 0; bits &= bits - 1) {
    const Tally& tally = tallies[static_cast<std::size_t>(std::countr_zero(bits))];
    if (tally.is_hit(side.required, side.profile->threshold)) hits |= bits & (~bits + 1);
  }
  return hits;
}

Side side_of(const Profile& profile, const std::string& county) {
  Side side{.profile = &profile};
  side.required =
      static_cast<std::size_t>(std::ranges::count(profile.terms, TermRole::required, &Term::role));
  for (const Term& term : profile.terms) {
    side.queries.push_back(at_home_in(county, std::get<Query>(parse_query(term.text))));
  }
  return side;
}

// Counts what is found, word of slots by word of slots.
class Account {
 public:
  Account(const Index& index, const Change& change, const Side& after)
      : index_(index), change_(change), after_(after) {
    effect_.per_term.resize(after.terms.size());
  }

  // The slots of word `i` that are looked at.
  std::uint64_t asked(std::size_t i) {
    std::uint64_t asked = index_.alive().word(i);
    for (std::uint64_t bits = asked; bits != 0; bits &= bits - 1) {
      const Instant seen = index_.first_seen_at(slot_of(i, bits));
      if (change_.since && seen < *change_.since) {
        asked &= ~(bits & (~bits + 1));
      } else {
        effect_.oldest = std::min(effect_.oldest.value_or(seen), seen);
      }
    }
    return asked;
  }

  void add_hits(std::size_t i, std::uint64_t before, std::uint64_t after) {
    effect_.kept += static_cast<std::size_t>(std::popcount(before & after));
    append(i, after & ~before, gained_);
    append(i, before & ~after, lost_);
  }

  void add_terms(std::size_t i, std::uint64_t asked, std::uint64_t hits, const Tallies& tallies) {
    for (std::size_t t = 0; t < after_.terms.size(); ++t) {
      TermCount& count = effect_.per_term[t];
      const std::uint64_t held = after_.terms[t]->word(i) & asked;
      count.items += static_cast<std::size_t>(std::popcount(held));
      for (std::uint64_t bits = held & hits; bits != 0; bits &= bits - 1) {
        const Tally& tally = tallies[static_cast<std::size_t>(std::countr_zero(bits))];
        if (tally.counts(after_.profile->terms[t].role)) add_hit(slot_of(i, bits), count);
      }
    }
  }

  Effect finish() {
    effect_.gained = items_of(gained_);
    effect_.lost = items_of(lost_);
    return std::move(effect_);
  }

 private:
  static std::size_t slot_of(std::size_t i, std::uint64_t bits) {
    return i * Slots::kWordSlots + static_cast<std::size_t>(std::countr_zero(bits));
  }

  static void append(std::size_t i, std::uint64_t bits, std::vector<std::size_t>& slots) {
    for (; bits != 0; bits &= bits - 1) slots.push_back(slot_of(i, bits));
  }

  void add_hit(std::size_t slot, TermCount& count) const {
    ++count.hits;
    if (change_.reviews.empty()) return;
    const auto review = change_.reviews.find(index_.item_at(slot));
    if (review == change_.reviews.end()) return;
    if (review->second == Review::kept) ++count.kept;
    if (review->second == Review::dismissed) ++count.dismissed;
  }

  std::vector<ItemId> items_of(std::vector<std::size_t>& slots) const {
    std::ranges::sort(slots, [&](std::size_t a, std::size_t b) {
      return std::pair(index_.first_seen_at(a), index_.item_at(a)) >
             std::pair(index_.first_seen_at(b), index_.item_at(b));
    });
    std::vector<ItemId> items;
    items.reserve(slots.size());
    for (const std::size_t slot : slots) items.push_back(index_.item_at(slot));
    return items;
  }

  const Index& index_;
  const Change& change_;
  const Side& after_;
  Effect effect_;
  std::vector<std::size_t> gained_;
  std::vector<std::size_t> lost_;
};

}  // namespace

Result<Effect> Tuner::effect_of(const Change& change) {
  std::vector<Side> sides;
  for (const Profile* profile : {change.before, &change.after}) {
    if (profile == nullptr) continue;
    const std::string problem = describe(faults(*profile), Language::english);
    if (!problem.empty()) {
      return Error{Stage::match, "profile \"" + profile->name + "\": " + problem};
    }
    sides.push_back(side_of(*profile, change.county));
  }
  look_up(sides, change.sources);
  const Side& after = sides.back();
  Account account(index_, change, after);
  Tallies tallies;
  for (std::size_t i = 0; i < index_.alive().word_count(); ++i) {
    const std::uint64_t asked = account.asked(i);
    const std::uint64_t before =
        change.before == nullptr ? 0 : hits_in(sides.front(), i, asked, tallies);
    const std::uint64_t hits = hits_in(after, i, asked, tallies);
    account.add_hits(i, before, hits);
    account.add_terms(i, asked, hits, tallies);
  }
  forget();
  return account.finish();
}

void Tuner::look_up(std::vector<Side>& sides, const SourceNames& sources) {
  ++questions_;
  std::vector<WordPattern> words;
  for (const Side& side : sides) {
    for (const Query& query : side.queries) {
      const std::vector<WordPattern> more = words_of(query);
      words.insert(words.end(), more.begin(), more.end());
    }
  }
  learn(words);
  std::vector<Doubt> doubts;
  for (const Side& side : sides) {
    for (const Query& query : side.queries) append_doubts(query, sources, doubts);
  }
  settle(doubts);
  for (Side& side : sides) {
    for (const Query& query : side.queries) {
      side.terms.push_back(is_leaf(query) ? &leaf(query, sources)
                                          : &side.composed.emplace_back(holding(query, sources)));
    }
  }
}

// One pass over the table's words for all that are new to the same of its words.
void Tuner::learn(const std::vector<WordPattern>& words) {
  std::map<std::size_t, std::map<std::string, WordPattern>> by_asked;
  for (const WordPattern& word : words) {
    const std::string key = key_of(word);
    const std::size_t asked = words_[key].asked;
    if (asked < marks_.size()) by_asked[asked].emplace(key, word);
  }
  for (const auto& [asked, unknown] : by_asked) {
    Vocabulary vocabulary(marks_.lexicon());
    std::vector<std::pair<std::string, AtomId>> atoms;
    for (const auto& [key, word] : unknown) atoms.emplace_back(key, vocabulary.add(word));
    std::vector<Taken> taken;
    marks_.append_taken(vocabulary, asked, taken);
    for (const auto& [key, atom] : atoms) {
      const Taken& fresh = taken[static_cast<std::size_t>(atom)];
      WordMarks& known = words_[key];
      known.asked = marks_.size();
      known.taken.anywhere.insert(known.taken.anywhere.end(), fresh.anywhere.begin(),
                                  fresh.anywhere.end());
      known.taken.in_title.insert(known.taken.in_title.end(), fresh.in_title.begin(),
                                  fresh.in_title.end());
    }
  }
}

Slots Tuner::holding(const Query& query, const SourceNames& sources) {
  if (is_leaf(query)) return leaf(query, sources);
  Slots slots = holding(query.parts[0], sources);
  if (query.kind == Query::Kind::none) slots.complement();
  for (std::size_t i = 1; i < query.parts.size(); ++i) {
    const Slots part = holding(query.parts[i], sources);
    query.kind == Query::Kind::all ? slots.intersect(part) : slots.unite(part);
  }
  return slots;
}

const Slots& Tuner::leaf(const Query& query, const SourceNames& sources) {
  Leaf& leaf = leaves_[key_of(query)];
  leaf.asked_in = questions_;
  leaf.slots.resize(index_.slot_count());
  if (query.kind == Query::Kind::fact) {
    cover_fact(query, sources, leaf);
  } else if (leaf.covered < index_.slot_count()) {
    is_word(query) ? cover_word(query, leaf)
                   : settle({{&query, &leaf, candidates(query, sources)}});
  }
  leaf.covered = index_.slot_count();
  return leaf.slots;
}

void Tuner::cover_word(const Query& query, Leaf& leaf) {
  const std::size_t from = leaf.covered / Index::kSegmentSlots * Index::kSegmentSlots;
  const Taken& taken = words_.at(key_of(query.words[0])).taken;
  index_.append_slots(query.in_title ? taken.in_title : taken.anywhere, from, leaf.slots);
  Slots unread(index_.slot_count());
  index_.append_slots(marks_.must_be_read(), from, unread);
  settle({{&query, &leaf, unread}});
}

// Sources may have got other names since.
void Tuner::cover_fact(const Query& query, const SourceNames& sources, Leaf& leaf) {
  if (query.fact.field == FactField::source) {
    leaf = {.slots = Slots(index_.slot_count()), .asked_in = questions_};
  }
  const std::size_t from = leaf.covered / Index::kSegmentSlots * Index::kSegmentSlots;
  index_.append_slots(marks_.marks_of(query.fact, sources), from, leaf.slots);
}

// Where all its words stand, or both parts.
Slots Tuner::candidates(const Query& query, const SourceNames& sources) {
  Slots all = index_.alive();
  for (const WordPattern& word : query.words) {
    all.intersect(leaf(query_of(word, query), sources));
  }
  for (const Query& part : query.parts) all.intersect(holding(part, sources));
  return all;
}

std::optional<Glance> Tuner::glance_of(const Query& query) const {
  if (is_word(query)) return std::nullopt;
  if (query.kind == Query::Kind::near) {
    const Query& one = query.parts[0];
    const Query& other = query.parts[1];
    return Glance(SoughtWords(words_taken_by(words_of(one))),
                  SoughtWords(words_taken_by(words_of(other))), reach_of(query));
  }
  std::vector<SoughtWords> row;
  for (const WordPattern& word : query.words) row.emplace_back(words_taken_by({word}));
  return Glance(std::move(row));
}

WordSet Tuner::words_taken_by(const std::vector<WordPattern>& words) const {
  WordSet taken;
  for (const WordPattern& word : words) {
    taken.merge(marks_.words_of(words_.at(key_of(word)).taken.anywhere));
  }
  return taken;
}

// Of phrases and words near each other that are not known yet, each once.
void Tuner::append_doubts(const Query& query, const SourceNames& sources,
                          std::vector<Doubt>& doubts) {
  if (!is_leaf(query)) {
    for (const Query& part : query.parts) append_doubts(part, sources, doubts);
    return;
  }
  if (query.kind == Query::Kind::fact || is_word(query)) return;
  Leaf& leaf = leaves_[key_of(query)];
  const bool is_known = leaf.covered == index_.slot_count();
  if (is_known || std::ranges::find(doubts, &leaf, &Doubt::leaf) != doubts.end()) return;
  leaf.asked_in = questions_;
  leaf.slots.resize(index_.slot_count());
  doubts.push_back({&query, &leaf, candidates(query, sources)});
}

// Only the texts themselves tell; each is read once for all. What each word takes is known.
void Tuner::settle(const std::vector<Doubt>& doubts) {
  Rules rules(marks_.lexicon());
  std::vector<RuleId> ids;
  std::vector<std::optional<Glance>> glances;
  WordSet taken;
  Slots all(index_.slot_count());
  for (const Doubt& doubt : doubts) {
    ids.push_back(rules.add(*doubt.query));
    glances.push_back(glance_of(*doubt.query));
    taken.merge(words_taken_by(words_of(*doubt.query)));
    all.unite(doubt.candidates);
  }
  rules.seal();
  Reading reading(rules.vocabulary(), &taken);
  CutTexts texts;
  all.each(0, [&](std::size_t slot) {
    const auto is_asked = [slot](const Doubt& doubt) {
      return slot >= doubt.leaf->covered && doubt.candidates.has(slot);
    };
    if (std::ranges::none_of(doubts, is_asked)) return;
    const auto item = index_.is_alive(slot) ? read_(index_.item_at(slot)) : std::nullopt;
    if (item) texts.cut(*item);
    bool is_read = false;
    for (std::size_t i = 0; i < doubts.size(); ++i) {
      if (!is_asked(doubts[i])) continue;
      doubts[i].leaf->slots.erase(slot);
      if (!item || (glances[i] && !glances[i]->may_stand_in(texts))) continue;
      if (!std::exchange(is_read, true)) reading.read(*item);
      const Subject subject{*item, ""};
      if (Judge(rules, reading, subject).holds(ids[i])) doubts[i].leaf->slots.insert(slot);
    }
  });
  for (const Doubt& doubt : doubts) doubt.leaf->covered = index_.slot_count();
}

void Tuner::forget() {
  if (words_.size() > kRememberedWordsMax) words_.clear();
  std::size_t bytes = 0;
  for (const auto& [key, leaf] : leaves_) bytes += leaf.slots.memory();
  while (bytes > kRememberedBytesMax || leaves_.size() > kRememberedWordsMax) {
    const auto oldest = std::ranges::min_element(
        leaves_, {}, [](const auto& each) { return each.second.asked_in; });
    if (oldest->second.asked_in == questions_) return;  // the next question is nearly the same
    bytes -= oldest->second.slots.memory();
    leaves_.erase(oldest);
  }
}

std::size_t Tuner::memory() const {
  std::size_t bytes = marks_.memory() + index_.memory();
  for (const auto& [key, leaf] : leaves_) bytes += leaf.slots.memory();
  for (const auto& [key, word] : words_) {
    bytes += 4 * (word.taken.anywhere.capacity() + word.taken.in_title.capacity());
  }
  return bytes;
}

}  // namespace fundwatch::matchers
