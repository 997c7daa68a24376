#include "daemon/webhook_rounds.h"

#include <spdlog/logger.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/url.h"
#include "daemon/schedule.h"
#include "daemon/webhook_event.h"
#include "digest/message.h"

namespace fundwatch::daemon {
namespace {

using std::chrono::seconds;

constexpr std::chrono::minutes kPauseMin{1};

std::string host_of(const std::string& url) {
  const auto parts = parse_url(url);
  return parts ? parts->host : std::string{};
}

std::string name_of(const store::Store& store, ProfileId id) {
  for (const Profile& profile : store.profiles.all()) {
    if (profile.id == id) return profile.name;
  }
  return {};
}

}  // namespace

int WebhookRounds::post_due() {
  if (parts_.stopping()) return 0;
  const std::vector<store::Webhook> due = store_.webhooks.due(parts_.clock.now());
  if (due.empty()) return 0;
  Round round;
  for (Profile& profile : store_.profiles.all()) {
    const ProfileId id = profile.id;
    round.profiles.emplace(id, std::move(profile));
  }
  std::vector<feeds::Request> requests;
  for (const store::Webhook& webhook : due) {
    if (auto request = next_request(round, webhook)) requests.push_back(*std::move(request));
  }
  if (requests.empty()) return 0;
  parts_.at(Point::send);
  parts_.fetcher.fetch(std::move(requests),
                       [&](const feeds::Request& request, const feeds::Answer& answer) {
                         parts_.at(Point::sent);
                         auto next = take(round, request, answer);
                         parts_.on_progress();
                         if (next) parts_.at(Point::send);
                         return next;
                       });
  return round.delivered;
}

// The next of this webhook that is still to be posted; what is not is dropped on the way.
std::optional<feeds::Request> WebhookRounds::next_request(Round& round,
                                                          const store::Webhook& webhook) {
  const Instant now = parts_.clock.now();
  const auto profile = round.profiles.find(webhook.profile);
  if (profile == round.profiles.end()) return std::nullopt;
  while (!parts_.stopping() && round.posted < kWebhookPostsPerTickMax) {
    const auto delivery = store_.webhooks.take_next(webhook.profile, now);
    if (!delivery) return std::nullopt;
    const auto body = body_of(*delivery, profile->second);
    if (!body) {
      store_.webhooks.drop(*delivery);
      continue;
    }
    const Post post{webhook, *delivery};
    auto request = webhook_request(webhook.address, {delivery->message_id, now, *body});
    if (!request) {
      settle(post, {WebhookOutcome::failed, request.error().message});
      return std::nullopt;
    }
    ++round.posted;
    round.on_their_way.insert_or_assign(delivery->message_id, post);
    return *std::move(request);
  }
  return std::nullopt;
}

// Nothing for what is not to be posted.
std::optional<std::string> WebhookRounds::body_of(const store::WebhookDelivery& delivery,
                                                  const Profile& profile) const {
  const auto item = store_.items.find(delivery.item);
  if (!item || home_.is_outside(*item)) return std::nullopt;
  const std::vector<Hit> hits = store_.hits.of(item->case_id);
  const auto hit = std::ranges::find_if(hits, [&](const Hit& each) {
    return each.item == delivery.item && each.profile == delivery.profile;
  });
  if (hit == hits.end() || hit->review == Review::dismissed) return std::nullopt;
  auto body = hit_event(*hit, *item, profile, calendar_);
  if (!body) {
    parts_.log.warn("the hit {} of profile \"{}\" is not posted to its webhook: it is too long",
                    static_cast<std::int64_t>(hit->id), profile.name);
  }
  return body;
}

std::optional<feeds::Request> WebhookRounds::take(Round& round, const feeds::Request& request,
                                                  const feeds::Answer& answer) {
  const auto node = round.on_their_way.extract(message_id_of(request));
  if (node.empty()) return std::nullopt;
  const Post& post = node.mapped();
  const WebhookVerdict verdict = verdict_on(answer);
  if (verdict.outcome == WebhookOutcome::delivered) ++round.delivered;
  if (!settle(post, verdict)) return std::nullopt;
  return next_request(round, post.webhook);
}

// Writes down what came of it, unless the webhook was changed meanwhile. Whether the next may be
// posted at once.
bool WebhookRounds::settle(const Post& post, const WebhookVerdict& verdict) {
  const bool is_delivered = verdict.outcome == WebhookOutcome::delivered;
  if (parts_.stopping() && !is_delivered) return false;  // it may be the stop that has failed it
  const Instant now = parts_.clock.now();
  store::Transaction transaction = store_.begin();
  const auto current = store_.webhooks.find(post.delivery.profile);
  const bool is_same = current && current->state == store::WebhookState::on &&
                       current->address.url == post.webhook.address.url;
  if (is_delivered) {
    store_.webhooks.mark_delivered(post.delivery, verdict.words, now);
  } else if (is_same) {
    record_failure({*current, post.delivery}, verdict, now);
  }
  transaction.commit();
  if (is_delivered) parts_.at(Point::marked);
  return is_same && (is_delivered || verdict.outcome == WebhookOutcome::refused);
}

void WebhookRounds::record_failure(const Post& post, const WebhookVerdict& verdict, Instant now) {
  const ProfileId profile = post.delivery.profile;
  const seconds asked = verdict.retry_after.value_or(seconds{0});
  switch (verdict.outcome) {
    case WebhookOutcome::delivered: return;
    case WebhookOutcome::postponed:
      return store_.webhooks.postpone(profile, now + std::max<seconds>(asked, kPauseMin));
    case WebhookOutcome::gone: return switch_off(post, verdict.words, now);
    case WebhookOutcome::refused:
      store_.webhooks.defer(
          post.delivery,
          {verdict.words, now, now + webhook_retry_after(profile, post.delivery.attempts + 1)});
      break;
    case WebhookOutcome::failed:
      const seconds wait = webhook_retry_after(profile, post.webhook.tries + 1);
      store_.webhooks.hold(profile, {verdict.words, now, now + std::max(wait, asked)});
      break;
  }
  give_up(post, verdict.words, now);
}

void WebhookRounds::give_up(const Post& post, const std::string& answer, Instant now) {
  const ProfileId profile = post.delivery.profile;
  const int lost = store_.webhooks.give_up(profile, now - kWebhookPatience);
  if (lost == 0 || post.webhook.is_told) return;
  store_.webhooks.set_told(profile);
  tell(post, {.kind = digest::WebhookFault::Kind::failing, .answer = answer, .lost = lost}, now);
}

void WebhookRounds::switch_off(const Post& post, const std::string& answer, Instant now) {
  const ProfileId profile = post.delivery.profile;
  const int lost = store_.webhooks.queued(profile);
  store_.webhooks.switch_off(profile, store::WebhookState::gone, answer);
  tell(post, {.kind = digest::WebhookFault::Kind::gone, .answer = answer, .lost = lost}, now);
}

void WebhookRounds::tell(const Post& post, digest::WebhookFault fault, Instant now) {
  const ProfileId profile = post.delivery.profile;
  fault.profile = name_of(store_, profile);
  fault.host = host_of(post.webhook.address.url);
  const bool is_gone = fault.kind == digest::WebhookFault::Kind::gone;
  parts_.log.warn("the webhook of profile \"{}\" {}, {} hits are not posted: {}", fault.profile,
                  is_gone ? "is gone and switched off" : "has failed for four days", fault.lost,
                  fault.answer);
  if (config_.coordinator_address().empty()) return;
  const std::string name = "webhook-" + std::to_string(static_cast<std::int64_t>(profile)) +
                           (is_gone ? "-gone-" : "-failing-") +
                           std::to_string(now.time_since_epoch().count());
  const std::string message_id = digest::notice_id(name, config_.mail);
  if (store_.outbox.has(message_id)) return;
  store_.outbox.add(digest::make_notice(digest::render(fault, config_, mode_),
                                        {message_id, now, calendar_.local(now).offset}, config_),
                    now);
  parts_.at(Point::outbox);
}

}  // namespace fundwatch::daemon
