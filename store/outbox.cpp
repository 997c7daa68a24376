#include "store/outbox.h"

#include <limits>

#include "base/check.h"
#include "store/error.h"
#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

Mail read_mail(Query& row) {
  Mail mail;
  mail.id = MailId{row.integer()};
  mail.subscriber = SubscriberId{row.maybe_integer().value_or(0)};
  mail.message_id = row.text();
  mail.sender = row.text();
  mail.recipient = row.text();
  mail.subject = row.text();
  mail.bytes = row.text();
  mail.attempts = row.number();
  mail.next_attempt = row.instant();
  return mail;
}

void bind_subscriber(Query& query, SubscriberId id) {
  if (id == SubscriberId{}) {
    query.bind_null();
  } else {
    query.bind(id);
  }
}

std::string word_of(MailState state) {
  switch (state) {
    case MailState::queued: return "queued";
    case MailState::sent: return "sent";
    case MailState::refused: return "refused";
  }
  return "";
}

MailState state_of(const std::string& text, const std::string& file) {
  for (const auto each : {MailState::queued, MailState::sent, MailState::refused}) {
    if (text == word_of(each)) return each;
  }
  throw damaged(file, "\"" + text + "\" for a state of a mail");
}

// The last word about a mail.
struct Outcome {
  const char* state;
  const std::string& answer;
  Instant at;
};

void finish(const Connection& database, MailId id, const Outcome& outcome) {
  Query query(database,
              "UPDATE mail SET state = ?, answer = ?, done_at = ?, attempts = attempts + 1 "
              "WHERE id = ?");
  query.bind(std::string(outcome.state)).bind(outcome.answer).bind(outcome.at).bind(id).run();
}

}  // namespace

MailId Outbox::add(const Mail& mail, Instant now) {
  Query query(database_,
              "INSERT INTO mail (subscriber, message_id, sender, recipient, subject, bytes, "
              "attempts, next_attempt, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (message_id) DO NOTHING");
  bind_subscriber(query, mail.subscriber);
  query.bind(mail.message_id).bind(mail.sender).bind(mail.recipient).bind(mail.subject);
  query.bind(mail.bytes).bind(mail.attempts).bind(mail.next_attempt).bind(now);
  CHECK(query.run() == 1);
  return MailId{last_id(database_)};
}

bool Outbox::has(const std::string& message_id) const {
  return Query(database_, "SELECT 1 FROM mail WHERE message_id = ?").bind(message_id).step();
}

std::vector<Mail> Outbox::due(Instant now, int mails_max) const {
  Query row(database_,
            "SELECT id, subscriber, message_id, sender, recipient, subject, bytes, attempts, "
            "next_attempt FROM mail WHERE state = 'queued' AND next_attempt <= ? "
            "ORDER BY next_attempt, id LIMIT ?");
  row.bind(now).bind(mails_max);
  std::vector<Mail> mails;
  while (row.step()) mails.push_back(read_mail(row));
  return mails;
}

std::optional<Instant> Outbox::next_attempt() const {
  Query row(database_, "SELECT min(next_attempt) FROM mail WHERE state = 'queued'");
  row.step();
  return row.maybe_instant();
}

int Outbox::queued() const {
  return static_cast<int>(
      number_of(database_, "SELECT count(*) FROM mail INDEXED BY mail_due WHERE state = 'queued'"));
}

void Outbox::mark_sent(MailId id, const std::string& answer, Instant now) {
  finish(database_, id, {"sent", answer, now});
}

void Outbox::defer(MailId id, const std::string& answer, Instant next_attempt) {
  Query query(database_,
              "UPDATE mail SET answer = ?, next_attempt = ?, attempts = attempts + 1 WHERE id = ?");
  query.bind(answer).bind(next_attempt).bind(id).run();
}

void Outbox::refuse(MailId id, const std::string& answer, Instant now) {
  finish(database_, id, {"refused", answer, now});
}

std::vector<MailRecord> Outbox::page(MailId before, std::size_t mails_max) const {
  Query row(database_,
            "SELECT id, subscriber, recipient, subject, state, attempts, answer, made_at, "
            "next_attempt, done_at FROM mail WHERE id < ? ORDER BY id DESC LIMIT ?");
  row.bind(before == MailId{} ? std::numeric_limits<std::int64_t>::max()
                              : static_cast<std::int64_t>(before));
  row.bind(static_cast<std::int64_t>(mails_max));
  std::vector<MailRecord> records;
  while (row.step()) {
    MailRecord record;
    record.id = MailId{row.integer()};
    record.subscriber = SubscriberId{row.maybe_integer().value_or(0)};
    record.recipient = row.text();
    record.subject = row.text();
    record.state = state_of(row.text(), row.file());
    record.attempts = row.number();
    record.answer = row.text();
    record.made_at = row.instant();
    record.next_attempt = row.instant();
    record.done_at = row.maybe_instant();
    records.push_back(record);
  }
  return records;
}

std::optional<Mail> Outbox::find(MailId id) const {
  Query row(database_,
            "SELECT id, subscriber, message_id, sender, recipient, subject, bytes, attempts, "
            "next_attempt FROM mail WHERE id = ?");
  if (!row.bind(id).step()) return std::nullopt;
  return read_mail(row);
}

int Outbox::count(MailState state, Instant since) const {
  Query row(database_, "SELECT count(*) FROM mail WHERE state = ? AND made_at >= ?");
  row.bind(word_of(state)).bind(since).step();
  return row.number();
}

int Outbox::deferred() const {
  return static_cast<int>(
      number_of(database_, "SELECT count(*) FROM mail WHERE state = 'queued' AND attempts > 0"));
}

std::optional<Hold> Outbox::hold() const {
  Query row(database_, "SELECT reason, since, next_try, tries FROM hold");
  if (!row.step()) return std::nullopt;
  Hold hold;
  hold.reason = row.text();
  hold.since = row.instant();
  hold.next_try = row.instant();
  hold.tries = row.number();
  return hold;
}

void Outbox::set_hold(const std::optional<Hold>& hold) {
  Transaction transaction(database_);
  execute(database_, "DELETE FROM hold");
  if (hold) {
    Query query(database_,
                "INSERT INTO hold (id, reason, since, next_try, tries) VALUES (1, ?, ?, ?, ?)");
    query.bind(hold->reason).bind(hold->since).bind(hold->next_try).bind(hold->tries).run();
  }
  transaction.commit();
}

}  // namespace fundwatch::store
