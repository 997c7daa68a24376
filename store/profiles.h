// store/profiles.h — the profiles with every version that was ever saved.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

struct ProfileVersion {
  ProfileId id{};
  int version = 0;
};

class Profiles {
 public:
  explicit Profiles(Connection& database) : database_(database) {}

  // The newest version of each that is not removed, by name.
  std::vector<Profile> all() const;
  std::optional<Profile> find(const std::string& name) const;

  // As it was saved then, also of a profile that is removed.
  std::optional<Profile> at_version(ProfileId id, int version) const;

  // Whether any was ever saved, removed ones too: false is a first start.
  bool were_there_any() const;

  // Adds it, or adds a version to the one with the same name; the same content again is no new
  // version. Returns the version in force. Raises the revision when there is a new one.
  struct Change {
    std::string author;
    Instant at{};
    std::string reason = {};  // in the author's words
  };
  Profile save(const Profile& profile, const Change& change);
  Profile save(const Profile& profile, const std::string& author, Instant now) {
    return save(profile, Change{author, now});
  }

  // Every version that was saved, the newest first, at most so many.
  struct Saved {
    Profile profile;
    Change change;
  };
  std::vector<Saved> versions(ProfileId id, std::size_t versions_max) const;

  // Versions, hits and subscriptions stay for history; it no longer matches or shows. False if
  // there is none. Saving the name again revives it. Raises the revision.
  bool remove(const std::string& name);

  // Up to which version the stored items of late have been matched again (daemon/rematching)
  // and for readers of which county.
  struct Matched {
    int version = 0;
    std::string county;  // NUTS; empty: everywhere
    bool operator==(const Matched&) const = default;
  };
  Matched matched(ProfileId id) const;
  void set_matched(ProfileId id, const Matched& matched);

  // Whether the coordinator was told that this version has a fault.
  bool is_fault_told(const ProfileVersion& version) const;
  void set_fault_told(const ProfileVersion& version);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
