#include "web/profile_saving.h"

#include "digest/phrases.h"
#include "web/profile_phrases.h"

namespace fundwatch::web {

SavedVersion save_version(const Desk& desk, const Profile& profile, const std::string& reason) {
  store::Store& store = desk.site.store;
  store::Transaction transaction = store.begin();
  const auto before = store.profiles.find(profile.name);
  SavedVersion saved{
      store.profiles.save(profile, {author_of(desk), desk.site.clock.now(), reason})};
  saved.is_new = !before || before->version != saved.profile.version;
  if (saved.is_new) {
    record(desk, {"profile.save", saved.profile.name,
                  "version " + std::to_string(saved.profile.version) +
                      (reason.empty() ? std::string() : ": " + reason)});
  }
  transaction.commit();
  return saved;
}

SavedVersion revert_to(const Desk& desk, const Profile& old) {
  const ProfilePhrases& words = profile_phrases(desk.language());
  return save_version(desk, old,
                      digest::fill(words.reverted_why, {{"version", std::to_string(old.version)}}));
}

bool is_name_free(const Desk& desk, const std::string& name) {
  return name != kNewProfile && !desk.site.store.profiles.find(name);
}

}  // namespace fundwatch::web
