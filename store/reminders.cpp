#include "store/reminders.h"

#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

std::string word_of(ReminderKind kind) {
  switch (kind) {
    case ReminderKind::two_weeks: return "two-weeks";
    case ReminderKind::three_days: return "three-days";
    case ReminderKind::unanswered: return "unanswered";
  }
  return "";
}

}  // namespace

bool Reminders::was_sent(SubscriberId subscriber, const Reminder& reminder) const {
  Query row(database_,
            "SELECT 1 FROM reminder WHERE subscriber = ? AND case_id = ? AND due = ? AND kind = ?");
  row.bind(subscriber).bind(reminder.case_id).bind(std::optional(reminder.due));
  return row.bind(word_of(reminder.kind)).step();
}

void Reminders::record(SubscriberId subscriber, const std::vector<Reminder>& reminders,
                       Instant now) {
  Transaction transaction(database_);
  Query query(database_,
              "INSERT INTO reminder (subscriber, case_id, due, kind, at) VALUES (?, ?, ?, ?, ?) "
              "ON CONFLICT DO NOTHING");
  for (const Reminder& reminder : reminders) {
    query.bind(subscriber).bind(reminder.case_id).bind(std::optional(reminder.due));
    query.bind(word_of(reminder.kind)).bind(now).run();
    query.reset();
  }
  transaction.commit();
}

std::optional<Instant> Reminders::last(SubscriberId subscriber, ReminderKind kind,
                                       Instant now) const {
  Query row(database_,
            "SELECT max(at) FROM reminder WHERE subscriber = ? AND kind = ? AND at <= ?");
  row.bind(subscriber).bind(word_of(kind)).bind(now).step();
  return row.maybe_instant();
}

std::vector<Reminders::Moment> Reminders::due(Instant now, Instant latest, int most) const {
  Query row(database_,
            "SELECT subscriber.id, next FROM subscriber "
            "LEFT JOIN reminder_moment ON reminder_moment.subscriber = subscriber.id "
            "WHERE paused = 0 AND consented_at IS NOT NULL "
            "AND (next IS NULL OR next <= ? OR next > ?) ORDER BY next, subscriber.id LIMIT ?");
  row.bind(now).bind(latest).bind(most);
  std::vector<Moment> moments;
  while (row.step()) {
    const SubscriberId id{row.integer()};
    moments.push_back({id, row.maybe_instant()});
  }
  return moments;
}

std::optional<Instant> Reminders::next() const {
  Query row(database_,
            "SELECT min(next) FROM reminder_moment "
            "JOIN subscriber ON subscriber.id = reminder_moment.subscriber "
            "WHERE paused = 0 AND consented_at IS NOT NULL");
  row.step();
  return row.maybe_instant();
}

void Reminders::set_next(SubscriberId subscriber, Instant next) {
  Query(database_,
        "INSERT INTO reminder_moment (subscriber, next) VALUES (?, ?) "
        "ON CONFLICT (subscriber) DO UPDATE SET next = excluded.next")
      .bind(subscriber)
      .bind(next)
      .run();
}

}  // namespace fundwatch::store
