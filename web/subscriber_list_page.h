// web/subscriber_list_page.h — who gets the weekly mail, and inviting somebody who then has to
// confirm it.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kSubscribersShownMax = 50;  // on one page

// GET ?q &lage &efter: the list. POST: invites.
Reply subscriber_list_page(const Desk& desk, const Request& request);

// How a subscriber is, and what is behind it.
enum class SubscriberState { active, waiting, paused, bouncing };
SubscriberState state_of(const Subscriber& subscriber);
void put_state(Markup& html, const Desk& desk, const Subscriber& subscriber);

// Check boxes "profil" for all profiles; those of the subscriber are ticked.
void put_profile_ticks(Markup& html, const Desk& desk, const Subscriber& subscriber);

}  // namespace fundwatch::web
