#include "store/webhooks.h"

#include "base/check.h"
#include "store/error.h"
#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

constexpr const char* kColumns =
    "webhook.profile, url, secret, state, set_at, webhook.failing_since, tries, next_try, answer, "
    "last_success, lost, is_told";

std::string word_of(WebhookState state) {
  switch (state) {
    case WebhookState::on: return "on";
    case WebhookState::off: return "off";
    case WebhookState::gone: return "gone";
  }
  return "";
}

WebhookState state_of(const std::string& text, const std::string& file) {
  for (const auto each : {WebhookState::on, WebhookState::off, WebhookState::gone}) {
    if (text == word_of(each)) return each;
  }
  throw damaged(file, "\"" + text + "\" for a state of a webhook");
}

Webhook read_webhook(Query& row) {
  Webhook webhook;
  webhook.profile = ProfileId{row.integer()};
  webhook.address.url = row.text();
  webhook.address.secret = row.text();
  webhook.state = state_of(row.text(), row.file());
  webhook.set_at = row.instant();
  webhook.failing_since = row.maybe_instant();
  webhook.tries = row.number();
  webhook.next_try = row.instant();
  webhook.answer = row.text();
  webhook.last_success = row.maybe_instant();
  webhook.lost = row.number();
  webhook.is_told = row.flag();
  return webhook;
}

// What a case has had delivered is not delivered again through another of its items.
void drop_delivered_cases(const Connection& database, ProfileId profile) {
  Query(database,
        "DELETE FROM webhook_delivery WHERE profile = ?1 AND done_at IS NULL AND EXISTS ("
        "SELECT 1 FROM item AS own JOIN item AS other ON other.case_id = own.case_id "
        "JOIN webhook_delivery AS done ON done.profile = ?1 AND done.item = other.id "
        "WHERE own.id = webhook_delivery.item AND done.done_at IS NOT NULL)")
      .bind(profile)
      .run();
}

void drop_queued(const Connection& database, ProfileId profile) {
  Query(database, "DELETE FROM webhook_delivery WHERE profile = ? AND done_at IS NULL")
      .bind(profile)
      .run();
}

}  // namespace

std::optional<Webhook> Webhooks::find(ProfileId profile) const {
  Query row(database_, std::string("SELECT ") + kColumns + " FROM webhook WHERE profile = ?");
  if (!row.bind(profile).step()) return std::nullopt;
  return read_webhook(row);
}

void Webhooks::set(ProfileId profile, const WebhookAddress& address, Instant now) {
  Transaction transaction(database_);
  Query query(database_,
              "INSERT INTO webhook (profile, url, secret, state, set_at) VALUES (?, ?, ?, 'on', ?) "
              "ON CONFLICT (profile) DO UPDATE SET (url, secret, state, set_at, failing_since, "
              "tries, next_try, answer, last_success, lost, is_told) = (excluded.url, "
              "excluded.secret, 'on', excluded.set_at, NULL, 0, 0, '', NULL, 0, 0)");
  query.bind(profile).bind(address.url).bind(address.secret).bind(now).run();
  Query(database_,
        "UPDATE webhook_delivery SET failing_since = NULL, attempts = 0, next_attempt = ? "
        "WHERE profile = ? AND done_at IS NULL")
      .bind(now)
      .bind(profile)
      .run();
  transaction.commit();
}

void Webhooks::switch_off(ProfileId profile, WebhookState state, const std::string& answer) {
  CHECK(state != WebhookState::on);
  Transaction transaction(database_);
  Query(database_, "UPDATE webhook SET state = ?, answer = ? WHERE profile = ?")
      .bind(word_of(state))
      .bind(answer)
      .bind(profile)
      .run();
  drop_queued(database_, profile);
  transaction.commit();
}

std::vector<Webhook> Webhooks::due(Instant now) const {
  Query row(database_, std::string("SELECT ") + kColumns +
                           " FROM webhook WHERE state = 'on' AND next_try <= ?1 AND EXISTS ("
                           "SELECT 1 FROM webhook_delivery AS queued "
                           "WHERE queued.profile = webhook.profile AND done_at IS NULL "
                           "AND next_attempt <= ?1) ORDER BY next_try, webhook.profile");
  row.bind(now);
  std::vector<Webhook> webhooks;
  while (row.step()) webhooks.push_back(read_webhook(row));
  return webhooks;
}

std::optional<Instant> Webhooks::next_try() const {
  Query row(database_,
            "SELECT min(max(next_try, next_attempt)) FROM webhook CROSS JOIN webhook_delivery "
            "ON webhook_delivery.profile = webhook.profile AND done_at IS NULL "
            "WHERE state = 'on'");
  row.step();
  return row.maybe_instant();
}

std::optional<WebhookDelivery> Webhooks::take_next(ProfileId profile, Instant now) {
  drop_delivered_cases(database_, profile);
  Query row(database_,
            "SELECT id, profile, item, message_id, queued_at, attempts FROM webhook_delivery "
            "WHERE profile = ? AND done_at IS NULL AND next_attempt <= ? ORDER BY id LIMIT 1");
  if (!row.bind(profile).bind(now).step()) return std::nullopt;
  WebhookDelivery delivery;
  delivery.id = row.integer();
  delivery.profile = ProfileId{row.integer()};
  delivery.item = ItemId{row.integer()};
  delivery.message_id = row.text();
  delivery.queued_at = row.instant();
  delivery.attempts = row.number();
  return delivery;
}

int Webhooks::queued(ProfileId profile) const {
  Query row(database_,
            "SELECT count(*) FROM webhook_delivery WHERE profile = ? AND done_at IS NULL");
  row.bind(profile).step();
  return row.number();
}

void Webhooks::mark_delivered(const WebhookDelivery& delivery, const std::string& answer,
                              Instant now) {
  Transaction transaction(database_);
  Query(database_, "UPDATE webhook_delivery SET done_at = ? WHERE id = ?")
      .bind(now)
      .bind(delivery.id)
      .run();
  Query(database_,
        "UPDATE webhook SET failing_since = NULL, tries = 0, next_try = 0, answer = ?, "
        "last_success = ?, is_told = 0 WHERE profile = ?")
      .bind(answer)
      .bind(now)
      .bind(delivery.profile)
      .run();
  // What only waited for the receiver has not failed by itself.
  Query(database_,
        "UPDATE webhook_delivery SET failing_since = NULL WHERE profile = ? AND done_at IS NULL "
        "AND attempts = 0 AND failing_since IS NOT NULL")
      .bind(delivery.profile)
      .run();
  transaction.commit();
}

void Webhooks::defer(const WebhookDelivery& delivery, const Failure& failure) {
  Transaction transaction(database_);
  Query(database_,
        "UPDATE webhook_delivery SET failing_since = coalesce(failing_since, ?), "
        "attempts = attempts + 1, next_attempt = ? WHERE id = ?")
      .bind(failure.now)
      .bind(failure.again)
      .bind(delivery.id)
      .run();
  Query(database_,
        "UPDATE webhook SET failing_since = coalesce(failing_since, ?), answer = ? "
        "WHERE profile = ?")
      .bind(failure.now)
      .bind(failure.answer)
      .bind(delivery.profile)
      .run();
  transaction.commit();
}

void Webhooks::hold(ProfileId profile, const Failure& failure) {
  Transaction transaction(database_);
  Query(database_,
        "UPDATE webhook SET failing_since = coalesce(failing_since, ?), answer = ?, "
        "tries = tries + 1, next_try = ? WHERE profile = ?")
      .bind(failure.now)
      .bind(failure.answer)
      .bind(failure.again)
      .bind(profile)
      .run();
  Query(database_,
        "UPDATE webhook_delivery SET failing_since = ? WHERE profile = ? AND done_at IS NULL "
        "AND failing_since IS NULL")
      .bind(failure.now)
      .bind(profile)
      .run();
  transaction.commit();
}

void Webhooks::postpone(ProfileId profile, Instant until) {
  Query(database_, "UPDATE webhook SET next_try = ? WHERE profile = ?")
      .bind(until)
      .bind(profile)
      .run();
}

void Webhooks::drop(const WebhookDelivery& delivery) {
  Query(database_, "DELETE FROM webhook_delivery WHERE id = ? AND done_at IS NULL")
      .bind(delivery.id)
      .run();
}

int Webhooks::give_up(ProfileId profile, Instant moment) {
  Transaction transaction(database_);
  const int given_up = Query(database_,
                             "DELETE FROM webhook_delivery WHERE profile = ? AND done_at IS NULL "
                             "AND failing_since <= ?")
                           .bind(profile)
                           .bind(moment)
                           .run();
  Query(database_, "UPDATE webhook SET lost = lost + ? WHERE profile = ?")
      .bind(given_up)
      .bind(profile)
      .run();
  transaction.commit();
  return given_up;
}

void Webhooks::set_told(ProfileId profile) {
  Query(database_, "UPDATE webhook SET is_told = 1 WHERE profile = ?").bind(profile).run();
}

}  // namespace fundwatch::store
