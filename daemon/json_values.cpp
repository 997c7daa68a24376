#include "daemon/json_values.h"

#include <boost/json/object.hpp>

namespace fundwatch::daemon {

namespace json = boost::json;

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value instant_or_null(const std::optional<Instant>& instant) {
  return instant ? json::value(iso8601_utc(*instant)) : json::value(nullptr);
}

json::value due_or_null(const std::optional<DueDate>& due, const Calendar& calendar) {
  if (!due) return nullptr;
  return json::value(due->at ? calendar.iso8601(*due->at) : iso_day(due->day));
}

json::value amount_or_null(const std::optional<Amount>& amount) {
  if (!amount) return nullptr;
  return json::object{{"value", amount->value}, {"currency", amount->currency}};
}

json::array array_of(const std::vector<std::string>& texts) {
  return json::array(texts.begin(), texts.end());
}

}  // namespace fundwatch::daemon
