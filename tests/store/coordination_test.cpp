// The tables that the coordinator's wishes, reminders and returned mails stand in.
#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class CoordinationTest : public StoreTest {
 protected:
  SubscriberId add(const std::string& email) {
    return *store.subscribers.save(sample_subscriber(email, {}));
  }
};

TEST_F(CoordinationTest, AWeekIsHeldBroughtForwardAndLeftAlone) {
  const IsoWeek week{2027, 7};
  EXPECT_FALSE(store.editions.of(week).is_held);
  store.editions.set_note(week, "Hej");
  store.editions.hold(week);
  EXPECT_TRUE(store.editions.of(week).is_held);
  store.editions.bring_forward(week, 3);
  EXPECT_FALSE(store.editions.of(week).is_held);
  EXPECT_EQ(store.editions.of(week).days_earlier, 3);
  store.editions.resume(week);
  EXPECT_EQ(store.editions.of(week).days_earlier, 0);
  EXPECT_EQ(store.editions.of(week).note, "Hej");
  EXPECT_THAT(store.editions.since({2027, 8}), IsEmpty());
  EXPECT_THAT(store.editions.since({2026, 53}), SizeIs(1));
}

TEST_F(CoordinationTest, AMeetingsSequenceRisesWithWhatChanges) {
  Meeting meeting{.title = "Träff", .starts = hour(50)};
  meeting.id = store.meetings.add(meeting, hour(0));
  EXPECT_TRUE(store.meetings.edit(*store.meetings.find(meeting.id), hour(1)));
  EXPECT_EQ(store.meetings.find(meeting.id)->sequence, 0);
  meeting.place = "Bollnäs";
  EXPECT_TRUE(store.meetings.edit(meeting, hour(2)));
  EXPECT_EQ(store.meetings.find(meeting.id)->sequence, 1);
  EXPECT_TRUE(store.meetings.cancel(meeting.id, hour(3)));
  EXPECT_FALSE(store.meetings.cancel(meeting.id, hour(4)));
  const auto stored = store.meetings.since(hour(50));
  ASSERT_THAT(stored, SizeIs(1));
  EXPECT_EQ(stored[0].sequence, 2);
  EXPECT_TRUE(stored[0].is_cancelled);
  EXPECT_EQ(stored[0].changed_at, hour(3));
  EXPECT_THAT(store.meetings.since(hour(51)), IsEmpty());
}

TEST_F(CoordinationTest, AReminderIsOfOneLastDay) {
  const SubscriberId anna = add("anna@example.org");
  const Day day = std::chrono::year{2027} / 3 / 5;
  const store::Reminder reminder{CaseId{1}, day, store::ReminderKind::two_weeks};
  store.reminders.record(anna, {reminder, reminder}, hour(1));
  EXPECT_TRUE(store.reminders.was_sent(anna, reminder));
  EXPECT_FALSE(store.reminders.was_sent(anna, {CaseId{1}, day, store::ReminderKind::three_days}));
  EXPECT_FALSE(store.reminders.was_sent(
      anna, {CaseId{1}, std::chrono::year{2027} / 3 / 6, store::ReminderKind::two_weeks}));
  EXPECT_EQ(store.reminders.last(anna, store::ReminderKind::two_weeks, hour(2)), hour(1));
  EXPECT_FALSE(store.reminders.last(anna, store::ReminderKind::two_weeks, hour(0)));
}

TEST_F(CoordinationTest, AMomentThatAWrongClockHasSetIsSetAnew) {
  const SubscriberId anna = add("anna@example.org");
  EXPECT_THAT(store.reminders.due(hour(0), hour(48), 10), SizeIs(1));
  store.reminders.set_next(anna, hour(24));
  EXPECT_THAT(store.reminders.due(hour(23), hour(48), 10), IsEmpty());
  EXPECT_THAT(store.reminders.due(hour(24), hour(48), 10), SizeIs(1));
  store.reminders.set_next(anna, hour(100));
  EXPECT_THAT(store.reminders.due(hour(24), hour(48), 10), SizeIs(1));
  EXPECT_EQ(store.reminders.next(), hour(100));
}

TEST_F(CoordinationTest, ReturnsAreCountedUntilOneDoesNotComeBack) {
  const SubscriberId anna = add("anna@example.org");
  std::vector<MailId> mails;
  for (int i = 0; i < 4; ++i) {
    Mail mail = sample_mail("m" + std::to_string(i) + "@example.org");
    mail.subscriber = anna;
    mails.push_back(store.outbox.add(mail, hour(i)));
    store.outbox.mark_sent(mails.back(), "250", hour(i));
  }
  EXPECT_EQ(store.returns.in_a_row(anna), 0);
  EXPECT_TRUE(store.returns.record({mails[0], false, "4.2.2", "full"}, hour(5)));
  EXPECT_FALSE(store.returns.record({mails[0], false, "4.2.2", "full"}, hour(6)));
  EXPECT_EQ(store.returns.in_a_row(anna), 1);
  store.returns.record({mails[2], false, "4.2.2", "full"}, hour(5));
  EXPECT_EQ(store.returns.in_a_row(anna), 1);
  store.returns.record({mails[3], false, "4.2.2", "full"}, hour(5));
  EXPECT_EQ(store.returns.in_a_row(anna), 2);
  EXPECT_EQ(store.returns.sent("m2@example.org")->id, mails[2]);
  EXPECT_EQ(store.returns.newest_to("ANNA@example.org")->id, mails[3]);
}

TEST_F(CoordinationTest, WhoIsResumedIsBelievedToBeThere) {
  const SubscriberId anna = add("anna@example.org");
  EXPECT_TRUE(store.returns.set_dead(anna, "no such user", hour(1)));
  EXPECT_FALSE(store.returns.set_dead(anna, "no such user", hour(2)));
  store.subscribers.pause(anna);
  EXPECT_THAT(store.returns.dead_since(hour(2)), ElementsAre(anna));
  Subscriber resumed = *store.subscribers.find(anna);
  resumed.paused = false;
  ASSERT_TRUE(store.subscribers.save(resumed).ok());
  EXPECT_THAT(store.returns.dead_since(hour(2)), IsEmpty());
}

}  // namespace
}  // namespace fundwatch::tests
