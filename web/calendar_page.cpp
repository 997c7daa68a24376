#include "web/calendar_page.h"

#include <algorithm>

#include "digest/case_events.h"
#include "digest/message.h"
#include "digest/signed_link.h"
#include "web/addresses.h"
#include "web/case_view.h"
#include "web/cases_over.h"
#include "web/hits_for_all.h"

namespace fundwatch::web {
namespace {

// How long a calendar may keep it before it asks again.
constexpr const char* kFresh = "private, max-age=900";

digest::EventContext context_of(const Site& site, Language language) {
  return {language, digest::sender_domain(site.config.mail), &site.calendar};
}

void add_meetings(std::vector<digest::CalendarEvent>& events, const Site& site,
                  const digest::EventContext& context) {
  for (const Meeting& meeting : site.store.meetings.since(site.clock.now() - kCalendarLooksBack)) {
    events.push_back(event_of(meeting, context));
  }
}

void add_case(std::vector<digest::CalendarEvent>& events, const Candidate& candidate,
              const digest::EventContext& context, Day first) {
  for (digest::CalendarEvent& event : events_of(candidate, context)) {
    if (event.day >= first) events.push_back(std::move(event));
  }
}

Reply file_of(const Site& site, Language language, std::vector<digest::CalendarEvent> events) {
  std::ranges::stable_sort(events, [](const auto& a, const auto& b) { return a.day < b.day; });
  Reply reply;
  reply.content_type = "text/calendar; charset=utf-8";
  reply.headers.emplace_back("Cache-Control", kFresh);
  reply.body = digest::calendar_file(
      {digest::calendar_name(language, site.config.installation.name), site.clock.now(), events});
  return reply;
}

Day first_day(const Site& site) { return site.calendar.day(site.clock.now() - kCalendarLooksBack); }

// Those of the next days, the nearest first, and then what is over, the latest first.
std::vector<CaseId> cases_with_days(const Site& site) {
  const Day today = site.calendar.day(site.clock.now());
  auto cases = site.store.inbox.on_days({today, kLastDay}, kCalendarCasesMax);
  const auto over = cases_over(site.store, today, kCalendarCasesMax);
  cases.insert(cases.end(), over.begin(), over.end());
  return cases;
}

}  // namespace

Reply reader_calendar(const Site& site, const Request& /*request*/, std::string_view token) {
  const Language language = site.config.coordinator.language;
  if (!token.ends_with(kCalendarEnding)) return missing_page(language, site.config);
  token.remove_suffix(kCalendarEnding.size());
  const auto link = digest::read_token(token, site.store.signing_keys.all(), site.clock.now());
  if (!link || link->purpose != digest::LinkPurpose::calendar) {
    return missing_page(language, site.config);
  }
  const auto subscriber = site.store.subscribers.find(link->subscriber);
  if (!subscriber) return missing_page(language, site.config);
  const digest::EventContext context = context_of(site, subscriber->language);
  std::vector<CaseId> cases;
  for (const Answer& answer : site.store.answers.of(subscriber->id)) {
    const bool is_wanted =
        answer.kind == AnswerKind::interested || answer.kind == AnswerKind::coming;
    if (is_wanted && cases.size() < kCalendarCasesMax) cases.push_back(answer.case_id);
  }
  std::vector<digest::CalendarEvent> events;
  for (const Candidate& candidate : site.store.digests.of_cases(*subscriber, cases)) {
    add_case(events, candidate, context, first_day(site));
  }
  add_meetings(events, site, context);
  return file_of(site, subscriber->language, std::move(events));
}

Reply network_calendar(const Site& site, const Request& /*request*/) {
  const Language language = site.config.coordinator.language;
  const digest::EventContext context = context_of(site, language);
  std::vector<digest::CalendarEvent> events;
  const Names names = names_in(site.store);
  for (const CaseId id : cases_with_days(site)) {
    auto item = site.store.cases.find_speaker(id);
    if (!item || !is_for_all(*item, site.config.place.county)) continue;
    const std::string source = names.source(item->source);
    const int version = site.store.cases.version(id);
    add_case(events, {id, version, *std::move(item), source, {}}, context, first_day(site));
  }
  add_meetings(events, site, context);
  return file_of(site, language, std::move(events));
}

}  // namespace fundwatch::web
