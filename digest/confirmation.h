// digest/confirmation.h — the one mail that somebody gets who has not agreed to any: whether they
// want the weekly mail. Pure. All of it are our own words but the names.
#pragma once

#include <string>

#include "digest/render.h"

namespace fundwatch::digest {

// `link` is the page that takes the yes, good until `ends`; without one the answer is a mail.
Rendering render_confirmation(const Subscriber& subscriber, const std::string& link,
                              const LocalTime& ends, const config::Config& config);

}  // namespace fundwatch::digest
