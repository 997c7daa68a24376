// web/profile_saving.h — a profile saved as a version, and recorded: by its page and by the API.
#pragma once

#include <string>

#include "web/desk.h"

namespace fundwatch::web {

// The path of a new profile's page, which no profile is called.
inline constexpr std::string_view kNewProfile = "ny";

struct SavedVersion {
  Profile profile;
  bool is_new = false;  // false: it was so already
};

SavedVersion save_version(const Desk& desk, const Profile& profile, const std::string& reason);

// An old version saved again, as the newest; its reason says so.
SavedVersion revert_to(const Desk& desk, const Profile& old);

bool is_name_free(const Desk& desk, const std::string& name);

}  // namespace fundwatch::web
