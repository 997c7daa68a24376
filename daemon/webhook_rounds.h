// daemon/webhook_rounds.h — posts queued hits to the webhooks of their profiles (store/webhooks.h),
// tries again what fails, and tells the coordinator of what is given up.
// At least once: what was posted and is not yet marked when the power is lost is posted again with
// the same webhook-id. Nothing is posted within a transaction.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "base/calendar.h"
#include "base/counties.h"
#include "config/config.h"
#include "daemon/home_county.h"
#include "daemon/parts.h"
#include "daemon/webhook_post.h"
#include "digest/webhook_fault.h"
#include "store/store.h"

namespace fundwatch::daemon {

// So many posts are made in one tick: the rest is due in the next.
constexpr int kWebhookPostsPerTickMax = 50;

class WebhookRounds {
 public:
  WebhookRounds(const config::Config& config, store::Store& store, const Parts& parts,
                const Calendar& calendar, digest::Mode mode)
      : config_(config),
        store_(store),
        parts_(parts),
        calendar_(calendar),
        home_(find_county(config.place.county)),
        mode_(mode) {}

  // Posts what is due, one after the other to each receiver. What everybody may see is posted: not
  // what was dismissed meanwhile, nor what concerns other counties alone. Returns how many arrived.
  int post_due();

 private:
  struct Post {
    store::Webhook webhook;
    store::WebhookDelivery delivery;
  };
  struct Round {
    std::unordered_map<ProfileId, Profile> profiles;
    std::unordered_map<std::string, Post> on_their_way;  // by their webhook-id
    int posted = 0;
    int delivered = 0;
  };

  std::optional<feeds::Request> next_request(Round& round, const store::Webhook& webhook);
  std::optional<std::string> body_of(const store::WebhookDelivery& delivery,
                                     const Profile& profile) const;
  std::optional<feeds::Request> take(Round& round, const feeds::Request& request,
                                     const feeds::Answer& answer);
  bool settle(const Post& post, const WebhookVerdict& verdict);
  void record_failure(const Post& post, const WebhookVerdict& verdict, Instant now);
  void give_up(const Post& post, const std::string& answer, Instant now);
  void switch_off(const Post& post, const std::string& answer, Instant now);
  void tell(const Post& post, digest::WebhookFault fault, Instant now);

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
  const Calendar& calendar_;
  HomeCounty home_;
  digest::Mode mode_;
};

}  // namespace fundwatch::daemon
