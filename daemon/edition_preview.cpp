#include "daemon/edition_preview.h"

#include <algorithm>

namespace fundwatch::daemon {

std::optional<Instant> EditionPreview::look() {
  const std::chrono::minutes lead = config_.digest.coordinator_lead;
  if (lead.count() == 0 || config_.coordinator_address().empty()) return std::nullopt;
  if (!store_.subscribers.next_digest()) return std::nullopt;
  const Instant now = parts_.clock.now();
  const Instant due = next_due(now);
  if (store_.editions.was_previewed(due)) return due;  // and then the one after it
  if (now < due - lead) return due - lead;
  queue(due, now);
  return due;
}

// When the next mails of the installation's own moment go out: the held ones' is a later one's.
Instant EditionPreview::next_due(Instant now) const {
  const store::WeeklyRounds rounds = store::WeeklyRounds::of(store_.editions, calendar_, now);
  Instant moment = calendar_.next(config_.digest.moment, now);
  while (rounds.due(moment) <= now) moment = calendar_.next(config_.digest.moment, moment);
  return rounds.due(moment);
}

void EditionPreview::queue(Instant due, Instant now) {
  const Mail mail = maker_.preview(due, now);
  store::Transaction transaction = store_.begin();
  if (!store_.outbox.has(mail.message_id)) store_.outbox.add(mail, now);
  store_.editions.note_preview(due, now);
  parts_.at(Point::outbox);
  transaction.commit();
  parts_.at(Point::queued);
}

}  // namespace fundwatch::daemon
