#include "web/json_values.h"

namespace fundwatch::web {

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

std::string text_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  const json::string* text = value == nullptr ? nullptr : value->if_string();
  return text == nullptr ? std::string() : std::string(*text);
}

const json::array& list_at(const json::object& object, std::string_view key) {
  static const json::array kNothing;
  const json::value* value = object.if_contains(key);
  const json::array* list = value == nullptr ? nullptr : value->if_array();
  return list == nullptr ? kNothing : *list;
}

std::vector<std::string> texts_at(const json::object& object, std::string_view key) {
  std::vector<std::string> texts;
  for (const json::value& value : list_at(object, key)) {
    if (const json::string* text = value.if_string()) texts.emplace_back(*text);
  }
  return texts;
}

std::optional<DueDate> due_at(const json::object& object, std::string_view key,
                              const Calendar& calendar) {
  const std::string text = text_at(object, key);
  if (const auto day = parse_iso_day(text)) return DueDate{*day, {}};
  const auto instant = parse_iso8601(text);
  if (!instant) return std::nullopt;
  return DueDate{calendar.day(*instant), *instant};
}

}  // namespace fundwatch::web
