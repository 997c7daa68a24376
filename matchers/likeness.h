// matchers/likeness.h — how alike two items are as announcements of one thing.
// The same call comes from its funder, a network and a newspaper, retold, shortened or in another
// language: what stays the same are its facts (last day, amount, place), its names and the words
// that tell. Facts that contradict each other weigh more than any words. Pure.
#pragma once

#include <chrono>
#include <optional>

#include "matchers/fingerprint.h"

namespace fundwatch::matchers {

// Two items from here on announce the same thing; measured on labelled items (README § Decisions).
constexpr double kSameFrom = 1.0;

// So much later than before an extension moves a last day at most; what is later is another round.
constexpr std::chrono::days kExtendedAtMost{120};

// Negative where facts contradict each other, beyond 2 for copies. A later last day contradicts
// none where it is said to be an extension.
double likeness(const Fingerprint& a, const Fingerprint& b);

// How alike they are if they announce the same thing beyond doubt: alike, without any fact that
// contradicts another, and with words of their titles and summaries in common or, as in another
// language, two facts. For whoever hides one of them.
std::optional<double> sure_likeness(const Fingerprint& a, const Fingerprint& b);

}  // namespace fundwatch::matchers
