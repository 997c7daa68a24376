#include "matchers/duplicate.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>

#include "base/calendar.h"

namespace fundwatch::matchers {
namespace {

// Two facts that agree say as much as this many words.
constexpr std::size_t kFactsVotes = 4;

struct Trait {
  std::uint64_t key = 0;
  std::size_t votes = 1;
};

// Words are 32 bits: the upper half keeps facts apart from them.
constexpr std::uint64_t kFactBit = std::uint64_t{1} << 63;

Trait of_facts(const std::string& first, const std::string& second) {
  return {std::hash<std::string>{}(first + '\n' + second) | kFactBit, kFactsVotes};
}

std::vector<Trait> traits_of(const Fingerprint& print) {
  std::vector<Trait> traits;
  for (const std::uint32_t word : print.head) traits.push_back({word, 1});
  for (const std::uint32_t name : print.names) {
    traits.push_back({std::uint64_t{1} << 32 | name, 1});
  }
  std::vector<std::string> facts;
  if (print.last_day) facts.push_back("last " + iso_day(*print.last_day));
  if (print.event_date) facts.push_back("event " + iso_day(*print.event_date));
  if (print.amount) facts.push_back(std::to_string(print.amount->value) + print.amount->currency);
  if (!print.municipality.empty()) facts.push_back(print.municipality);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    for (std::size_t j = i + 1; j < facts.size(); ++j)
      traits.push_back(of_facts(facts[i], facts[j]));
  }
  return traits;
}

}  // namespace

std::vector<std::size_t> Duplicates::most_in_common(const Fingerprint& print) const {
  std::map<std::size_t, std::size_t> votes;
  for (const Trait& trait : traits_of(print)) {
    const auto posting = items_by_trait_.find(trait.key);
    if (posting == items_by_trait_.end()) continue;
    const std::vector<std::size_t>& items = posting->second;
    const std::size_t from = items.size() - std::min(items.size(), kSameTraitMax);
    for (std::size_t i = from; i < items.size(); ++i) votes[items[i]] += trait.votes;
  }
  std::vector<std::size_t> items;
  items.reserve(votes.size());
  for (const auto& [item, count] : votes) items.push_back(item);
  const auto has_more = [&votes](std::size_t a, std::size_t b) { return votes[a] > votes[b]; };
  const std::size_t kept = std::min(items.size(), kComparedMax);
  std::ranges::partial_sort(items, items.begin() + static_cast<std::ptrdiff_t>(kept), has_more);
  items.resize(kept);
  return items;
}

std::optional<std::size_t> Duplicates::find(const Fingerprint& print) const {
  std::optional<std::size_t> best;
  double most = kSameFrom;
  for (const std::size_t item : most_in_common(print)) {
    const double alike = likeness(prints_[item], print);
    if (alike < most) continue;
    most = alike;
    best = item;
  }
  return best;
}

void Duplicates::add(Fingerprint print) {
  for (const Trait& trait : traits_of(print)) items_by_trait_[trait.key].push_back(prints_.size());
  prints_.push_back(std::move(print));
}

}  // namespace fundwatch::matchers
