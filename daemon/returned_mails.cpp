#include "daemon/returned_mails.h"

#include <spdlog/logger.h>

#include "web/subscription_pages.h"

namespace fundwatch::daemon {

std::optional<Instant> ReturnedMails::read_due() {
  const std::string& mailbox = config_.mail.returns;
  if (mailbox.empty()) return std::nullopt;
  const Instant now = parts_.clock.now();
  store::ReturnsPosition position =
      store_.returns.position(mailbox).value_or(store::ReturnsPosition{});
  const bool is_ahead = position.next > now && position.next <= now + kReturnsReadEvery;
  if (is_ahead || parts_.stopping()) return position.next;
  const auto batch = parts_.read_mailbox(
      mailbox, {.from = {position.validity, position.last}, .since = now - kReturnsLookBack});
  parts_.on_progress();
  position.next = now + kReturnsReadEvery;
  if (!batch) {
    if (batch.error().message != fault_) {
      parts_.log.warn("returned mails are not read: {}", batch.error().message);
    }
    fault_ = batch.error().message;
    store_.returns.set_position(mailbox, position);
    return position.next;
  }
  fault_.clear();
  // What was done about the mails, and that they were read, is one step.
  store::Transaction transaction = store_.begin();
  for (const std::string& bytes : batch->messages) take(bytes, now);
  position.validity = batch->position.validity;
  position.last = batch->position.last;
  store_.returns.set_position(mailbox, position);
  parts_.at(Point::commit);
  transaction.commit();
  parts_.at(Point::committed);
  return position.next;
}

void ReturnedMails::take(const std::string& bytes, Instant now) {
  const auto returned = digest::read_returned(bytes);
  if (!returned) {
    parts_.log.info("a returned mail was passed over: {}", returned.error().message);
    return;
  }
  switch (returned->kind) {
    case digest::ReturnedMail::Kind::bounce: return take_bounce(*returned, now);
    case digest::ReturnedMail::Kind::leave: return take_leave(*returned);
    case digest::ReturnedMail::Kind::agree: return take_agreement(*returned, now);
    case digest::ReturnedMail::Kind::automatic:
    case digest::ReturnedMail::Kind::other: return;
  }
}

void ReturnedMails::take_bounce(const digest::ReturnedMail& returned, Instant now) {
  auto mail = store_.returns.sent(returned.message_id);
  // Some servers leave our headers out; then whom it did not reach tells.
  if (!mail && !returned.recipient.empty()) mail = store_.returns.newest_to(returned.recipient);
  if (!mail) return;
  const std::string words = returned.words.empty() ? returned.status : returned.words;
  if (!store_.returns.record({mail->id, returned.is_hard, returned.status, words}, now)) return;
  const auto subscriber = store_.subscribers.find(mail->subscriber);
  if (!subscriber) {
    parts_.log.warn("mail to {} came back: {}", mail->recipient, words);
    return;
  }
  parts_.log.info("mail to {} came back: {}", mail->recipient, words);
  if (returned.is_hard || store_.returns.in_a_row(subscriber->id) >= kSoftReturnsMax) {
    dead_addresses_.declare(*subscriber, words);
  }
}

// By the address that the mail comes from: a forwarded mail ends nobody else's.
void ReturnedMails::take_leave(const digest::ReturnedMail& returned) {
  if (store_.subscribers.remove(returned.sender)) {
    parts_.log.info("a subscriber left by mail and was removed");
  }
}

void ReturnedMails::take_agreement(const digest::ReturnedMail& returned, Instant now) {
  const auto subscriber = store_.subscribers.find(returned.sender);
  if (!subscriber || subscriber->consented_at || !subscriber->asked_at) return;
  store_.subscribers.consent(subscriber->id, now, now - web::kFirstMailReachesBack);
}

}  // namespace fundwatch::daemon
