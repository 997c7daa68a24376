#include "daemon/rematching.h"

#include <unordered_map>

namespace fundwatch::daemon {
namespace {

std::unordered_map<SourceId, std::string> names_of_sources(const store::Store& store) {
  std::unordered_map<SourceId, std::string> names;
  for (const Source& source : store.sources.all()) names.emplace(source.id, source.name);
  return names;
}

std::vector<ProfileId> ids_of(const std::vector<Profile>& profiles) {
  std::vector<ProfileId> ids;
  for (const Profile& profile : profiles) ids.push_back(profile.id);
  return ids;
}

}  // namespace

matchers::Matcher matcher_of(std::vector<Profile> profiles, const Parts& parts,
                             const config::Config& config) {
  return matchers::Matcher::compile(std::move(profiles), parts.lexicon, config.place.county)
      .value();
}

int Rematching::work(const matchers::Matcher& matcher) {
  std::vector<Profile> changed;
  for (const Profile& profile : matcher.profiles()) {
    const store::Profiles::Matched matched = store_.profiles.matched(profile.id);
    if (matched.version < profile.version || matched.county != config_.place.county) {
      changed.push_back(profile);
    }
  }
  int hits = changed.empty() ? 0 : match_changed_profiles(changed);
  for (;;) {
    const std::vector<ItemId> corrected = store_.corrections.unmatched(kCorrectedAtOnceMax);
    if (corrected.empty()) return hits;
    hits += match_corrected_items(matcher, corrected);
    parts_.on_progress();
  }
}

// In portions, each matched before it is written. Who is interrupted begins anew with the next
// tick, because that a profile is matched is noted last; so when a source or profile was changed,
// or is gone, meanwhile.
int Rematching::match_changed_profiles(const std::vector<Profile>& changed) {
  const std::int64_t revision = store_.revision();
  const Instant now = parts_.clock.now();
  const matchers::Matcher matcher = matcher_of(changed, parts_, config_);
  const std::vector<ProfileId> ids = ids_of(changed);
  auto names = names_of_sources(store_);
  int hits = 0;
  std::vector<Matched> matched;
  const auto put = [&] {
    store::Transaction transaction = store_.begin();
    if (store_.revision() == revision) hits += put_hits(matched, ids);
    transaction.commit();
    matched.clear();
  };
  store_.items.each({.source = {}, .since = now - kProfileLooksBack}, [&](const Item& item) {
    matched.emplace_back(item.id, matcher.match({item, names[item.source]}));
    if (matched.size() == kRematchedAtOnceMax) put();
    parts_.on_progress();
  });
  put();
  if (store_.revision() != revision) return hits;
  for (const Profile& profile : changed) {
    store_.profiles.set_matched(profile.id,
                                {.version = profile.version, .county = config_.place.county});
  }
  return hits;
}

int Rematching::put_hits(const std::vector<Matched>& matched,
                         const std::vector<ProfileId>& profiles) {
  int hits = 0;
  for (const auto& [item, found] : matched) {
    hits += store_.hits.replace(item, profiles, found, parts_.clock.now());
  }
  return hits;
}

int Rematching::match_corrected_items(const matchers::Matcher& matcher,
                                      const std::vector<ItemId>& items) {
  const Instant now = parts_.clock.now();
  const std::vector<ProfileId> ids = ids_of(matcher.profiles());
  int hits = 0;
  store::Transaction transaction = store_.begin();
  auto names = names_of_sources(store_);
  for (const ItemId id : items) {
    if (const auto item = store_.items.find(id)) {
      hits += store_.hits.replace(id, ids, matcher.match({*item, names[item->source]}), now);
    }
    store_.corrections.set_matched(id);
  }
  transaction.commit();
  return hits;
}

}  // namespace fundwatch::daemon
