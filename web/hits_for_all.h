// web/hits_for_all.h — what a profile found, as everybody may see it: what the coordinator
// dismissed and what is known to be in other counties is left out. Also the feeds of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "digest/hit_feed.h"
#include "web/frame.h"

namespace fundwatch::web {

inline constexpr std::string_view kFeedPath = "/flode/";

// Whether it concerns a region of theirs or around theirs, or none at all; "" is every county.
bool is_for_all(const Item& item, const std::string& county);

// Each case once, the newest hit first, at most `most`.
std::vector<digest::FeedEntry> hits_for_all(const Site& site, const Profile& profile,
                                            std::size_t most);

// `name` is a profile and its kind of feed: "finansiering.atom", "finansiering.json".
Reply feed_page(const Site& site, const Request& request, std::string_view name);

}  // namespace fundwatch::web
