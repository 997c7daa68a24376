#include "store/answers.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;

class AnswersTest : public StoreTest {
 protected:
  AnswersTest() {
    const SourceId source = store.sources.save(sample_source("Källa"));
    const ProfileId profile =
        store.profiles.save(sample_profile("finansiering"), "Eva", hour(0)).id;
    const ItemId item = add_item_with_hit(source, "a", profile, hour(0));
    case_id = store.items.find(item)->case_id;
    anna = *store.subscribers.save(sample_subscriber("anna@example.org", {}));
  }

  SubscriberId anna{};
  CaseId case_id{};
};

TEST_F(AnswersTest, TheLatestCounts) {
  EXPECT_EQ(store.answers.find(anna, case_id), std::nullopt);
  const Answer first{anna, case_id, AnswerKind::interested, std::nullopt, hour(1)};
  EXPECT_TRUE(store.answers.save(first));
  EXPECT_EQ(store.answers.find(anna, case_id), first);
  const Answer second{anna, case_id, AnswerKind::applied, 250'000, hour(2)};
  EXPECT_TRUE(store.answers.save(second));
  EXPECT_EQ(store.answers.find(anna, case_id), second);
  EXPECT_THAT(store.answers.of(anna), ElementsAre(second));
}

TEST_F(AnswersTest, OfWhoIsGoneOrToWhatIsGoneChangeNothing) {
  EXPECT_FALSE(
      store.answers.save({anna, CaseId{99}, AnswerKind::interested, std::nullopt, hour(1)}));
  EXPECT_FALSE(store.answers.save(
      {SubscriberId{99}, case_id, AnswerKind::interested, std::nullopt, hour(1)}));
  EXPECT_TRUE(store.answers.of(anna).empty());
}

TEST_F(AnswersTest, GoWithTheirSubscriber) {
  store.answers.save({anna, case_id, AnswerKind::declined, std::nullopt, hour(1)});
  store.subscribers.remove("anna@example.org");
  EXPECT_EQ(store.answers.find(anna, case_id), std::nullopt);
}

}  // namespace
}  // namespace fundwatch::tests
