#include "web/profile_saving.h"

#include "digest/phrases.h"
#include "web/profile_phrases.h"

namespace fundwatch::web {

std::optional<SavedVersion> save_version(const Desk& desk, const Profile& profile,
                                         const std::string& reason, std::int64_t based_on) {
  store::Store& store = desk.site.store;
  store::Transaction transaction = store.begin();
  const auto before = store.profiles.find(profile.name);
  const int in_force = before ? before->version : 0;
  if (in_force != based_on) return std::nullopt;
  SavedVersion saved{
      store.profiles.save(profile, {author_of(desk), desk.site.clock.now(), reason})};
  saved.is_new = saved.profile.version != in_force;
  if (saved.is_new) {
    record(desk, {"profile.save", saved.profile.name,
                  "version " + std::to_string(saved.profile.version) +
                      (reason.empty() ? std::string() : ": " + reason)});
  }
  transaction.commit();
  return saved;
}

std::optional<SavedVersion> revert_to(const Desk& desk, const Profile& old, std::int64_t based_on) {
  const ProfilePhrases& words = profile_phrases(desk.language());
  return save_version(desk, old,
                      digest::fill(words.reverted_why, {{"version", std::to_string(old.version)}}),
                      based_on);
}

}  // namespace fundwatch::web
