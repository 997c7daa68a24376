// web/profile_saving.h — a profile saved as a version, and recorded: by its page and by the API.
#pragma once

#include <optional>
#include <string>

#include "web/desk.h"

namespace fundwatch::web {

// The path of a new profile's page, which no profile is called.
inline constexpr std::string_view kNewProfile = "ny";

struct SavedVersion {
  Profile profile;
  bool is_new = false;  // false: it was so already
};

// Nothing if `based_on`, 0 of a new profile, is no longer the version in force: somebody else has
// saved one, or the profile was removed.
std::optional<SavedVersion> save_version(const Desk& desk, const Profile& profile,
                                         const std::string& reason, std::int64_t based_on);

// An old version saved again, as the newest; its reason says so.
std::optional<SavedVersion> revert_to(const Desk& desk, const Profile& old, std::int64_t based_on);

}  // namespace fundwatch::web
