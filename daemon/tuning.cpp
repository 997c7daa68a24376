#include "daemon/tuning.h"

#include <algorithm>

#include "daemon/profiles_in_force.h"

namespace fundwatch::daemon {
namespace {

constexpr std::size_t kMarkedAtOnce = 1000;

std::optional<Profile> in_force(const store::Store& store, const std::string& name) {
  for (ProfileInForce& each : profiles_in_force(store)) {
    if (each.name == name) return std::move(each.profile);
  }
  return std::nullopt;
}

matchers::SourceNames names_of_sources(const store::Store& store) {
  matchers::SourceNames names;
  for (const Source& source : store.sources.all()) names.emplace(source.id, source.name);
  return names;
}

double weeks_between(Instant begin, Instant end) {
  using Weeks = std::chrono::duration<double, std::chrono::weeks::period>;
  return std::max(1.0, Weeks(end - begin).count());
}

}  // namespace

Result<TuneAnswer> Tuning::answer(const Profile& changed, std::optional<Instant> since,
                                  Instant now) {
  refresh();
  const store::Snapshot snapshot = store_.snapshot();
  TuneAnswer answer{.before = in_force(store_, changed.name)};
  const matchers::SourceNames names = names_of_sources(store_);
  std::unordered_map<ItemId, Review> reviews;
  if (answer.before) reviews = store_.hits.reviews(answer.before->id);
  auto effect = tuner_->effect_of({.before = answer.before ? &*answer.before : nullptr,
                                   .after = changed,
                                   .since = since,
                                   .sources = names,
                                   .reviews = reviews,
                                   .county = county_});
  if (!effect) return effect.error();
  answer.effect = std::move(*effect);
  if (answer.effect.oldest) answer.weeks = weeks_between(*answer.effect.oldest, now);
  return answer;
}

// Texts are read after the items that have them. What is removed is not told one by one: it happens
// in bulk, once a day at most.
void Tuning::refresh() {
  while (marking_.catch_up(kMarkedAtOnce) == kMarkedAtOnce) {
  }
  const std::int64_t removals = store_.marks.removals();
  if (!tuner_ || removals != read_.removals) {
    tuner_.emplace(lexicon_, [this](ItemId id) { return store_.items.find_texts(id); });
    read_ = {.removals = removals};
  }
  std::vector<matchers::MarkId> marks;
  store_.marks.each_item(read_, [&](const store::MarkedItem& item) {
    marks.clear();
    for (const std::uint32_t mark : item.marks) marks.push_back(matchers::MarkId{mark});
    tuner_->index().put(item.item, item.first_seen, marks);
  });
  store_.marks.each_text(read_, [&](std::uint32_t id, std::string_view text) {
    tuner_->marks().add(matchers::MarkId{id}, text);
  });
}

}  // namespace fundwatch::daemon
