#include "store/outbox.h"

#include <SQLiteCpp/Database.h>

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;

class OutboxTest : public StoreTest {
 protected:
  MailId add(const std::string& message_id, Instant next_attempt) {
    Mail mail = sample_mail(message_id);
    mail.next_attempt = next_attempt;
    return store.outbox.add(mail, hour(0));
  }
  std::vector<std::string> due(Instant now, int mails_max = 100) {
    std::vector<std::string> ids;
    for (const Mail& mail : store.outbox.due(now, mails_max)) ids.push_back(mail.message_id);
    return ids;
  }
  // What the table holds of one mail.
  std::string column(MailId id, const std::string& name) {
    SQLite::Database database(file.string());
    SQLite::Statement row(database, "SELECT " + name + " FROM mail WHERE id = ?");
    row.bind(1, static_cast<std::int64_t>(id));
    return row.executeStep() ? row.getColumn(0).getString() : "";
  }
};

TEST_F(OutboxTest, ComesBackToTheByte) {
  const SubscriberId anna = *store.subscribers.save(sample_subscriber("anna@example.org", {}));
  Mail mail = sample_mail("m1@example.org");
  mail.subscriber = anna;
  mail.bytes += std::string("\0\xff", 2);
  const MailId id = store.outbox.add(mail, hour(0));
  ASSERT_EQ(store.outbox.due(hour(0), 1).size(), 1U);
  const Mail found = store.outbox.due(hour(0), 1)[0];
  EXPECT_EQ(found.id, id);
  EXPECT_EQ(found.subscriber, anna);
  EXPECT_EQ(found.message_id, mail.message_id);
  EXPECT_EQ(found.sender, mail.sender);
  EXPECT_EQ(found.recipient, mail.recipient);
  EXPECT_EQ(found.subject, mail.subject);
  EXPECT_EQ(found.bytes, mail.bytes);
  EXPECT_EQ(found.attempts, 0);
  EXPECT_EQ(found.next_attempt, mail.next_attempt);
}

TEST_F(OutboxTest, MailToSomebodyWhoDoesNotSubscribeIsTaken) {
  store.outbox.add(sample_mail("m1@example.org"), hour(0));
  EXPECT_EQ(store.outbox.due(hour(0), 1).at(0).subscriber, SubscriberId{});
}

TEST_F(OutboxTest, DueAreTheLongestWaitingUpToTheLimit) {
  add("c", hour(3));
  add("b", hour(2));
  add("a", hour(1));
  add("later", hour(9));
  EXPECT_THAT(due(hour(3)), ElementsAre("a", "b", "c"));
  EXPECT_THAT(due(hour(3), 2), ElementsAre("a", "b"));
  EXPECT_EQ(store.outbox.next_attempt(), hour(1));
  EXPECT_EQ(store.outbox.queued(), 4);
}

TEST_F(OutboxTest, SentIsNoLongerQueuedAndTheAnswerIsKept) {
  const MailId id = add("a", hour(1));
  store.outbox.mark_sent(id, "250 2.0.0 Ok: queued as 4F1", hour(2));
  EXPECT_EQ(store.outbox.queued(), 0);
  EXPECT_THAT(due(hour(9)), ElementsAre());
  EXPECT_FALSE(store.outbox.next_attempt());
  EXPECT_EQ(column(id, "state"), "sent");
  EXPECT_EQ(column(id, "answer"), "250 2.0.0 Ok: queued as 4F1");
  EXPECT_EQ(column(id, "attempts"), "1");
}

TEST_F(OutboxTest, DeferredWaitsWithOneAttemptMore) {
  const MailId id = add("a", hour(1));
  store.outbox.defer(id, "451 4.7.1 try later", hour(5));
  EXPECT_THAT(due(hour(4)), ElementsAre());
  ASSERT_EQ(store.outbox.due(hour(5), 1).size(), 1U);
  EXPECT_EQ(store.outbox.due(hour(5), 1)[0].attempts, 1);
  EXPECT_EQ(column(id, "answer"), "451 4.7.1 try later");
}

TEST_F(OutboxTest, RefusedIsGivenUp) {
  const MailId id = add("a", hour(1));
  store.outbox.refuse(id, "550 5.1.1 no such user", hour(2));
  EXPECT_EQ(store.outbox.queued(), 0);
  EXPECT_EQ(column(id, "state"), "refused");
  EXPECT_EQ(column(id, "answer"), "550 5.1.1 no such user");
}

TEST_F(OutboxTest, OutcomeOfAMailThatIsGoneChangesNothing) {
  store.outbox.mark_sent(MailId{7}, "250", hour(1));
  store.outbox.defer(MailId{7}, "451", hour(1));
  store.outbox.refuse(MailId{7}, "550", hour(1));
  EXPECT_EQ(store.outbox.queued(), 0);
}

TEST_F(OutboxTest, SecondMailWithTheSameMessageIdIsOurBug) {
  add("a", hour(1));
  EXPECT_DEATH(add("a", hour(1)), "run");
}

TEST_F(OutboxTest, HoldIsKeptUntilItIsLifted) {
  EXPECT_FALSE(store.outbox.hold());
  store.outbox.set_hold(store::Hold{"535 5.7.8 bad password", hour(1), hour(2), 1});
  store.outbox.set_hold(store::Hold{"535 5.7.8 bad password", hour(1), hour(4), 2});
  const store::Hold hold = store.outbox.hold().value();
  EXPECT_EQ(hold.reason, "535 5.7.8 bad password");
  EXPECT_EQ(hold.since, hour(1));
  EXPECT_EQ(hold.next_try, hour(4));
  EXPECT_EQ(hold.tries, 2);
  store.outbox.set_hold({});
  EXPECT_FALSE(store.outbox.hold());
}

}  // namespace
}  // namespace fundwatch::tests
