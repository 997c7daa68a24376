// web/subscriber_page.h — one subscriber: what they get and when, and the forms that change, pause
// and erase them.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

// "/prenumeranter/12"; "/prenumeranter/12/uppgifter" is all that is kept of them, as a file. POST:
// the deed stands in the field "gor".
Reply subscriber_page(const Desk& desk, const Request& request);

// Everything that is kept of them (GDPR art. 15), which the coordinator sends on if asked.
std::string kept_of(const Desk& desk, const Subscriber& subscriber);

}  // namespace fundwatch::web
