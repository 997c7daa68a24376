#include "web/meeting_json.h"

#include "base/calendar.h"

namespace fundwatch::web {

boost::json::object to_json(const Meeting& meeting) {
  return {{"id", static_cast<std::int64_t>(meeting.id)},
          {"title", meeting.title},
          {"starts", iso8601_utc(meeting.starts)},
          {"minutes", meeting.length.count()},
          {"place", meeting.place},
          {"link", meeting.link},
          {"cancelled", meeting.is_cancelled},
          {"sequence", meeting.sequence}};
}

}  // namespace fundwatch::web
