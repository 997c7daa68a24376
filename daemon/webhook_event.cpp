#include "daemon/webhook_event.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "daemon/item_json.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;

std::string line_of(const Item& item, const Profile& profile) {
  const std::string& title = profile.title.swedish;
  return (title.empty() ? profile.name : title) + ": " + item.title +
         (item.url.empty() ? "" : "\n" + item.url);
}

std::string event(std::string_view type, Instant at, const std::string& text,
                  const json::object& data) {
  return json::serialize(
      json::object{{"type", type}, {"timestamp", iso8601_utc(at)}, {"text", text}, {"data", data}});
}

}  // namespace

std::optional<std::string> hit_event(const Hit& hit, const Item& item, const Profile& profile,
                                     const Calendar& calendar) {
  json::object data = listed(hit, item, profile.name, calendar);
  std::string body = event("hit.found", hit.found_at, line_of(item, profile), data);
  if (body.size() <= kWebhookBodyBytesMax) return body;
  data["text"] = nullptr;
  body = event("hit.found", hit.found_at, line_of(item, profile), data);
  if (body.size() <= kWebhookBodyBytesMax) return body;
  return std::nullopt;
}

std::string test_event(const Profile& profile, Instant now) {
  return event("test", now, "fundwatch: test of the webhook of " + profile.name,
               {{"profile", profile.name}});
}

}  // namespace fundwatch::daemon
