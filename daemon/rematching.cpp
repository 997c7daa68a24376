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

int Rematching::match_changed_profiles(const std::vector<Profile>& changed) {
  const Instant now = parts_.clock.now();
  const matchers::Matcher matcher = matcher_of(changed, parts_, config_);
  const std::vector<ProfileId> ids = ids_of(changed);
  int hits = 0;
  store::Transaction transaction = store_.begin();
  auto names = names_of_sources(store_);
  store_.items.each({.source = {}, .since = now - kProfileLooksBack}, [&](const Item& item) {
    hits += store_.hits.replace(item.id, ids, matcher.match({item, names[item.source]}), now);
    parts_.on_progress();
  });
  for (const Profile& profile : changed) {
    store_.profiles.set_matched(profile.id,
                                {.version = profile.version, .county = config_.place.county});
  }
  transaction.commit();
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
