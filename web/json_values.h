// web/json_values.h — values of the model as JSON values and back: what is absent is null, and
// what is not as expected counts as absent.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::web {

boost::json::value text_or_null(const std::string& text);
boost::json::value instant_or_null(const std::optional<Instant>& instant);

// In the calendar's zone, or a bare date.
boost::json::value due_or_null(const std::optional<DueDate>& due, const Calendar& calendar);
boost::json::value amount_or_null(const std::optional<Amount>& amount);
boost::json::array array_of(const std::vector<std::string>& texts);

std::string text_at(const boost::json::object& object, std::string_view key);
const boost::json::array& list_at(const boost::json::object& object, std::string_view key);
std::vector<std::string> texts_at(const boost::json::object& object, std::string_view key);
std::optional<DueDate> due_at(const boost::json::object& object, std::string_view key,
                              const Calendar& calendar);

}  // namespace fundwatch::web
