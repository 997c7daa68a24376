// web/source_page.h — one source: how it is, what it brought lately, how it has gone, and the forms
// that change, pause and remove it.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kRecentItemsMax = 15;
inline constexpr std::size_t kSourceNameCharactersMax = 100;
inline constexpr int kIntervalMinutesMax = 30 * 1440;
inline constexpr int kExpectedMinutesMax = 365 * 1440;

// What is otherwise, one a line, for the record of changes.
std::string source_changes(const Source& before, const Source& after);

// "/kallor/12". POST: the deed stands in the field "gor".
Reply source_page(const Desk& desk, const Request& request);

}  // namespace fundwatch::web
