#include "web/subscriber_json.h"

#include "base/names.h"
#include "web/json_values.h"

namespace fundwatch::web {

namespace json = boost::json;

json::object to_json(const Subscriber& subscriber) {
  return {{"id", static_cast<std::int64_t>(subscriber.id)},
          {"email", subscriber.email},
          {"name", subscriber.name},
          {"organisation", subscriber.organisation},
          {"municipality", subscriber.municipality},
          {"reach", name_of(subscriber.reach)},
          {"language", name_of(subscriber.language)},
          {"profiles", array_of(subscriber.profiles)},
          {"weekday", name_of(subscriber.moment.weekday)},
          {"hour", name_of_hour(subscriber.moment.time_of_day)},
          {"paused", subscriber.paused},
          {"empty_weeks", subscriber.wants_empty_weeks},
          {"consented_at", instant_or_null(subscriber.consented_at)},
          {"refusals", subscriber.refusals},
          {"next_digest", instant_or_null(subscriber.next_digest)}};
}

}  // namespace fundwatch::web
