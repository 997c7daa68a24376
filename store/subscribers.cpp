#include "store/subscribers.h"

#include <algorithm>

#include "base/text.h"
#include "store/query.h"
#include "store/returns.h"
#include "store/revision.h"
#include "store/transaction.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

const char* const kSelect =
    "SELECT id, email, name, organisation, municipality, reach, language, weekday, time_of_day, "
    "paused, empty_weeks, consented_at, asked_at, since, next_digest, refusals FROM subscriber ";

// What a person states about a subscriber, in the order of these columns.
const char* const kStatedColumns =
    "email, name, organisation, municipality, reach, language, weekday, time_of_day, paused, "
    "empty_weeks";

std::vector<std::string> profiles_of(const Connection& database, SubscriberId id) {
  Query row(database,
            "SELECT profile.name FROM subscriber_profile "
            "JOIN profile ON profile.id = subscriber_profile.profile "
            "WHERE subscriber_profile.subscriber = ? AND profile.removed = 0 ORDER BY position");
  row.bind(id);
  std::vector<std::string> names;
  while (row.step()) names.push_back(row.text());
  return names;
}

Subscriber read_subscriber(Query& row) {
  Subscriber subscriber;
  subscriber.id = SubscriberId{row.integer()};
  subscriber.email = row.text();
  subscriber.name = row.text();
  subscriber.organisation = row.text();
  subscriber.municipality = row.text();
  subscriber.reach = reach(row.text(), row.file());
  subscriber.language = language(row.text(), row.file());
  subscriber.moment.weekday = std::chrono::weekday{static_cast<unsigned>(row.number())};
  subscriber.moment.time_of_day = row.minutes();
  subscriber.paused = row.flag();
  subscriber.wants_empty_weeks = row.flag();
  subscriber.consented_at = row.maybe_instant();
  subscriber.asked_at = row.maybe_instant();
  subscriber.since = row.instant();
  subscriber.next_digest = row.maybe_instant();
  subscriber.refusals = row.number();
  return subscriber;
}

std::vector<Subscriber> read_all(const Connection& database, Query& row) {
  std::vector<Subscriber> subscribers;
  while (row.step()) {
    subscribers.push_back(read_subscriber(row));
    subscribers.back().profiles = profiles_of(database, subscribers.back().id);
  }
  return subscribers;
}

std::optional<Subscriber> read_one(const Connection& database, Query& row) {
  std::vector<Subscriber> found = read_all(database, row);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

void bind_stated(Query& query, const Subscriber& subscriber) {
  query.bind(subscriber.email).bind(subscriber.name).bind(subscriber.organisation);
  query.bind(subscriber.municipality).bind(word(subscriber.reach));
  query.bind(word(subscriber.language));
  query.bind(static_cast<int>(subscriber.moment.weekday.iso_encoding()));
  query.bind(subscriber.moment.time_of_day).bind(subscriber.paused);
  query.bind(subscriber.wants_empty_weeks);
}

SubscriberId insert(const Connection& database, const Subscriber& subscriber) {
  Query query(database, std::string("INSERT INTO subscriber (") + kStatedColumns +
                            ", consented_at, asked_at, since, next_digest, refusals) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  bind_stated(query, subscriber);
  query.bind(subscriber.consented_at).bind(subscriber.asked_at);
  query.bind(subscriber.since).bind(subscriber.next_digest).bind(subscriber.refusals).run();
  return SubscriberId{last_id(database)};
}

SubscriberId update(Connection& database, const Subscriber& before, const Subscriber& after) {
  const bool is_same_moment = before.moment == after.moment;
  Query query(database, std::string("UPDATE subscriber SET (") + kStatedColumns +
                            ", consented_at, next_digest) = "
                            "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?");
  bind_stated(query, after);
  query.bind(before.consented_at ? before.consented_at : after.consented_at);
  query.bind(is_same_moment ? before.next_digest : std::nullopt).bind(before.id).run();
  // Whoever gets mail again is believed to be there.
  if (before.paused && !after.paused) Returns(database).set_alive(before.id);
  return before.id;
}

std::vector<std::string> profile_names(const Connection& database) {
  Query row(database, "SELECT name FROM profile WHERE removed = 0 ORDER BY name");
  std::vector<std::string> names;
  while (row.step()) names.push_back(row.text());
  return names;
}

// What to say of the first name that no profile has.
std::optional<Error> unknown_profile(const Subscriber& subscriber,
                                     const std::vector<std::string>& known) {
  const auto is_unknown = [&](const std::string& name) {
    return std::ranges::find(known, name) == known.end();
  };
  const auto name = std::ranges::find_if(subscriber.profiles, is_unknown);
  if (name == subscriber.profiles.end()) return std::nullopt;
  const std::optional<std::string> suggestion = nearest(*name, known);
  return Error{Stage::config,
               "subscriber " + subscriber.email + ": there is no profile \"" + *name + "\"" +
                   (suggestion ? "; did you mean \"" + *suggestion + "\"?"
                               : "; `fundwatch profile list` shows those there are")};
}

// Subscriptions to removed profiles are not shown to anybody, so they stay out of this.
void set_profiles(const Connection& database, SubscriberId id,
                  const std::vector<std::string>& names) {
  Query(database,
        "DELETE FROM subscriber_profile WHERE subscriber = ? "
        "AND profile IN (SELECT id FROM profile WHERE removed = 0)")
      .bind(id)
      .run();
  Query query(database,
              "INSERT INTO subscriber_profile (subscriber, profile, position) "
              "SELECT ?, id, ? FROM profile WHERE name = ? "
              "ON CONFLICT (subscriber, profile) DO NOTHING");
  int position = 0;
  for (const std::string& name : names) {
    query.bind(id).bind(++position).bind(name).run();
    query.reset();
  }
}

}  // namespace

std::vector<Subscriber> Subscribers::all() const {
  Query row(database_, std::string(kSelect) + "ORDER BY email");
  return read_all(database_, row);
}

std::optional<Subscriber> Subscribers::find(SubscriberId id) const {
  Query row(database_, std::string(kSelect) + "WHERE id = ?");
  return read_one(database_, row.bind(id));
}

std::optional<Subscriber> Subscribers::find(const std::string& email) const {
  Query row(database_, std::string(kSelect) + "WHERE email = ?");
  return read_one(database_, row.bind(email));
}

std::vector<Instant> Subscribers::moments() const {
  Query row(database_,
            "SELECT DISTINCT next_digest FROM subscriber WHERE paused = 0 "
            "AND consented_at IS NOT NULL AND next_digest IS NOT NULL ORDER BY next_digest");
  std::vector<Instant> moments;
  while (row.step()) moments.push_back(row.instant());
  return moments;
}

std::vector<Subscriber> Subscribers::due_at(Instant moment, int most) const {
  Query row(database_, std::string(kSelect) +
                           "WHERE paused = 0 AND consented_at IS NOT NULL AND next_digest = ? "
                           "ORDER BY id LIMIT ?");
  return read_all(database_, row.bind(moment).bind(most));
}

std::vector<Subscriber> Subscribers::without_moment(Instant latest, int most) const {
  Query row(database_,
            std::string(kSelect) + "WHERE next_digest IS NULL OR next_digest > ? LIMIT ?");
  return read_all(database_, row.bind(latest).bind(most));
}

std::vector<Subscriber> Subscribers::unasked() const {
  Query row(database_,
            std::string(kSelect) + "WHERE consented_at IS NULL AND asked_at IS NULL ORDER BY id");
  return read_all(database_, row);
}

std::optional<Instant> Subscribers::next_digest() const {
  Query row(database_,
            "SELECT min(next_digest) FROM subscriber "
            "WHERE paused = 0 AND consented_at IS NOT NULL");
  row.step();
  return row.maybe_instant();
}

Result<SubscriberId> Subscribers::save(const Subscriber& subscriber) {
  Transaction transaction(database_);
  if (auto error = unknown_profile(subscriber, profile_names(database_))) return *error;
  const std::optional<Subscriber> before = find(subscriber.email);
  const SubscriberId id =
      before ? update(database_, *before, subscriber) : insert(database_, subscriber);
  set_profiles(database_, id, subscriber.profiles);
  raise_revision(database_);
  transaction.commit();
  return id;
}

bool Subscribers::remove(const std::string& email) {
  Transaction transaction(database_);
  if (Query(database_, "DELETE FROM subscriber WHERE email = ?").bind(email).run() == 0)
    return false;
  raise_revision(database_);
  transaction.commit();
  return true;
}

void Subscribers::pause(SubscriberId id) {
  Transaction transaction(database_);
  Query(database_, "UPDATE subscriber SET paused = 1 WHERE id = ?").bind(id).run();
  raise_revision(database_);
  transaction.commit();
}

void Subscribers::consent(SubscriberId id, Instant now, Instant since) {
  Transaction transaction(database_);
  Query query(database_,
              "UPDATE subscriber SET (consented_at, since) = (?, ?) "
              "WHERE id = ? AND consented_at IS NULL");
  if (query.bind(now).bind(since).bind(id).run() == 0) return;
  raise_revision(database_);
  transaction.commit();
}

std::size_t Subscribers::unconfirmed() const {
  return static_cast<std::size_t>(
      number_of(database_, "SELECT count(*) FROM subscriber WHERE consented_at IS NULL"));
}

int Subscribers::remove_unconfirmed(Instant moment) {
  Query query(database_, "DELETE FROM subscriber WHERE consented_at IS NULL AND asked_at < ?");
  return query.bind(moment).run();
}

void Subscribers::set_asked(SubscriberId id, Instant now) {
  Query(database_, "UPDATE subscriber SET asked_at = ? WHERE id = ?").bind(now).bind(id).run();
}

void Subscribers::set_next_digest(SubscriberId id, Instant next) {
  Query(database_, "UPDATE subscriber SET next_digest = ? WHERE id = ?").bind(next).bind(id).run();
}

void Subscribers::set_refusals(SubscriberId id, int refusals) {
  Query(database_, "UPDATE subscriber SET refusals = ? WHERE id = ?").bind(refusals).bind(id).run();
}

}  // namespace fundwatch::store
