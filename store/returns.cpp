#include "store/returns.h"

#include "store/query.h"

namespace fundwatch::store {
namespace {

std::optional<SentMail> read_one(Query& row) {
  if (!row.step()) return std::nullopt;
  SentMail mail;
  mail.id = MailId{row.integer()};
  mail.subscriber = SubscriberId{row.maybe_integer().value_or(0)};
  mail.recipient = row.text();
  return mail;
}

}  // namespace

std::optional<SentMail> Returns::sent(const std::string& message_id) const {
  Query row(database_, "SELECT id, subscriber, recipient FROM mail WHERE message_id = ?");
  return read_one(row.bind(message_id));
}

std::optional<SentMail> Returns::newest_to(const std::string& address) const {
  Query row(database_,
            "SELECT mail.id, mail.subscriber, mail.recipient FROM subscriber "
            "JOIN mail ON mail.subscriber = subscriber.id "
            "WHERE subscriber.email = ? AND mail.state = 'sent' ORDER BY mail.id DESC LIMIT 1");
  return read_one(row.bind(address));
}

bool Returns::record(const MailReturn& mail_return, Instant now) {
  Query query(database_,
              "INSERT INTO mail_return (mail, is_hard, status, words, at) VALUES (?, ?, ?, ?, ?) "
              "ON CONFLICT (mail) DO NOTHING");
  query.bind(mail_return.mail).bind(mail_return.is_hard).bind(mail_return.status);
  return query.bind(mail_return.words).bind(now).run() == 1;
}

int Returns::in_a_row(SubscriberId subscriber) const {
  Query row(database_,
            "SELECT mail_return.mail FROM mail "
            "LEFT JOIN mail_return ON mail_return.mail = mail.id "
            "WHERE mail.subscriber = ?1 AND mail.state = 'sent' AND mail.id <= "
            "(SELECT max(mail_return.mail) FROM mail_return "
            " JOIN mail ON mail.id = mail_return.mail WHERE mail.subscriber = ?1) "
            "ORDER BY mail.id DESC");
  row.bind(subscriber);
  int count = 0;
  while (row.step() && row.maybe_integer()) ++count;
  return count;
}

bool Returns::set_dead(SubscriberId subscriber, const std::string& words, Instant now) {
  Query query(database_,
              "INSERT INTO dead_address (subscriber, since, words) VALUES (?, ?, ?) "
              "ON CONFLICT (subscriber) DO NOTHING");
  return query.bind(subscriber).bind(now).bind(words).run() == 1;
}

void Returns::set_alive(SubscriberId subscriber) {
  Query(database_, "DELETE FROM dead_address WHERE subscriber = ?").bind(subscriber).run();
}

std::vector<SubscriberId> Returns::dead_since(Instant moment) const {
  Query row(database_, "SELECT subscriber FROM dead_address WHERE since < ? ORDER BY since");
  row.bind(moment);
  std::vector<SubscriberId> subscribers;
  while (row.step()) subscribers.push_back(SubscriberId{row.integer()});
  return subscribers;
}

std::optional<Instant> Returns::first_death() const {
  Query row(database_, "SELECT min(since) FROM dead_address");
  row.step();
  return row.maybe_instant();
}

std::optional<ReturnsPosition> Returns::position(const std::string& mailbox) const {
  Query row(database_, "SELECT validity, last, next FROM returns_position WHERE mailbox = ?");
  if (!row.bind(mailbox).step()) return std::nullopt;
  ReturnsPosition position;
  position.validity = row.integer();
  position.last = row.integer();
  position.next = row.instant();
  return position;
}

void Returns::set_position(const std::string& mailbox, const ReturnsPosition& position) {
  Query query(database_,
              "INSERT INTO returns_position (mailbox, validity, last, next) VALUES (?, ?, ?, ?) "
              "ON CONFLICT (mailbox) DO UPDATE SET (validity, last, next) = "
              "(excluded.validity, excluded.last, excluded.next)");
  query.bind(mailbox).bind(position.validity).bind(position.last).bind(position.next).run();
}

}  // namespace fundwatch::store
