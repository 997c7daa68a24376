#include "digest/case_events.h"

#include <fmt/format.h>

#include "base/call_status.h"
#include "digest/days.h"
#include "digest/letter.h"
#include "digest/markup.h"
#include "digest/phrases.h"
#include "digest/plain.h"

namespace fundwatch::digest {
namespace {

struct EventPhrases {
  std::string_view last_day;         // {title}
  std::string_view last_day_and_at;  // {title} {time}
  std::string_view calendar_name;    // {installation}
};

const EventPhrases& phrases_of(Language language) {
  static const EventPhrases swedish{.last_day = "Sista dag: {title}",
                                    .last_day_and_at = "Sista dag kl. {time}: {title}",
                                    .calendar_name = "Slutdatum och träffar – {installation}"};
  static const EventPhrases english{.last_day = "Last day: {title}",
                                    .last_day_and_at = "Last day, at {time}: {title}",
                                    .calendar_name = "Last days and events – {installation}"};
  return language == Language::swedish ? swedish : english;
}

std::string hour_of(const LocalTime& time, Language language) {
  const auto minutes = time.time_of_day.count();
  return fmt::format("{:02}{}{:02}", minutes / 60, language == Language::swedish ? '.' : ':',
                     minutes % 60);
}

std::string address(const std::string& url) {
  const auto link = Link::web(url);
  return link ? link->target() : std::string{};
}

// What the last day and the event of one case have in common.
CalendarEvent common(const Candidate& candidate, std::string_view what,
                     const EventContext& context) {
  CalendarEvent event;
  event.uid = fmt::format("case-{}-{}@{}", static_cast<std::int64_t>(candidate.case_id), what,
                          context.domain);
  event.sequence = candidate.version - 1;
  event.description = one_line(candidate.source_name, kNameCharactersMax);
  event.url = address(candidate.item.url);
  event.location = one_line(candidate.item.place.municipality, kNameCharactersMax);
  event.is_cancelled = candidate.item.status == CallStatus::cancelled;
  return event;
}

}  // namespace

std::vector<CalendarEvent> events_of(const Candidate& candidate, const EventContext& context) {
  const Item& item = candidate.item;
  const EventPhrases& words = phrases_of(context.language);
  const std::string title = one_line(item.title, kTitleCharactersMax);
  std::vector<CalendarEvent> events;
  if (item.deadline && !item.deadline->is_doubtful) {
    CalendarEvent event = common(candidate, "last-day", context);
    event.day = local_day(*item.deadline, *context.calendar);
    // The whole day: an hour that begins when all is over would help nobody.
    event.summary = fill(words.last_day, {{"title", title}});
    if (item.deadline->at) {
      const auto local = context.calendar->local(*item.deadline->at);
      event.summary = fill(words.last_day_and_at,
                           {{"title", title}, {"time", hour_of(local, context.language)}});
    }
    events.push_back(std::move(event));
  }
  if (item.event_date) {
    CalendarEvent event = common(candidate, "event", context);
    event.day = *item.event_date;
    event.summary = title;
    events.push_back(std::move(event));
  }
  return events;
}

CalendarEvent event_of(const Meeting& meeting, const EventContext& context) {
  CalendarEvent event;
  event.uid = fmt::format("meeting-{}@{}", static_cast<std::int64_t>(meeting.id), context.domain);
  event.sequence = meeting.sequence;
  event.summary = one_line(meeting.title, kTitleCharactersMax);
  event.location = one_line(meeting.place);
  event.url = address(meeting.link);
  event.day = context.calendar->day(meeting.starts);
  event.at = meeting.starts;
  event.length = meeting.length;
  event.is_cancelled = meeting.is_cancelled;
  return event;
}

std::string calendar_name(Language language, const std::string& installation) {
  return fill(phrases_of(language).calendar_name, {{"installation", one_line(installation)}});
}

}  // namespace fundwatch::digest
