#include "web/item_json.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "base/names.h"
#include "web/json_values.h"
#include "web/notice_json.h"

namespace fundwatch::web {
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
  return status == CallStatus::unknown ? json::value(nullptr)
                                       : json::value(fundwatch::name_of(status));
}

json::value name_or_null(AnnouncementKind kind) {
  return kind == AnnouncementKind::unknown ? json::value(nullptr)
                                           : json::value(fundwatch::name_of(kind));
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

}  // namespace

SourceState state_of(const Source& source) {
  return source.paused ? SourceState::paused : source.health.state;
}

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

json::object to_json(const Source& source, int items) {
  return {{"id", static_cast<std::int64_t>(source.id)},
          {"name", source.name},
          {"url", source.url},
          {"kind", fundwatch::name_of(source.kind)},
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
                                 {"role", fundwatch::name_of(reason.role)}});
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

json::object listed_hit(const Hit& hit, const Item& item, const std::string& profile) {
  json::object object = to_json(hit, item, profile);
  object["id"] = static_cast<std::int64_t>(hit.id);
  object["profile_version"] = hit.profile_version;
  object["review"] = fundwatch::name_of(hit.review);
  object["note"] = text_or_null(hit.note);
  return object;
}

json::object listed(const Hit& hit, const Item& item, const std::string& profile,
                    const Calendar& calendar) {
  json::object object = listed(item, calendar);
  for (auto& [key, value] : listed_hit(hit, item, profile)) object[key] = value;
  return object;
}

}  // namespace fundwatch::web
