#include "store/subscribers.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class SubscribersTest : public StoreTest {
 protected:
  SubscribersTest() {
    for (const char* name : {"finansiering", "policy-kommun", "asf-branscher"}) {
      store.profiles.save(sample_profile(name), "Eva", hour(0));
    }
  }
  std::vector<std::string> due(Instant now) {
    std::vector<std::string> emails;
    for (const Instant moment : store.subscribers.moments()) {
      if (moment > now) break;
      for (const Subscriber& subscriber : store.subscribers.due_at(moment, 100)) {
        emails.push_back(subscriber.email);
      }
    }
    return emails;
  }
};

TEST_F(SubscribersTest, ComesBackAsSaved) {
  Subscriber subscriber = sample_subscriber("anna@example.org", {"policy-kommun", "asf-branscher"});
  subscriber.paused = true;
  subscriber.next_digest = hour(8);
  subscriber.refusals = 2;
  subscriber.municipality = "Gävle";
  subscriber.reach = Reach::neighbours;
  subscriber.wants_empty_weeks = false;
  subscriber.asked_at = hour(1);
  const SubscriberId id = store.subscribers.save(subscriber).value();
  const Subscriber found = store.subscribers.find(id).value();
  EXPECT_EQ(found.id, id);
  EXPECT_EQ(found.email, subscriber.email);
  EXPECT_EQ(found.name, subscriber.name);
  EXPECT_EQ(found.organisation, subscriber.organisation);
  EXPECT_EQ(found.language, subscriber.language);
  EXPECT_EQ(found.profiles, subscriber.profiles);
  EXPECT_EQ(found.moment, subscriber.moment);
  EXPECT_EQ(found.paused, subscriber.paused);
  EXPECT_EQ(found.since, subscriber.since);
  EXPECT_EQ(found.next_digest, subscriber.next_digest);
  EXPECT_EQ(found.refusals, subscriber.refusals);
  EXPECT_EQ(found.municipality, subscriber.municipality);
  EXPECT_EQ(found.reach, subscriber.reach);
  EXPECT_EQ(found.wants_empty_weeks, subscriber.wants_empty_weeks);
  EXPECT_EQ(found.consented_at, subscriber.consented_at);
  EXPECT_EQ(found.asked_at, subscriber.asked_at);
}

TEST_F(SubscribersTest, SavingAgainKeepsWhatTheDaemonKnows) {
  const SubscriberId id = *store.subscribers.save(sample_subscriber("anna@example.org", {}));
  store.subscribers.set_next_digest(id, hour(8));
  store.subscribers.set_refusals(id, 3);
  Subscriber edited = sample_subscriber("Anna@Example.org", {"finansiering"});
  edited.name = "Anna-Karin";
  edited.since = hour(99);
  EXPECT_EQ(*store.subscribers.save(edited), id);

  const Subscriber found = store.subscribers.find("anna@example.org").value();
  EXPECT_EQ(found.email, "Anna@Example.org");
  EXPECT_EQ(found.name, "Anna-Karin");
  EXPECT_THAT(found.profiles, ElementsAre("finansiering"));
  EXPECT_EQ(found.since, hour(0));
  EXPECT_EQ(found.next_digest, hour(8));
  EXPECT_EQ(found.refusals, 3);
}

TEST_F(SubscribersTest, AnotherMomentClearsTheNextDigest) {
  Subscriber subscriber = sample_subscriber("anna@example.org", {});
  const SubscriberId id = *store.subscribers.save(subscriber);
  store.subscribers.set_next_digest(id, hour(8));
  subscriber.moment.weekday = std::chrono::Friday;
  ASSERT_TRUE(store.subscribers.save(subscriber).ok());
  EXPECT_FALSE(store.subscribers.find(id)->next_digest);
}

TEST_F(SubscribersTest, UnknownProfileIsRefusedWithASuggestion) {
  const auto result = store.subscribers.save(
      sample_subscriber("anna@example.org", {"finansiering", "polisy-kommun"}));
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().stage, Stage::config);
  EXPECT_THAT(result.error().message, HasSubstr("anna@example.org"));
  EXPECT_THAT(result.error().message, HasSubstr("\"polisy-kommun\""));
  EXPECT_THAT(result.error().message, HasSubstr("did you mean \"policy-kommun\"?"));
  EXPECT_TRUE(store.subscribers.all().empty());
}

TEST_F(SubscribersTest, ProfileNamedTwiceIsFollowedOnce) {
  const SubscriberId id =
      *store.subscribers.save(sample_subscriber("a@b", {"finansiering", "finansiering"}));
  EXPECT_THAT(store.subscribers.find(id)->profiles, ElementsAre("finansiering"));
}

TEST_F(SubscribersTest, SubscriptionToARemovedProfileComesBackWithIt) {
  const SubscriberId id = *store.subscribers.save(
      sample_subscriber("anna@example.org", {"finansiering", "policy-kommun"}));
  store.profiles.remove("finansiering");
  const Subscriber meanwhile = store.subscribers.find(id).value();
  EXPECT_THAT(meanwhile.profiles, ElementsAre("policy-kommun"));
  ASSERT_TRUE(store.subscribers.save(meanwhile).ok());
  store.profiles.save(sample_profile("finansiering"), "Eva", hour(1));
  EXPECT_THAT(store.subscribers.find(id)->profiles,
              testing::UnorderedElementsAre("finansiering", "policy-kommun"));
}

TEST_F(SubscribersTest, DueAreThoseWhoseMomentHasCome) {
  const SubscriberId a = *store.subscribers.save(sample_subscriber("a@example.org", {}));
  const SubscriberId b = *store.subscribers.save(sample_subscriber("b@example.org", {}));
  Subscriber paused = sample_subscriber("paused@example.org", {});
  paused.paused = true;
  paused.next_digest = hour(0);
  ASSERT_TRUE(store.subscribers.save(paused).ok());
  EXPECT_FALSE(store.subscribers.next_digest());
  store.subscribers.set_next_digest(a, hour(8));
  store.subscribers.set_next_digest(b, hour(2));

  EXPECT_EQ(store.subscribers.next_digest(), hour(2));
  EXPECT_THAT(due(hour(1)), ElementsAre());
  EXPECT_THAT(due(hour(2)), ElementsAre("b@example.org"));
  EXPECT_THAT(due(hour(8)), ElementsAre("b@example.org", "a@example.org"));
}

TEST_F(SubscribersTest, RemovingTakesLedgerDigestsAndMails) {
  const ProfileId profile = store.profiles.find("finansiering")->id;
  add_item_with_hit(store.sources.save(sample_source("a")), "k", profile, hour(1));
  const SubscriberId id =
      *store.subscribers.save(sample_subscriber("anna@example.org", {"finansiering"}));
  store.digests.record(id, hour(2), "m1@example.org", {{CaseId{1}, 1}}, hour(2));
  Mail mail = sample_mail("m1@example.org");
  mail.subscriber = id;
  store.outbox.add(mail, hour(2));

  const std::int64_t before = store.revision();
  EXPECT_TRUE(store.subscribers.remove("ANNA@example.org"));
  EXPECT_FALSE(store.subscribers.remove("anna@example.org"));
  EXPECT_EQ(store.revision(), before + 1);
  EXPECT_EQ(store.digests.count(), 0);
  EXPECT_EQ(store.outbox.queued(), 0);
}

TEST_F(SubscribersTest, WhoComesBackIsSomebodyNew) {
  const Subscriber anna = sample_subscriber("anna@example.org", {});
  const SubscriberId before = *store.subscribers.save(anna);
  store.subscribers.remove(anna.email);
  EXPECT_NE(*store.subscribers.save(anna), before);
}

Subscriber unconfirmed(const std::string& email) {
  Subscriber subscriber = sample_subscriber(email, {});
  subscriber.consented_at.reset();
  return subscriber;
}

TEST_F(SubscribersTest, AreDueOnlyOnceTheyAgreed) {
  const SubscriberId id = *store.subscribers.save(unconfirmed("anna@example.org"));
  store.subscribers.set_next_digest(id, hour(5));
  EXPECT_THAT(due(hour(6)), testing::IsEmpty());
  EXPECT_EQ(store.subscribers.next_digest(), std::nullopt);

  store.subscribers.consent(id, hour(3), hour(2));
  EXPECT_THAT(due(hour(6)), ElementsAre("anna@example.org"));
  EXPECT_EQ(store.subscribers.find(id)->consented_at, hour(3));
  EXPECT_EQ(store.subscribers.find(id)->since, hour(2));
}

TEST_F(SubscribersTest, AgreeOnce) {
  const SubscriberId id = *store.subscribers.save(unconfirmed("anna@example.org"));
  store.subscribers.consent(id, hour(3), hour(2));
  const auto revision = store.revision();
  store.subscribers.consent(id, hour(9), hour(8));
  EXPECT_EQ(store.subscribers.find(id)->consented_at, hour(3));
  EXPECT_EQ(store.revision(), revision);
}

TEST_F(SubscribersTest, SavingAgainKeepsConsent) {
  const SubscriberId id = *store.subscribers.save(sample_subscriber("anna@example.org", {}));
  ASSERT_TRUE(store.subscribers.save(unconfirmed("anna@example.org")));
  EXPECT_EQ(store.subscribers.find(id)->consented_at, hour(0));
}

TEST_F(SubscribersTest, AreAskedOnceAndGoneIfTheyDoNotAnswer) {
  ASSERT_TRUE(store.subscribers.save(sample_subscriber("agreed@example.org", {})));
  const SubscriberId id = *store.subscribers.save(unconfirmed("anna@example.org"));
  ASSERT_EQ(store.subscribers.unasked().size(), 1U);
  EXPECT_EQ(store.subscribers.unasked().front().id, id);
  EXPECT_EQ(store.subscribers.remove_unconfirmed(hour(99)), 0);

  store.subscribers.set_asked(id, hour(1));
  EXPECT_TRUE(store.subscribers.unasked().empty());
  EXPECT_EQ(store.subscribers.remove_unconfirmed(hour(1)), 0);
  EXPECT_EQ(store.subscribers.remove_unconfirmed(hour(2)), 1);
  EXPECT_FALSE(store.subscribers.find(id));
  EXPECT_EQ(store.subscribers.all().size(), 1U);
}

}  // namespace
}  // namespace fundwatch::tests
