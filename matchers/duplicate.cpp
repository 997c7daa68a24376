#include "matchers/duplicate.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "base/calendar.h"
#include "matchers/likeness.h"

namespace fundwatch::matchers {
namespace {

// Two facts that agree say as much as this many words, and a day with a word as this many.
constexpr int kFactsVotes = 4;
constexpr int kDayAndWordVotes = 2;
// Who shares less than this has one word or name in common with the new item, as many have.
constexpr int kVotesMin = 2;
constexpr std::size_t kWordsWithDay = 4;
constexpr std::size_t kCpvCodes = 2;
constexpr std::uint32_t kKeyBits = 0x7FFFFFFF;

// FNV-1a over the bytes of the parts. Stored: never to be changed.
class Key {
 public:
  explicit Key(std::string_view kind) { add(kind); }
  Key& add(std::string_view part) {
    for (const char c : part) mix(static_cast<unsigned char>(c));
    mix('\n');
    return *this;
  }
  Key& add(std::uint32_t part) {
    for (int shift = 0; shift < 32; shift += 8) mix((part >> shift) & 0xFF);
    return *this;
  }
  std::uint32_t value() const { return hash_ & kKeyBits; }

 private:
  void mix(std::uint32_t byte) { hash_ = (hash_ ^ byte) * 16777619U; }
  std::uint32_t hash_ = 2166136261U;
};

std::vector<std::string> facts_of(const Fingerprint& print) {
  std::vector<std::string> facts;
  if (print.last_day) facts.push_back("last " + iso_day(*print.last_day));
  if (print.event_date) facts.push_back("event " + iso_day(*print.event_date));
  if (print.amount) facts.push_back(std::to_string(print.amount->value) + print.amount->currency);
  if (!print.municipality.empty()) facts.push_back(print.municipality);
  for (std::size_t i = 0; i < std::min(kCpvCodes, print.cpv.size()); ++i) {
    facts.push_back("cpv " + print.cpv[i]);
  }
  return facts;
}

void add_days_with_words(const Fingerprint& print, std::vector<Trait>& traits) {
  for (const auto& day : {print.last_day, print.event_date}) {
    if (!day) continue;
    for (std::size_t i = 0; i < std::min(kWordsWithDay, print.leading_words.size()); ++i) {
      const Key key = Key("day").add(iso_day(*day)).add(print.leading_words[i]);
      traits.push_back({key.value(), kDayAndWordVotes});
    }
  }
}

// How many votes each item has, of `most` items at most. Open addressing: hundreds of votes are
// counted for every new item.
class Votes {
 public:
  explicit Votes(std::size_t most) : slots_(std::bit_ceil(2 * most + 1)) { counted_.reserve(most); }

  void add(ItemId item, int votes) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = static_cast<std::size_t>(item) * kSpread & mask;
    while (slots_[slot] != 0 && counted_[slots_[slot] - 1].second != item) slot = (slot + 1) & mask;
    if (slots_[slot] == 0) {
      counted_.emplace_back(0, item);
      slots_[slot] = static_cast<std::uint32_t>(counted_.size());
    }
    counted_[slots_[slot] - 1].first += votes;
  }

  std::vector<std::pair<int, ItemId>> counted() && { return std::move(counted_); }

 private:
  static constexpr std::size_t kSpread = 0x9E3779B97F4A7C15;  // neighbours far from each other

  std::vector<std::pair<int, ItemId>> counted_;
  std::vector<std::uint32_t> slots_;  // places in counted_ plus one, 0 where free
};

}  // namespace

std::vector<Trait> traits_of(const Fingerprint& print) {
  std::vector<Trait> traits;
  for (const std::uint32_t word : print.leading_words) {
    traits.push_back({Key("word").add(word).value(), 1});
  }
  for (const std::uint32_t name : print.leading_names) {
    traits.push_back({Key("name").add(name).value(), 1});
  }
  const std::vector<std::string> facts = facts_of(print);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    for (std::size_t j = i + 1; j < facts.size(); ++j) {
      traits.push_back({Key("facts").add(facts[i]).add(facts[j]).value(), kFactsVotes});
    }
  }
  add_days_with_words(print, traits);
  std::ranges::sort(traits, {}, &Trait::key);
  const auto is_same_key = [](const Trait& a, const Trait& b) { return a.key == b.key; };
  traits.erase(std::unique(traits.begin(), traits.end(), is_same_key), traits.end());
  return traits;
}

std::vector<ItemId> most_in_common(const std::vector<Trait>& traits,
                                   const std::vector<std::span<const ItemId>>& newest) {
  std::size_t most = 0;
  for (const std::span<const ItemId> items : newest) most += items.size();
  Votes votes(most);
  for (std::size_t i = 0; i < traits.size(); ++i) {
    for (const ItemId item : newest[i]) votes.add(item, traits[i].votes);
  }
  std::vector<std::pair<int, ItemId>> ranked = std::move(votes).counted();
  std::erase_if(ranked, [](const auto& each) { return each.first < kVotesMin; });
  const std::size_t kept = std::min(ranked.size(), kComparedMax);
  const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(kept);
  std::ranges::partial_sort(ranked, end, std::greater());
  std::vector<ItemId> items;
  items.reserve(kept);
  for (std::size_t i = 0; i < kept; ++i) items.push_back(ranked[i].second);
  return items;
}

std::span<const ItemId> Duplicates::newest_with(std::uint32_t key) const {
  const auto posting = items_by_trait_.find(key);
  if (posting == items_by_trait_.end()) return {};
  const std::span<const ItemId> items = posting->second;
  return items.last(std::min(items.size(), kSameTraitMax));
}

std::optional<std::size_t> Duplicates::find(const Fingerprint& print) const {
  std::optional<std::size_t> best;
  double most = kSameFrom;
  const std::vector<Trait> traits = traits_of(print);
  std::vector<std::span<const ItemId>> newest;
  newest.reserve(traits.size());
  for (const Trait& trait : traits) newest.push_back(newest_with(trait.key));
  for (const ItemId item : most_in_common(traits, newest)) {
    const auto number = static_cast<std::size_t>(item);
    const double alike = likeness(prints_[number], print);
    if (alike < most) continue;
    most = alike;
    best = number;
  }
  return best;
}

void Duplicates::add(Fingerprint print) {
  const ItemId number{static_cast<std::int64_t>(prints_.size())};
  for (const Trait& trait : traits_of(print)) items_by_trait_[trait.key].push_back(number);
  prints_.push_back(std::move(print));
}

}  // namespace fundwatch::matchers
