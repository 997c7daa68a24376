// daemon/json_values.h — values of the model as JSON values: what is absent is null.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::daemon {

boost::json::value text_or_null(const std::string& text);
boost::json::value instant_or_null(const std::optional<Instant>& instant);

// In the calendar's zone, or a bare date.
boost::json::value due_or_null(const std::optional<DueDate>& due, const Calendar& calendar);
boost::json::value amount_or_null(const std::optional<Amount>& amount);
boost::json::array array_of(const std::vector<std::string>& texts);

}  // namespace fundwatch::daemon
