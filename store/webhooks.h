// store/webhooks.h — where the new hits of a profile are posted, one address a profile, and what is
// on its way there.
// Hits are queued by triggers (webhooks_schema.h), in the transaction in which they become hits:
// only those of a webhook that is on, from when it was set up. What a profile finds is delivered
// once for each case, as digests do: each hit is queued, and one whose case was delivered by the
// time its turn comes is left out, since items join cases late. An extended last day is not told
// again. A queued delivery goes with its hit, its item, its webhook; a webhook with its profile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// So many hits wait for one webhook at most; those beyond are counted as lost.
inline constexpr int kWebhookQueueMax = 1000;

// gone: its receiver said that it is there no more.
enum class WebhookState { on, off, gone };

// Where to, and what it is signed with.
struct WebhookAddress {
  std::string url;
  std::string secret;  // "whsec_…" (digest/webhook_signature.h); stands in no message
};

struct Webhook {
  ProfileId profile{};
  WebhookAddress address;
  WebhookState state = WebhookState::on;
  Instant set_at{};
  std::optional<Instant> failing_since;  // absent: the last attempt succeeded, or there was none
  int tries = 0;                         // in a row that failed through the receiver
  Instant next_try{};                    // nothing is posted before
  std::string answer;                    // to the last attempt, in words
  std::optional<Instant> last_success;
  int lost = 0;          // hits that were given up, or found no place in the queue
  bool is_told = false;  // that it fails, until it succeeds
};

struct WebhookDelivery {
  std::int64_t id = 0;
  ProfileId profile{};
  ItemId item{};
  std::string message_id;  // stays the same however often it is tried
  Instant queued_at{};
  int attempts = 0;  // that were refused because of what it says
};

class Webhooks {
 public:
  explicit Webhooks(Connection& database) : database_(database) {}

  std::optional<Webhook> find(ProfileId profile) const;

  // From now on what the profile finds is posted there. What is queued goes there, too, at once.
  void set(ProfileId profile, const WebhookAddress& address, Instant now);

  // Nothing is queued any more, and what was is dropped. `state` is not on.
  void switch_off(ProfileId profile, WebhookState state, const std::string& answer);

  // Those that are on and have something to be tried by now.
  std::vector<Webhook> due(Instant now) const;

  // When the next is to be tried.
  std::optional<Instant> next_try() const;

  // The one to be tried next, the oldest that is due. Drops those whose case was delivered.
  std::optional<WebhookDelivery> take_next(ProfileId profile, Instant now);

  int queued(ProfileId profile) const;

  // The receiver has it, and is well.
  void mark_delivered(const WebhookDelivery& delivery, const std::string& answer, Instant now);

  // What an attempt failed with, and when to try again.
  struct Failure {
    std::string answer;
    Instant now{};
    Instant again{};
  };
  // It failed through what this one says: the others do not wait for it.
  void defer(const WebhookDelivery& delivery, const Failure& failure);
  // It failed through the receiver: all that is queued waits.
  void hold(ProfileId profile, const Failure& failure);
  // The receiver wants to be left in peace; no attempt.
  void postpone(ProfileId profile, Instant until);

  // Forgets one that is no longer to be delivered.
  void drop(const WebhookDelivery& delivery);

  // Gives up what has been failing since before `moment`. Returns how many.
  int give_up(ProfileId profile, Instant moment);

  // That it fails was told; until it succeeds.
  void set_told(ProfileId profile);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
