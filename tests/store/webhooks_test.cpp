#include "store/webhooks.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using store::WebhookState;

class WebhooksTest : public StoreTest {
 protected:
  const SourceId source = store.sources.save(sample_source("a"));
  const ProfileId p = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  const ProfileId q = store.profiles.save(sample_profile("q"), "Eva", hour(0)).id;
  store::Webhooks& hooks = store.webhooks;

  void set(ProfileId profile, int at = 0) {
    hooks.set(profile, {"https://b.example/hook", "whsec_c2VjcmV0"}, hour(at));
  }
  ItemId add(const std::string& key, int at = 1) {
    return add_item_with_hit(source, key, p, hour(at));
  }
  store::WebhookDelivery next(int at) { return hooks.take_next(p, hour(at)).value(); }
};

TEST_F(WebhooksTest, OnlyHitsFromWhenItWasSetUpAreQueuedInTheirOrder) {
  add("before");
  set(p, 1);
  const ItemId first = add("first", 2);
  add("second", 2);
  EXPECT_EQ(hooks.queued(p), 2);
  EXPECT_EQ(hooks.next_try(), hour(2));
  EXPECT_TRUE(hooks.due(hour(1)).empty());
  ASSERT_EQ(hooks.due(hour(2)).size(), 1U);
  EXPECT_EQ(hooks.due(hour(2))[0].address.url, "https://b.example/hook");
  const store::WebhookDelivery delivery = next(2);
  EXPECT_EQ(delivery.item, first);
  EXPECT_EQ(delivery.queued_at, hour(2));
  EXPECT_TRUE(delivery.message_id.starts_with("msg_"));
  EXPECT_EQ(next(3).message_id, delivery.message_id);
}

TEST_F(WebhooksTest, AnotherProfilesHitsAreNotQueued) {
  set(q);
  add("k");
  EXPECT_EQ(hooks.queued(q), 0);
  EXPECT_EQ(hooks.next_try(), std::nullopt);
}

TEST_F(WebhooksTest, AHitThatIsRolledBackIsNotQueued) {
  set(p);
  {
    const store::Transaction transaction = store.begin();
    add("k");
    EXPECT_EQ(hooks.queued(p), 1);
  }
  EXPECT_EQ(hooks.queued(p), 0);
  add("k");
  EXPECT_EQ(hooks.queued(p), 1);
}

TEST_F(WebhooksTest, WhatSeveralSourcesAnnounceIsDeliveredOnce) {
  set(p);
  const ItemId first = add("first");
  share_case(first, add("second"));
  hooks.mark_delivered(next(1), "answered 204", hour(1));
  EXPECT_FALSE(hooks.take_next(p, hour(1)));
  EXPECT_EQ(hooks.queued(p), 0);
  share_case(first, add("later", 2));
  EXPECT_FALSE(hooks.take_next(p, hour(2)));
}

TEST_F(WebhooksTest, WhatGoesTakesItsDeliveriesAlong) {
  set(p);
  const ItemId unhit = add("unhit");
  store.hits.replace(unhit, {p}, {}, hour(2));
  EXPECT_EQ(hooks.queued(p), 0);
  add("retired");
  store.upkeep.retire_items(hour(100), 100);
  EXPECT_EQ(hooks.queued(p), 0);
  add("queued");
  store.profiles.remove("p");
  EXPECT_FALSE(hooks.find(p));
  EXPECT_EQ(hooks.queued(p), 0);
}

TEST_F(WebhooksTest, AHitThatComesBackIsNotDeliveredAgain) {
  set(p);
  const ItemId item = add("k");
  hooks.mark_delivered(next(1), "answered 200", hour(1));
  store.hits.replace(item, {p}, {}, hour(2));
  store.hits.replace(item, {p}, {sample_hit(p)}, hour(3));
  EXPECT_EQ(hooks.queued(p), 0);
}

TEST_F(WebhooksTest, SwitchedOffItQueuesNothingUntilItIsSetAgain) {
  set(p);
  add("k");
  hooks.switch_off(p, WebhookState::off, "");
  EXPECT_EQ(hooks.queued(p), 0);
  add("l");
  EXPECT_EQ(hooks.queued(p), 0);
  EXPECT_EQ(hooks.find(p)->state, WebhookState::off);
  set(p, 2);
  EXPECT_EQ(hooks.find(p)->state, WebhookState::on);
  EXPECT_EQ(hooks.queued(p), 0);
  add("m", 3);
  EXPECT_EQ(hooks.queued(p), 1);
}

TEST_F(WebhooksTest, OneThatIsRefusedDoesNotHoldTheOthersUp) {
  set(p);
  add("bad");
  const ItemId good = add("good");
  hooks.defer(next(1), {"answered 400", hour(1), hour(3)});
  EXPECT_EQ(next(1).item, good);
  hooks.mark_delivered(next(1), "answered 200", hour(1));
  EXPECT_EQ(hooks.next_try(), hour(3));
  EXPECT_EQ(next(3).attempts, 1);
  EXPECT_EQ(hooks.give_up(p, hour(0)), 0);
  EXPECT_EQ(hooks.give_up(p, hour(1)), 1);
  EXPECT_EQ(hooks.find(p)->lost, 1);
}

TEST_F(WebhooksTest, AReceiverThatFailsHoldsAllUntilItIsWell) {
  set(p);
  add("k");
  add("l");
  hooks.hold(p, {"answered 500", hour(1), hour(2)});
  hooks.hold(p, {"answered 502", hour(2), hour(4)});
  hooks.set_told(p);
  EXPECT_TRUE(hooks.due(hour(3)).empty());
  EXPECT_EQ(hooks.next_try(), hour(4));
  store::Webhook hook = hooks.find(p).value();
  EXPECT_EQ(hook.tries, 2);
  EXPECT_EQ(hook.failing_since, hour(1));
  EXPECT_EQ(hook.answer, "answered 502");
  EXPECT_TRUE(hook.is_told);
  hooks.mark_delivered(next(4), "answered 200", hour(4));
  hook = hooks.find(p).value();
  EXPECT_EQ(hook.tries, 0);
  EXPECT_EQ(hook.failing_since, std::nullopt);
  EXPECT_EQ(hook.last_success, hour(4));
  EXPECT_FALSE(hook.is_told);
  EXPECT_EQ(hooks.next_try(), hour(1));
  EXPECT_EQ(hooks.give_up(p, hour(100)), 0);
}

TEST_F(WebhooksTest, WhatFindsNoPlaceInTheQueueIsCounted) {
  set(p);
  store::Transaction transaction = store.begin();
  for (int i = 0; i <= store::kWebhookQueueMax; ++i) {
    const ItemId item = store.items.put(sample_item(source, std::to_string(i)), hour(0)).id;
    store.hits.replace(item, {p}, {sample_hit(p)}, hour(0));
  }
  transaction.commit();
  EXPECT_EQ(hooks.queued(p), store::kWebhookQueueMax);
  EXPECT_EQ(hooks.find(p)->lost, 1);
}

TEST_F(WebhooksTest, AnotherAddressGetsWhatIsQueuedAtOnce) {
  set(p);
  add("k");
  hooks.hold(p, {"answered 500", hour(1), hour(9)});
  hooks.set(p, {"https://c.example/", "whsec_YW5uYXQ="}, hour(2));
  ASSERT_EQ(hooks.due(hour(2)).size(), 1U);
  EXPECT_EQ(hooks.due(hour(2))[0].address.secret, "whsec_YW5uYXQ=");
  EXPECT_EQ(hooks.find(p)->failing_since, std::nullopt);
}

}  // namespace
}  // namespace fundwatch::tests
