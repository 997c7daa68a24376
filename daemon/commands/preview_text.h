// daemon/commands/preview_text.h — a preview of a source as a person reads it. Pure.
#pragma once

#include <string>

#include "base/calendar.h"
#include "daemon/source_preview.h"

namespace fundwatch::daemon {

// Of the items, the first ones.
constexpr std::size_t kPreviewItemsShownMax = 5;

// Days are the calendar's.
std::string preview_text(const Preview& preview, const Calendar& calendar);

}  // namespace fundwatch::daemon
