#include "daemon/delivery.h"

#include <spdlog/logger.h>

#include <algorithm>

#include "daemon/schedule.h"

namespace fundwatch::daemon {
namespace {

constexpr int kMailsPerRoundMax = 100;
constexpr int kSubscribersAtOnce = 100;
// A weekly moment is at most a week ahead, and one more where the last was brought forward.
constexpr std::chrono::days kMomentAheadMax{14};

std::string words_for(const store::Hold& hold) {
  return "no mail is sent until this is mended, all wait, nothing is lost: " + hold.reason;
}

// Rather than about us, or none at all.
bool is_answer_about_mail(digest::Outcome outcome) {
  return outcome == digest::Outcome::sent || outcome == digest::Outcome::deferred ||
         outcome == digest::Outcome::recipient_refused;
}

}  // namespace

int Delivery::queue_due_digests() {
  const Instant now = parts_.clock.now();
  set_moments(now);
  const store::WeeklyRounds rounds = store::WeeklyRounds::of(store_.editions, calendar_, now);
  int queued = 0;
  for (const Instant moment : store_.subscribers.moments()) {
    if (moment > now + kMomentAheadMax) break;
    if (rounds.due(moment) <= now) queued += queue_round(moment);
  }
  return queued;
}

void Delivery::set_moments(Instant now) {
  while (true) {
    const auto subscribers =
        store_.subscribers.without_moment(now + kMomentAheadMax, kSubscribersAtOnce);
    if (subscribers.empty()) return;
    store::Transaction transaction = store_.begin();
    for (const Subscriber& subscriber : subscribers) {
      store_.subscribers.set_next_digest(subscriber.id, calendar_.next(subscriber.moment, now));
    }
    transaction.commit();
  }
}

int Delivery::queue_round(Instant weekly_moment) {
  const Instant now = parts_.clock.now();
  int queued = 0;
  while (!parts_.stopping()) {
    const auto subscribers = store_.subscribers.due_at(weekly_moment, kDigestsPerCommitMax);
    if (subscribers.empty()) break;
    store::Transaction transaction = store_.begin();
    RoundFacts facts(store_, calendar_, now);
    for (const Subscriber& subscriber : subscribers) {
      queue(subscriber, weekly_moment, facts);
      ++queued;
      parts_.at(Point::outbox);
      parts_.on_progress();
    }
    transaction.commit();
    for (std::size_t i = 0; i < subscribers.size(); ++i) parts_.at(Point::queued);
  }
  return queued;
}

void Delivery::queue(const Subscriber& subscriber, Instant weekly_moment, RoundFacts& facts) {
  const Instant now = facts.now;
  const MadeDigest made = maker_.make(subscriber, weekly_moment, facts);
  // After a clock that was ahead a moment may come twice; what is new waits for the next.
  if (!store_.digests.has(made.mail.message_id)) {
    // A week without a mail is a digest all the same: the next one tells what came since.
    if (!made.is_empty || subscriber.wants_empty_weeks) store_.outbox.add(made.mail, now);
    store_.digests.record(subscriber.id, weekly_moment, made.mail.message_id, made.taken, now);
    store_.reminders.record(subscriber.id, made.told, now);
  }
  const Instant after = std::max(now, weekly_moment);  // it may have been brought forward
  store_.subscribers.set_next_digest(subscriber.id, calendar_.next(subscriber.moment, after));
}

std::optional<Instant> Delivery::next_digest() const {
  return store::WeeklyRounds::of(store_.editions, calendar_, parts_.clock.now())
      .first_due(store_.subscribers.moments());
}

// A folder of this machine needs no care.
bool Delivery::may_send(Instant now) {
  if (config_.mail.mailer == config::MailerKind::maildir) return true;
  if (now != second_) {
    second_ = now;
    in_second_ = 0;
  }
  return in_second_ < config_.mail.per_second;
}

Instant Delivery::next_send() const {
  const Instant now = parts_.clock.now();
  const bool is_paced = config_.mail.mailer != config::MailerKind::maildir;
  const bool is_full = is_paced && now == second_ && in_second_ >= config_.mail.per_second;
  return is_full ? now + std::chrono::seconds(1) : now;
}

int Delivery::send_due_mails() {
  const Instant now = parts_.clock.now();
  if (const auto hold = store_.outbox.hold()) {
    parts_.troubles.stand(Trouble::mail, words_for(*hold));
    if (hold->next_try > now) return 0;
  }
  int sent = 0;
  for (auto due = due_mails(now); !due.empty(); due = due_mails(now)) {
    for (const Mail& mail : due) {
      if (!may_send(parts_.clock.now())) return sent;
      ++in_second_;
      const Step step = send(mail);
      if (step == Step::stop) return sent;
      if (step == Step::sent) ++sent;
      parts_.on_progress();
    }
  }
  parts_.mailer.rest();
  return sent;
}

std::vector<Mail> Delivery::due_mails(Instant now) const {
  if (parts_.stopping()) return {};
  return store_.outbox.due(now, kMailsPerRoundMax);
}

Delivery::Step Delivery::send(const Mail& mail) {
  if (parts_.stopping()) return Step::stop;
  parts_.at(Point::send);
  const digest::Delivery delivery = parts_.mailer.send(mail);
  parts_.at(Point::sent);
  const Instant now = parts_.clock.now();
  if (is_answer_about_mail(delivery.outcome)) release_hold();
  switch (delivery.outcome) {
    case digest::Outcome::sent: mark_sent(mail, delivery.answer, now); return Step::sent;
    case digest::Outcome::deferred: defer(mail, delivery.answer, now); return Step::next;
    case digest::Outcome::recipient_refused: refuse(mail, delivery.answer, now); return Step::next;
    case digest::Outcome::unreachable:
    case digest::Outcome::sender_refused: hold(delivery, now); return Step::stop;
    case digest::Outcome::interrupted: return Step::stop;
  }
  return Step::stop;
}

// The mail server takes mails, whatever it thinks of this one.
void Delivery::release_hold() {
  const auto hold = store_.outbox.hold();
  if (!hold) return;
  store_.outbox.set_hold(std::nullopt);
  parts_.troubles.end(Trouble::mail, "mail is being sent again; it had been on hold since " +
                                         calendar_.iso8601(hold->since));
}

void Delivery::mark_sent(const Mail& mail, const std::string& answer, Instant now) {
  store::Transaction transaction = store_.begin();
  store_.outbox.mark_sent(mail.id, answer, now);
  store_.subscribers.set_refusals(mail.subscriber, 0);
  transaction.commit();
  parts_.at(Point::marked);
}

void Delivery::defer(const Mail& mail, const std::string& answer, Instant now) {
  const auto wait = mail_retry_after(mail.attempts + 1);
  if (!wait) {
    refuse(mail, "given up after four days: " + answer, now);
    return;
  }
  parts_.log.info("mail to {} is tried again in {} min: {}", mail.recipient, wait->count(), answer);
  store_.outbox.defer(mail.id, answer, now + *wait);
}

void Delivery::refuse(const Mail& mail, const std::string& answer, Instant now) {
  parts_.log.warn("mail to {} was refused; check the address: {}", mail.recipient, answer);
  store::Transaction transaction = store_.begin();
  store_.outbox.refuse(mail.id, answer, now);
  if (const auto subscriber = store_.subscribers.find(mail.subscriber)) {
    store_.subscribers.set_refusals(subscriber->id, subscriber->refusals + 1);
    if (subscriber->refusals + 1 >= kRefusalsMax) dead_addresses_.declare(*subscriber, answer);
  }
  transaction.commit();
}

void Delivery::hold(const digest::Delivery& delivery, Instant now) {
  store::Hold hold = store_.outbox.hold().value_or(store::Hold{.since = now, .tries = 0});
  const bool is_news = hold.tries == 0 || hold.reason != delivery.answer;
  hold.reason = delivery.answer;
  ++hold.tries;
  hold.next_try = now + hold_retry_after(hold.tries);
  store_.outbox.set_hold(hold);
  if (is_news) {
    parts_.troubles.begin(Trouble::mail, words_for(hold));
  } else {
    parts_.troubles.stand(Trouble::mail, words_for(hold));
  }
}

}  // namespace fundwatch::daemon
