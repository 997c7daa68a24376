#include "store/personal_data.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::SizeIs;

class PersonalDataTest : public StoreTest {
 protected:
  PersonalDataTest() {
    const SourceId source = store.sources.save(sample_source("Källa"));
    const ProfileId profile = store.profiles.save(sample_profile("bidrag"), "Eva", hour(0)).id;
    const ItemId item = add_item_with_hit(source, "a", profile, hour(0));
    case_id = store.items.find(item)->case_id;
    anna = *store.subscribers.save(sample_subscriber("anna@example.org", {"bidrag"}));
    store.answers.save({anna, case_id, AnswerKind::interested, {}, hour(1)});
    store.answers.save({anna, case_id, AnswerKind::applied, 1000, hour(2)});
    Mail mail = sample_mail("m1@example.org");
    mail.subscriber = anna;
    const MailId id = store.outbox.add(mail, hour(3));
    store.digests.record(anna, hour(3), "m1@example.org", {{case_id, 1}}, hour(3));
    store.returns.record({id, true, "5.1.1", "no such user"}, hour(4));
    store.returns.set_dead(anna, "no such user", hour(4));
    store.reminders.set_next(anna, hour(5));
    store.reminders.record(anna, {{case_id, Day{}, store::ReminderKind::two_weeks}}, hour(4));
  }

  SubscriberId anna{};
  CaseId case_id{};
};

TEST_F(PersonalDataTest, EveryTableThatRefersToSubscribersIsThere) {
  const auto told = store::PersonalData::tables();
  SQLite::Database database(file.string());
  SQLite::Statement tables(database,
                           "SELECT m.name FROM sqlite_schema AS m "
                           "JOIN pragma_foreign_key_list(m.name) AS f "
                           "WHERE m.type = 'table' AND f.\"table\" = 'subscriber'");
  int count = 0;
  while (tables.executeStep()) {
    EXPECT_THAT(told, Contains(tables.getColumn(0).getString()));
    ++count;
  }
  EXPECT_GE(count, 8);
}

TEST_F(PersonalDataTest, NothingIsLeftOut) {
  for (const store::PersonalTable& table : store.personal_data.of(anna)) {
    EXPECT_FALSE(table.rows.empty()) << table.name;
    for (const std::string& row : table.rows) EXPECT_THAT(row, testing::StartsWith("{"));
  }
}

TEST_F(PersonalDataTest, WhoIsRemovedLeavesNothingButThatSomebodyHasApplied) {
  store.subscribers.remove("anna@example.org");
  for (const store::PersonalTable& table : store.personal_data.of(anna)) {
    EXPECT_TRUE(table.rows.empty()) << table.name;
  }
  const auto steps = store.follow_up.steps(hour(10));
  ASSERT_THAT(steps, SizeIs(2));
  EXPECT_EQ(steps[1].kind, AnswerKind::applied);
  EXPECT_EQ(steps[1].amount, 1000);
}

}  // namespace
}  // namespace fundwatch::tests
