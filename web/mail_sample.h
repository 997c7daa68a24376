// web/mail_sample.h — how the next mail looks to somebody, and sending it as a trial to whoever
// wants to see it: for the page about mailings (web/mailing_page.h) and the JSON API.
#pragma once

#include <optional>

#include "web/desk.h"

namespace fundwatch::web {

// An account sends itself within an hour.
inline constexpr int kTrialsAnHourMax = 20;

enum class SampleWeek { as_it_is, empty };

// Whose mail it is: the subscriber's, or of somebody new who follows everything.
Subscriber reader_of_sample(const Desk& desk, const std::optional<Subscriber>& known,
                            SampleWeek week);

// To the visitor's own address; recorded. False if there were kTrialsAnHourMax. Lane::tuning.
bool send_trial(const Desk& desk, const Subscriber& reader);

}  // namespace fundwatch::web
