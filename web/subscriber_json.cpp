#include "web/subscriber_json.h"

#include <boost/json/array.hpp>

#include "base/calendar.h"
#include "base/names.h"

namespace fundwatch::web {

namespace json = boost::json;

json::object to_json(const Subscriber& subscriber) {
  return {
      {"id", static_cast<std::int64_t>(subscriber.id)},
      {"email", subscriber.email},
      {"name", subscriber.name},
      {"organisation", subscriber.organisation},
      {"municipality", subscriber.municipality},
      {"reach", name_of(subscriber.reach)},
      {"language", name_of(subscriber.language)},
      {"profiles", json::array(subscriber.profiles.begin(), subscriber.profiles.end())},
      {"weekday", name_of(subscriber.moment.weekday)},
      {"hour", name_of_hour(subscriber.moment.time_of_day)},
      {"paused", subscriber.paused},
      {"empty_weeks", subscriber.wants_empty_weeks},
      {"consented_at", subscriber.consented_at ? json::value(iso8601_utc(*subscriber.consented_at))
                                               : json::value(nullptr)},
      {"refusals", subscriber.refusals},
      {"next_digest", subscriber.next_digest ? json::value(iso8601_utc(*subscriber.next_digest))
                                             : json::value(nullptr)}};
}

}  // namespace fundwatch::web
