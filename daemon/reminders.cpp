#include "daemon/reminders.h"

#include <algorithm>

#include "base/call_status.h"
#include "daemon/home_county.h"
#include "daemon/interests.h"
#include "daemon/reader_links.h"
#include "digest/case_events.h"
#include "digest/compose.h"
#include "digest/days.h"
#include "digest/message.h"

namespace fundwatch::daemon {
namespace {

constexpr int kSubscribersAtOnce = 100;
// Only a clock that went wrong puts a daily moment further off.
constexpr std::chrono::days kMomentAheadMax{2};

void keep_soonest(std::vector<digest::Entry>& entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const digest::Entry& a, const digest::Entry& b) {
                     return a.days_left.value_or(0) < b.days_left.value_or(0);
                   });
  if (entries.size() > kRemindedAtOnceMax) entries.resize(kRemindedAtOnceMax);
}

}  // namespace

int Reminders::queue_due() {
  const Instant now = parts_.clock.now();
  int queued = 0;
  while (!parts_.stopping()) {
    const auto moments = store_.reminders.due(now, now + kMomentAheadMax, kSubscribersAtOnce);
    if (moments.empty()) break;
    for (const store::Reminders::Moment& moment : moments) {
      const auto subscriber = store_.subscribers.find(moment.subscriber);
      if (!subscriber) continue;
      const bool is_set = moment.at && *moment.at <= now;
      if (is_set && look(*subscriber, *moment.at, now)) ++queued;
      if (!is_set) store_.reminders.set_next(subscriber->id, next_moment(*subscriber, now));
      parts_.on_progress();
    }
  }
  return queued;
}

bool Reminders::look(const Subscriber& subscriber, Instant moment, Instant now) {
  const Made mail = made(subscriber, now);
  const std::string id =
      digest::notice_id("remind." + iso8601_basic(moment) + "." +
                            std::to_string(static_cast<std::int64_t>(subscriber.id)),
                        config_.mail);
  const bool is_due =
      (!mail.mail.interests.empty() || !mail.mail.unanswered.empty()) && !store_.outbox.has(id);
  store::Transaction transaction = store_.begin();
  if (is_due) {
    store_.outbox.add(written(mail, id), now);
    store_.reminders.record(subscriber.id, mail.told, now);
    parts_.at(Point::outbox);
  }
  store_.reminders.set_next(subscriber.id, next_moment(subscriber, now));
  transaction.commit();
  if (is_due) parts_.at(Point::queued);
  return is_due;
}

Reminders::Made Reminders::made(const Subscriber& subscriber, Instant now) const {
  Made made;
  made.mail.subscriber = subscriber;
  made.mail.composed_at = now;
  add_interests(made, now);
  if (const auto middle = middle_of_week(subscriber, now)) add_unanswered(made, *middle, now);
  return made;
}

void Reminders::add_interests(Made& made, Instant now) const {
  const Subscriber& subscriber = made.mail.subscriber;
  std::vector<Candidate> due;
  for (const Interest& interest : interests_of(store_, subscriber)) {
    const auto reminder = reminder_due(interest, calendar_, now);
    if (!reminder || store_.reminders.was_sent(subscriber.id, *reminder)) continue;
    due.push_back(interest.candidate);
  }
  const std::vector<Profile> profiles = store_.profiles.all();
  const digest::Occasion occasion{
      .now = now, .calendar = &calendar_, .profiles = &profiles, .interests = due};
  for (const Candidate& candidate : due) {
    made.mail.interests.push_back(entry_of(candidate, subscriber.language, occasion));
  }
  keep_soonest(made.mail.interests);
  for (const digest::Entry& entry : made.mail.interests) add_told(made.told, entry, calendar_);
}

// The moment in the middle between two weekly mails that has come and was not made use of yet.
std::optional<Instant> Reminders::middle_of_week(const Subscriber& subscriber, Instant now) const {
  WeeklyMoment middle = subscriber.moment;
  middle.weekday += kUnansweredAfterDigest;
  const Instant last_middle = calendar_.next(middle, now - std::chrono::days(7));
  if (now - last_middle > kUnansweredMadeUp) return std::nullopt;
  const auto last = store_.reminders.last(subscriber.id, store::ReminderKind::unanswered, now);
  if (last && *last >= last_middle) return std::nullopt;
  return last_middle;
}

// Within the week from the middle on, whenever the mail is made: each last day has one such week.
void Reminders::add_unanswered(Made& made, Instant middle, Instant now) const {
  const Subscriber& subscriber = made.mail.subscriber;
  const Day today = calendar_.day(now);
  const Day last{std::chrono::sys_days{calendar_.day(middle)} +
                 std::chrono::days{kUnansweredWithinDays}};
  const auto cases = store_.digests.unanswered(subscriber.id, {now - kTimeToAnswer, today, last});
  const HomeCounty home = HomeCounty::of(subscriber, find_county(config_.place.county));
  const std::vector<Profile> profiles = store_.profiles.all();
  const digest::Occasion occasion{.now = now, .calendar = &calendar_, .profiles = &profiles};
  std::vector<store::Reminder> told;
  for (const Candidate& candidate : store_.digests.of_cases(subscriber, cases)) {
    // What nobody wants any more, was only counted, or is a meeting.
    const Item& item = candidate.item;
    if (candidate.hits.empty() || home.is_outside(item) || item.event_date) continue;
    digest::Entry entry = entry_of(candidate, subscriber.language, occasion);
    if (!entry.days_left || !entry.item.deadline) continue;
    const Day due = digest::local_day(*entry.item.deadline, calendar_);
    if (due > last) continue;
    const store::Reminder reminder{candidate.case_id, due, store::ReminderKind::unanswered};
    if (store_.reminders.was_sent(subscriber.id, reminder)) continue;
    made.mail.unanswered.push_back(std::move(entry));
  }
  keep_soonest(made.mail.unanswered);
  for (const digest::Entry& entry : made.mail.unanswered) {
    made.told.push_back({entry.case_id, digest::local_day(*entry.item.deadline, calendar_),
                         store::ReminderKind::unanswered});
  }
}

void Reminders::add_links(digest::ReminderMail& mail, Instant now) const {
  const SigningKeys keys = store_.signing_keys.all();
  const ReaderLinks links(config_, keys, mail.subscriber.id, now);
  mail.settings_url = links.settings();
  mail.unsubscribe_url = links.unsubscribe();
  mail.calendar_url = links.calendar();
  for (auto* entries : {&mail.interests, &mail.unanswered}) {
    for (digest::Entry& entry : *entries) entry.answer_url = links.answer(entry.case_id);
  }
}

Mail Reminders::written(const Made& made, const std::string& id) const {
  digest::ReminderMail mail = made.mail;
  const Instant now = mail.composed_at;
  add_links(mail, now);
  digest::Rendering rendering = render_reminder(mail, config_, calendar_, mode_);
  const Language language = mail.subscriber.language;
  const digest::EventContext context{language, digest::sender_domain(config_.mail), &calendar_};
  std::vector<digest::CalendarEvent> events;
  for (const digest::Entry& entry : mail.interests) {
    const auto more =
        events_of({entry.case_id, entry.version, entry.item, entry.source_name, {}}, context);
    events.insert(events.end(), more.begin(), more.end());
  }
  if (!events.empty()) {
    rendering.calendar = digest::calendar_file(
        {digest::calendar_name(language, config_.installation.name), now, events});
  }
  return digest::make_message(rendering, mail.subscriber,
                              {id, now, calendar_.local(now).offset, mail.unsubscribe_url},
                              config_);
}

// Today's hour if it is still to come, else tomorrow's.
Instant Reminders::next_moment(const Subscriber& subscriber, Instant now) const {
  const std::chrono::minutes hour = subscriber.moment.time_of_day;
  const Day today = calendar_.day(now);
  const Instant moment = calendar_.instant(today, hour);
  if (moment > now) return moment;
  return calendar_.instant(Day{std::chrono::sys_days{today} + std::chrono::days{1}}, hour);
}

}  // namespace fundwatch::daemon
