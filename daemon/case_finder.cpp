#include "daemon/case_finder.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "matchers/duplicate.h"
#include "matchers/fingerprint_bytes.h"
#include "matchers/likeness.h"

namespace fundwatch::daemon {
namespace {

bool is_update(const Item& item) {
  return item.status == CallStatus::extended || item.status == CallStatus::cancelled;
}

bool is_notice(const Item& item) { return item.notice && !item.notice->id.empty(); }

// Who publishes two items means two things, unless one takes up the other. Official notices name
// each other where they belong together (store/items.h).
bool may_be_same(const Item& item, const Item& known) {
  if (is_notice(item) && is_notice(known)) return false;
  return item.source != known.source || is_update(item) || is_update(known);
}

// Whether those who were told what `speaker` says must be told this.
bool is_news(const Item& speaker, const Item& item) {
  if (item.status == CallStatus::cancelled) return speaker.status != CallStatus::cancelled;
  return item.status == CallStatus::extended && item.deadline && speaker.deadline &&
         item.deadline->day > speaker.deadline->day;
}

std::vector<std::uint32_t> keys_of(const std::vector<matchers::Trait>& traits) {
  std::vector<std::uint32_t> keys;
  keys.reserve(traits.size());
  for (const matchers::Trait& trait : traits) keys.push_back(trait.key);
  return keys;
}

}  // namespace

void CaseFinder::place(const Item& item, const matchers::Fingerprint& print) {
  const std::vector<matchers::Trait> traits = matchers::traits_of(print);
  if (!store_.cases.is_settled(item)) {
    if (const auto known = same_as(item, print, traits)) join(item, *known);
  }
  store_.announcements.put(item.id, keys_of(traits), matchers::bytes_of(print));
}

std::optional<Item> CaseFinder::same_as(const Item& item, const matchers::Fingerprint& print,
                                        const std::vector<matchers::Trait>& traits) const {
  const auto newest = store_.announcements.newest_with(keys_of(traits), matchers::kSameTraitMax);
  const std::vector<ItemId> compared = matchers::most_in_common(traits, newest);
  const auto fingerprints = store_.announcements.fingerprints(compared);
  std::vector<std::pair<double, ItemId>> alike;
  for (std::size_t i = 0; i < compared.size(); ++i) {
    if (compared[i] == item.id || fingerprints[i] == nullptr) continue;
    const auto known = matchers::fingerprint_of(*fingerprints[i]);
    if (!known) continue;
    const auto likeness = matchers::sure_likeness(*known, print);
    if (likeness) alike.emplace_back(*likeness, compared[i]);
  }
  std::ranges::stable_sort(alike, std::greater(), &std::pair<double, ItemId>::first);
  for (const auto& [likeness, id] : alike) {
    auto other = store_.items.find(id);
    const bool may_join =
        other && may_be_same(item, *other) && !store_.cases.is_full(other->case_id);
    if (may_join) return other;
  }
  return std::nullopt;
}

void CaseFinder::join(const Item& item, const Item& known) {
  // What only repeats a case is no news: then the one that speaks is not looked for.
  const auto speaker =
      is_update(item) ? std::optional(store_.cases.speaker(known.case_id)) : std::nullopt;
  store_.cases.join(item, known.case_id);
  if (speaker && is_news(*speaker, item)) store_.cases.tell_anew(known.case_id, item.id);
}

}  // namespace fundwatch::daemon
