#include "store/members.h"

#include <boost/json.hpp>

#include "base/calendar.h"
#include "store/error.h"

namespace fundwatch::store {
namespace {

namespace json = boost::json;

}  // namespace

json::value json_value(const std::string& text, const std::string& file) {
  json::parse_options options;
  options.allow_invalid_utf8 = true;
  boost::system::error_code fault;
  json::value value = json::parse(text, fault, {}, options);
  if (fault) throw damaged(file, "the JSON text " + text);
  return value;
}

void Members::fail() const { throw damaged(file_, "the JSON text " + text_); }

const json::value& Members::at(std::string_view name) const {
  const json::object* object = value_.if_object();
  const json::value* member = object == nullptr ? nullptr : object->if_contains(name);
  if (member == nullptr) fail();
  return *member;
}

bool Members::has(std::string_view name) const {
  const json::object* object = value_.if_object();
  return object != nullptr && object->contains(name);
}

const json::array& Members::list(std::string_view name) const {
  const json::array* array = at(name).if_array();
  if (array == nullptr) fail();
  return *array;
}

std::string Members::text(std::string_view name) const {
  const json::string* string = at(name).if_string();
  if (string == nullptr) fail();
  return {string->data(), string->size()};
}

std::vector<std::string> Members::texts(std::string_view name) const {
  std::vector<std::string> texts;
  for (const json::value& element : list(name)) {
    const json::string* string = element.if_string();
    if (string == nullptr) fail();
    texts.emplace_back(string->data(), string->size());
  }
  return texts;
}

std::int64_t Members::integer(std::string_view name) const {
  const std::int64_t* number = at(name).if_int64();
  if (number == nullptr) fail();
  return *number;
}

double Members::real(std::string_view name) const {
  if (!at(name).is_number()) fail();
  return at(name).to_number<double>();
}

std::optional<bool> Members::maybe_flag(std::string_view name) const {
  if (at(name).is_null()) return std::nullopt;
  const bool* flag = at(name).if_bool();
  if (flag == nullptr) fail();
  return *flag;
}

std::optional<std::int64_t> Members::maybe_integer(std::string_view name) const {
  if (at(name).is_null()) return std::nullopt;
  return integer(name);
}

std::optional<Amount> Members::maybe_amount(std::string_view name) const {
  if (at(name).is_null()) return std::nullopt;
  const Members amount = below(name);
  return Amount{amount.integer("value"), amount.text("currency")};
}

std::optional<DueDate> Members::maybe_due_date(std::string_view name) const {
  if (at(name).is_null()) return std::nullopt;
  const Members due = below(name);
  const auto day = parse_iso_day(due.text("day"));
  if (!day) fail();
  DueDate date{*day, {}};
  if (const auto at = due.maybe_integer("at")) date.at = Instant{std::chrono::seconds{*at}};
  return date;
}

}  // namespace fundwatch::store
