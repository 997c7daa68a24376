#include "web/hits_for_all.h"

#include <algorithm>
#include <map>
#include <set>

#include "digest/message.h"

namespace fundwatch::web {
namespace {

constexpr std::string_view kAtom = ".atom";
constexpr std::string_view kJson = ".json";

// Each source is asked for once: many hits come from few.
class SourceNames {
 public:
  explicit SourceNames(const store::Sources& sources) : sources_(sources) {}

  const std::string& of(SourceId id) {
    const auto [name, is_new] = names_.try_emplace(id);
    if (!is_new) return name->second;
    if (auto source = sources_.find(id)) name->second = std::move(source->name);
    return name->second;
  }

 private:
  const store::Sources& sources_;
  std::map<SourceId, std::string> names_;
};

const std::string& title_of(const Profile& profile, Language language) {
  const bool is_swedish = language == Language::swedish || profile.title.english.empty();
  const std::string& title = is_swedish ? profile.title.swedish : profile.title.english;
  return title.empty() ? profile.name : title;
}

}  // namespace

// "SE313", "SE31", "SE3" and "SE" for one of SE313.
bool is_for_all(const Item& item, const std::string& county) {
  if (county.empty() || item.place.nuts.empty()) return true;
  return std::ranges::any_of(item.place.nuts, [&county](const std::string& nuts) {
    return nuts.starts_with(county) || county.starts_with(nuts);
  });
}

std::vector<digest::FeedEntry> hits_for_all(const Site& site, const Profile& profile,
                                            std::size_t most) {
  std::vector<digest::FeedEntry> entries;
  std::set<CaseId> known;
  SourceNames sources(site.store.sources);
  for (const Hit& hit : site.store.hits.newest_of(profile.id, 2 * most)) {
    if (entries.size() == most) break;
    if (hit.review == Review::dismissed) continue;
    auto item = site.store.items.find(hit.item);
    if (!item || !is_for_all(*item, site.config.place.county)) continue;
    if (!known.insert(item->case_id).second) continue;
    const std::string& source = sources.of(item->source);
    const CaseId case_id = item->case_id;
    entries.push_back({case_id, *std::move(item), source, hit.found_at});
  }
  return entries;
}

Reply feed_page(const Site& site, const Request& /*request*/, std::string_view name) {
  const Language language = site.config.coordinator.language;
  const bool is_atom = name.ends_with(kAtom);
  if (!is_atom && !name.ends_with(kJson)) return missing_page(language, site.config);
  const std::string_view profile_name =
      name.substr(0, name.size() - (is_atom ? kAtom.size() : kJson.size()));
  const auto profile = site.store.profiles.find(std::string(profile_name));
  if (!profile) return missing_page(language, site.config);
  digest::HitFeed feed;
  feed.name = profile->name;
  feed.title = title_of(*profile, language) + " – " + site.config.installation.name;
  feed.domain = digest::sender_domain(site.config.mail);
  feed.language = language;
  if (!site.config.web.public_url.empty()) {
    feed.self = site.config.web.public_url + std::string(kFeedPath) + std::string(name);
  }
  feed.entries = hits_for_all(site, *profile, digest::kFeedEntriesMax);
  Reply reply;
  reply.headers.emplace_back("Cache-Control", "max-age=900");
  reply.content_type =
      is_atom ? "application/atom+xml; charset=utf-8" : "application/feed+json; charset=utf-8";
  reply.body = is_atom ? atom_feed(feed, site.calendar) : json_feed(feed, site.calendar);
  return reply;
}

}  // namespace fundwatch::web
