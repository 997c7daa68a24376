#include "web/api_meetings.h"

#include <boost/json/array.hpp>

#include "base/calendar.h"
#include "base/text.h"
#include "web/meeting_json.h"
#include "web/meeting_section.h"
#include "web/numbers.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

constexpr std::size_t kInstantCharactersMax = 40;

std::optional<ApiFault> take_time(const ApiCall& call, BodyReader& body, Meeting& meeting) {
  if (const auto text = body.text("starts", kInstantCharactersMax)) {
    const auto starts = parse_iso8601(*text);
    const Instant now = call.desk.site.clock.now();
    if (!starts || *starts < now || *starts > now + kMeetingAheadMax) {
      return ApiFault{"expected a moment within three years: 2027-03-04T13:00:00+01:00", "starts"};
    }
    meeting.starts = *starts;
  }
  if (const auto minutes = body.whole_number("minutes")) {
    if (*minutes < 1 || *minutes > kMeetingLengthMax.count()) {
      return ApiFault{"expected 1 to " + std::to_string(kMeetingLengthMax.count()), "minutes"};
    }
    meeting.length = std::chrono::minutes(*minutes);
  }
  return std::nullopt;
}

std::optional<ApiFault> take_stated(const ApiCall& call, BodyReader& body, Meeting& meeting) {
  if (const auto title = body.text("title", kMeetingTextCharactersMax)) {
    meeting.title = collapsed(*title);
  }
  if (const auto place = body.text("place", kMeetingTextCharactersMax)) {
    meeting.place = collapsed(*place);
  }
  if (const auto link = body.text("link", digest::kLinkBytesMax)) {
    if (!link->empty() && !digest::Link::web(*link)) {
      return ApiFault{"expected a whole address: https://…", "link"};
    }
    meeting.link = *link;
  }
  return take_time(call, body, meeting);
}

std::optional<ApiFault> fault_of(const Meeting& meeting) {
  if (meeting.title.empty()) return ApiFault{"expected what it is", "title"};
  if (meeting.starts == Instant{}) return ApiFault{"expected when it begins", "starts"};
  return std::nullopt;
}

}  // namespace

Reply api_meetings(const ApiCall& call) {
  json::array meetings;
  for (const Meeting& meeting : call.store().meetings.since(call.desk.site.clock.now())) {
    meetings.push_back(to_json(meeting));
  }
  return json_reply(json::object{{"meetings", std::move(meetings)}});
}

Reply api_add_meeting(const ApiCall& call) {
  Meeting meeting;
  BodyReader body(call.body);
  auto fault = take_stated(call, body, meeting);
  if (!fault) fault = body.fault();
  if (!fault) fault = fault_of(meeting);
  if (fault) return refusal(422, *fault);
  store::Transaction transaction = call.store().begin();
  const MeetingId id = call.store().meetings.add(meeting, call.desk.site.clock.now());
  record(call.desk, {"meeting.add", meeting.title});
  transaction.commit();
  return json_reply(to_json(*call.store().meetings.find(id)), 201);
}

Reply api_change_meeting(const ApiCall& call) {
  const auto id = whole_number(call.id);
  const auto before = id ? call.store().meetings.find(MeetingId{*id}) : std::nullopt;
  if (!before) return nothing_called("meeting", call.id);
  Meeting meeting = *before;
  BodyReader body(call.body);
  auto fault = take_stated(call, body, meeting);
  meeting.is_cancelled = body.flag("cancelled").value_or(meeting.is_cancelled);
  if (!fault) fault = body.fault();
  if (!fault) fault = fault_of(meeting);
  if (fault) return refusal(422, *fault);
  const bool is_called_off = meeting.is_cancelled && !before->is_cancelled;
  store::Transaction transaction = call.store().begin();
  call.store().meetings.edit(meeting, call.desk.site.clock.now());
  record(call.desk, {is_called_off ? "meeting.cancel" : "meeting.edit", meeting.title});
  transaction.commit();
  return json_reply(to_json(*call.store().meetings.find(meeting.id)));
}

}  // namespace fundwatch::web
