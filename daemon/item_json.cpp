#include "daemon/item_json.h"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "feeds/read/plain_text.h"
#include "web/json_values.h"
#include "web/notice_json.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;
using web::array_of;
using web::due_at;
using web::instant_or_null;
using web::notice_from_json;
using web::text_at;
using web::text_or_null;
using web::texts_at;

// The first of these keys that holds a non-empty string.
std::string string_at(const json::object& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const json::value* value = object.if_contains(key);
    if (value != nullptr && value->is_string() && !value->get_string().empty()) {
      return std::string(value->get_string());
    }
  }
  return {};
}

Place place_from_json(const json::object& item) {
  const json::value* value = item.if_contains("place");
  const json::object* place = value == nullptr ? nullptr : value->if_object();
  if (place == nullptr) return {};
  return {text_at(*place, "municipality"), texts_at(*place, "nuts")};
}

}  // namespace

json::object to_json(const feeds::Reading& reading, const Calendar& calendar) {
  json::array items;
  for (const Item& item : reading.items) items.push_back(to_json(item, calendar));
  const feeds::FeedInfo& feed = reading.feed;
  return {{"format", text_or_null(reading.format)},
          {"encoding", text_or_null(reading.encoding)},
          {"problems", array_of(reading.problems)},
          {"feed", json::object{{"title", text_or_null(feed.title)},
                                {"link", text_or_null(feed.link)},
                                {"description", text_or_null(feed.description)},
                                {"language", text_or_null(feed.language)},
                                {"author", text_or_null(feed.author)},
                                {"id", text_or_null(feed.id)},
                                {"updated", instant_or_null(feed.updated)},
                                {"published", instant_or_null(feed.published)}}},
          {"items", std::move(items)}};
}

Result<GivenItem> item_from_json(std::string_view line) {
  boost::system::error_code error;
  const json::value value = json::parse(json::string_view(line.data(), line.size()), error);
  if (error) return Error{Stage::read, "not JSON: " + error.message()};
  if (!value.is_object()) return Error{Stage::read, "expected a JSON object, one a line"};
  const json::object& object = value.get_object();
  GivenItem given;
  given.id = string_at(object, {"id", "key", "url"});
  given.source = string_at(object, {"source"});
  given.item.key = given.id;
  given.item.url = string_at(object, {"url"});
  given.item.title = feeds::plain_text(string_at(object, {"title"}));
  given.item.summary = feeds::plain_text(string_at(object, {"summary"}));
  given.item.text = feeds::plain_text(string_at(object, {"text", "body"}));
  given.item.language = string_at(object, {"language", "lang"});
  given.item.published = parse_iso8601(string_at(object, {"published"}));
  given.item.deadline = due_at(object, "deadline", Calendar());
  given.item.place = place_from_json(object);
  given.item.notice = notice_from_json(object, Calendar());
  if (given.id.empty())
    return Error{Stage::read, "expected \"id\", \"key\" or \"url\" to name the item"};
  return given;
}

}  // namespace fundwatch::daemon
