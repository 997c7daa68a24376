// web/profile_panel.h — beside the editor: what saving the draft would do to what was read so far,
// a text to try it on, and what people's marks suggest.
#pragma once

#include "web/profile_form.h"

namespace fundwatch::web {

inline constexpr std::size_t kExamplesMax = 20;  // of each kind
inline constexpr std::size_t kExamplesOpen = 3;  // the rest is folded

// <div id="panel">, which the script replaces while one types.
void put_profile_panel(Markup& html, const ProfileEditor& editor);

void put_trial(Markup& html, const ProfileEditor& editor);
void put_proposals(Markup& html, const ProfileEditor& editor);

}  // namespace fundwatch::web
