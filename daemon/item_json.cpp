#include "daemon/item_json.h"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "base/names.h"
#include "daemon/health.h"
#include "daemon/json_values.h"
#include "daemon/notice_json.h"
#include "feeds/read/plain_text.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;

json::array to_json(const std::vector<Enclosure>& enclosures) {
  json::array array;
  for (const Enclosure& enclosure : enclosures) {
    array.push_back(json::object{
        {"url", enclosure.url},
        {"type", text_or_null(enclosure.type)},
        {"length", enclosure.bytes ? json::value(*enclosure.bytes) : json::value(nullptr)}});
  }
  return array;
}

json::object to_json(const Place& place) {
  return {{"municipality", text_or_null(place.municipality)}, {"nuts", array_of(place.nuts)}};
}

json::value name_or_null(CallStatus status) {
  return status == CallStatus::unknown ? json::value(nullptr) : json::value(name_of(status));
}

json::value name_or_null(AnnouncementKind kind) {
  return kind == AnnouncementKind::unknown ? json::value(nullptr) : json::value(name_of(kind));
}

std::string text_of(const Item& item, const Reason& reason) {
  const std::size_t length = reason.end - reason.begin;
  switch (reason.field) {
    case Field::title: return item.title.substr(reason.begin, length);
    case Field::summary: return item.summary.substr(reason.begin, length);
    case Field::text: return item.text.substr(reason.begin, length);
    case Field::facts: break;
  }
  // A reservation is explained by the words that state it.
  const bool is_reservation = reason.term.find("reserved:") != std::string::npos;
  return is_reservation && item.notice ? item.notice->reserved_ground : std::string{};
}

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

json::object to_json(const Item& item, const Calendar& calendar) {
  return {{"key", item.key},
          {"url", text_or_null(item.url)},
          {"title", item.title},
          {"summary", text_or_null(item.summary)},
          {"text", text_or_null(item.text)},
          {"author", text_or_null(item.author)},
          {"published", instant_or_null(item.published)},
          {"updated", instant_or_null(item.updated)},
          {"language", text_or_null(item.language)},
          {"categories", array_of(item.categories)},
          {"enclosures", to_json(item.enclosures)},
          {"deadline", due_or_null(item.deadline, calendar)},
          {"deadline_text", text_or_null(item.deadline_text)},
          {"event_date",
           item.event_date ? json::value(iso_day(*item.event_date)) : json::value(nullptr)},
          {"amount", amount_or_null(item.amount)},
          {"place", to_json(item.place)},
          {"kind", name_or_null(item.kind)},
          {"status", name_or_null(item.status)},
          {"limited_to", array_of(item.limited_to)},
          {"notice", to_json(item.notice, calendar)}};
}

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

json::object to_json(const Source& source, int items) {
  return {{"id", static_cast<std::int64_t>(source.id)},
          {"name", source.name},
          {"url", source.url},
          {"kind", name_of(source.kind)},
          {"state", fundwatch::name_of(state_of(source))},
          {"error", text_or_null(source.health.error)},
          {"failures", source.health.failures},
          {"last_attempt", instant_or_null(source.health.last_attempt)},
          {"last_success", instant_or_null(source.health.last_success)},
          {"next_check", iso8601_utc(source.health.next_check)},
          {"items", items}};
}

json::object to_json(const Hit& hit, const Item& item, const std::string& profile) {
  json::array terms;
  for (const Reason& reason : hit.reasons) {
    terms.push_back(json::object{{"term", reason.term},
                                 {"field", fundwatch::name_of(reason.field)},
                                 {"begin", reason.begin},
                                 {"end", reason.end},
                                 {"text", text_of(item, reason)},
                                 {"weight", reason.weight},
                                 {"role", name_of(reason.role)}});
  }
  return {{"profile", profile}, {"score", hit.score}, {"terms", std::move(terms)}};
}

json::object listed(const Item& item, const Calendar& calendar) {
  json::object object = to_json(item, calendar);
  object["source"] = static_cast<std::int64_t>(item.source);
  object["first_seen"] = iso8601_utc(item.first_seen);
  object["case"] = static_cast<std::int64_t>(item.case_id);
  return object;
}

json::object listed(const Hit& hit, const Item& item, const std::string& profile,
                    const Calendar& calendar) {
  json::object object = listed(item, calendar);
  for (auto& [key, value] : to_json(hit, item, profile)) object[key] = value;
  object["id"] = static_cast<std::int64_t>(hit.id);
  object["profile_version"] = hit.profile_version;
  object["review"] = name_of(hit.review);
  object["note"] = text_or_null(hit.note);
  return object;
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
