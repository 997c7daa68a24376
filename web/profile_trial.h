// web/profile_trial.h — a profile tried on a text that somebody pasted: for its page
// (web/profile_panel.h) and the JSON API. Nothing is stored.
#pragma once

#include <optional>
#include <string>

#include "matchers/matcher.h"
#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kTriedCharactersMax = 20'000;

// Nothing if it has a fault.
std::optional<matchers::Matcher> matcher_of(const Desk& desk, const Profile& profile);

// The first line is the title, the rest the text; taken for Swedish.
Item item_tried(const std::string& text);

// Nothing if it is no hit.
std::optional<Hit> hit_tried(const matchers::Matcher& matcher, const Item& item);

}  // namespace fundwatch::web
