#include "web/api_call.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cmath>

#include "base/text.h"

namespace fundwatch::web {

namespace json = boost::json;

namespace {

// But line ends and tabs, as in forms (web/form.h).
bool has_controls(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) {
    return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
  });
}

}  // namespace

Reply json_reply(const json::value& value, int status) {
  Reply reply{status, "application/json; charset=utf-8", json::serialize(value) + "\n", {}};
  reply.headers.emplace_back("Cache-Control", "no-store");
  return reply;
}

Reply refusal(int status, const ApiFault& fault) {
  json::object error{{"message", fault.message}, {"field", nullptr}, {"position", nullptr}};
  if (!fault.field.empty()) error["field"] = fault.field;
  if (fault.position) error["position"] = *fault.position;
  return json_reply(json::object{{"error", std::move(error)}}, status);
}

Reply nothing_called(std::string_view what, std::string_view id) {
  return refusal(404, {"there is no " + std::string(what) + " " + std::string(id)});
}

std::string one_of(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return "expected one of " + list;
}

const json::value* BodyReader::take(std::string_view name) {
  taken_.emplace_back(name);
  const json::value* value = body_.if_contains(name);
  return value == nullptr || value->is_null() ? nullptr : value;
}

void BodyReader::expected(std::string_view name, std::string_view what) {
  if (!fault_) fault_ = ApiFault{"expected " + std::string(what), std::string(name)};
}

std::optional<std::string> BodyReader::text(std::string_view name, std::size_t characters_max) {
  const json::value* value = take(name);
  if (value == nullptr) return std::nullopt;
  const json::string* text = value->if_string();
  if (text == nullptr || utf8_length(*text) > characters_max || has_controls(*text)) {
    expected(name, "a text of at most " + std::to_string(characters_max) +
                       " characters, without control characters");
    return std::nullopt;
  }
  return std::string(*text);
}

std::optional<double> BodyReader::number(std::string_view name) {
  const json::value* value = take(name);
  if (value == nullptr) return std::nullopt;
  boost::system::error_code wrong;
  const auto number = value->is_number() ? value->to_number<double>(wrong) : std::nan("");
  if (wrong || !std::isfinite(number)) {
    expected(name, "a number");
    return std::nullopt;
  }
  return number;
}

std::optional<std::int64_t> BodyReader::whole_number(std::string_view name) {
  const json::value* value = take(name);
  if (value == nullptr) return std::nullopt;
  const std::int64_t* number = value->if_int64();
  if (number == nullptr) {
    expected(name, "a whole number");
    return std::nullopt;
  }
  return *number;
}

std::optional<bool> BodyReader::flag(std::string_view name) {
  const json::value* value = take(name);
  if (value == nullptr) return std::nullopt;
  const bool* flag = value->if_bool();
  if (flag == nullptr) {
    expected(name, "true or false");
    return std::nullopt;
  }
  return *flag;
}

const json::array* BodyReader::list(std::string_view name) {
  const json::value* value = take(name);
  if (value == nullptr) return nullptr;
  if (!value->is_array()) expected(name, "a list");
  return value->if_array();
}

const json::object* BodyReader::object(std::string_view name) {
  const json::value* value = take(name);
  if (value == nullptr) return nullptr;
  if (!value->is_object()) expected(name, "an object");
  return value->if_object();
}

bool BodyReader::is_null(std::string_view name) const {
  const json::value* value = body_.if_contains(name);
  return value != nullptr && value->is_null();
}

std::optional<ApiFault> BodyReader::fault() const {
  if (fault_) return fault_;
  for (const auto& member : body_) {
    if (std::ranges::find(taken_, std::string_view(member.key())) == taken_.end()) {
      return ApiFault{"there is no such member here; see docs/api.md", std::string(member.key())};
    }
  }
  return std::nullopt;
}

}  // namespace fundwatch::web
