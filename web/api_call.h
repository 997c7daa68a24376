// web/api_call.h — what the routes of the JSON API (web/api.h) get and give: a call with its JSON
// body, a document, or what is wrong in words, with the field and the character where it stands.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/desk.h"

namespace fundwatch::web {

struct ApiCall {
  const Desk& desk;  // of the token's account
  const Request& request;
  const boost::json::object& body;  // of a POST; empty if none came
  std::string id;                   // what stands at "{id}" in the route

  store::Store& store() const { return desk.site.store; }
};

// Of a member that is one of a few words, or a day.
inline constexpr std::size_t kWordCharactersMax = 40;

Reply json_reply(const boost::json::value& value, int status = 200);

struct ApiFault {
  std::string message;  // what, and what to do
  std::string field = {};
  std::optional<std::size_t> position = {};  // characters from 0: of the body, or in the field
};
// {"error":{"message","field","position"}}; field and position are null where they say nothing.
Reply refusal(int status, const ApiFault& fault);

// 404: "there is no hit 7".
Reply nothing_called(std::string_view what, std::string_view id);

// "expected one of rss, atom, page"
std::string one_of(const std::vector<std::string>& words);

// Takes the members of an object one by one. The first that is not as expected is kept, and in the
// end also one that nobody took, so that a slip of the pen is never ignored.
class BodyReader {
 public:
  explicit BodyReader(const boost::json::object& body) : body_(body) {}

  // Nothing if it is absent or wrong.
  std::optional<std::string> text(std::string_view name, std::size_t characters_max);
  std::optional<double> number(std::string_view name);
  std::optional<std::int64_t> whole_number(std::string_view name);
  std::optional<bool> flag(std::string_view name);
  const boost::json::array* list(std::string_view name);
  const boost::json::object* object(std::string_view name);

  // Stated, and as null: where a fact may be none.
  bool is_null(std::string_view name) const;

  std::optional<ApiFault> fault() const;

 private:
  const boost::json::value* take(std::string_view name);
  void expected(std::string_view name, std::string_view what);

  const boost::json::object& body_;
  std::vector<std::string> taken_;
  std::optional<ApiFault> fault_;
};

}  // namespace fundwatch::web
