// web/profile_versions.h — every version of a profile, what it changed, by whom, and the way back.
#pragma once

#include <string>
#include <vector>

#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kVersionsShownMax = 50;

// The lines of a profile that a version took away and put in.
struct ProfileDifference {
  std::vector<std::string> removed;
  std::vector<std::string> added;
};

ProfileDifference difference(const Profile& before, const Profile& after, Language language);

void put_versions(Markup& html, const Desk& desk, const Profile& stored);

}  // namespace fundwatch::web
