// web/api_profiles.h — profiles by the JSON API (docs/api.md): read, saved as a new version that is
// checked like one of the page, and what a change would gain and lose.
#pragma once

#include <boost/json/object.hpp>

#include "web/api_call.h"
#include "web/profile_draft.h"
#include "web/profile_saving.h"

namespace fundwatch::web {

inline constexpr std::size_t kTunedItemsMax = 100;  // of the gained, and of the lost
inline constexpr std::size_t kTermCharactersMax = 500;

Reply api_profiles(const ApiCall& call);

// ?version=3: as it was saved then.
Reply api_profile(const ApiCall& call);

// {"title":{"sv","en"},"threshold","terms":[{"term","weight","role"}],"reason"}
Reply api_add_profile(const ApiCall& call);

// The same with "based_on", the version that was read: 409 if another was saved since.
Reply api_change_profile(const ApiCall& call);

// The same without "based_on": the answer of `fundwatch tune`, without examples.
Reply api_tune(const ApiCall& call);

// The same with "text", which it is tried on.
Reply api_try(const ApiCall& call);

boost::json::object profile_json(const Profile& profile);

// As it was saved then.
std::optional<Profile> version_called(const store::Store& store, const Profile& profile,
                                      std::int64_t version);

// The fault of a body that does not say which version was read.
std::optional<ApiFault> unread(const ApiCall& call);

// 201 if it is a new version, 409 if another one is in force than was read.
Reply saved_reply(const ApiCall& call, const std::optional<SavedVersion>& saved);

// The first fault of a draft, where it stands.
ApiFault fault_of(const ProfileDraft& draft);

}  // namespace fundwatch::web
