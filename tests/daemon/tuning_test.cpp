#include "daemon/tuning.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/matchers/small_dictionary.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Instant kNow{std::chrono::sys_days{std::chrono::year{2027} / 3 / 1}};

struct TuningTest : public testing::Test {
  TuningTest() {
    Source saved;
    saved.name = "Regionen";
    saved.url = "https://a.example/rss";
    source = store.sources.save(saved);
  }

  ItemId put(const std::string& key, const std::string& title, Instant now = kNow) {
    Item item;
    item.source = source;
    item.key = key;
    item.title = title;
    return store.items.put(item, now).id;
  }

  daemon::TuneAnswer answer(const Profile& changed, std::optional<Instant> since = {}) {
    return tuning.answer(changed, since, kNow).value();
  }

  static Profile profile(const std::string& name, const std::string& term) {
    Profile profile;
    profile.name = name;
    profile.terms = {{term}};
    return profile;
  }

  TemporaryFolder folder;
  store::Store store{folder / "fundwatch.db"};
  SourceId source{};
  daemon::Tuning tuning{store,
                        {.database = folder / "fundwatch.db", .lexicon = [] { return nullptr; }}};
};

TEST_F(TuningTest, ComparesWithTheStoredProfileAndItsReviews) {
  const ItemId one = put("k1", "Bidrag till kooperativ", kNow - std::chrono::weeks(10));
  const ItemId two = put("k2", "Stöd till kooperativ");
  const Profile saved = store.profiles.save(profile("p", "bidrag"), "test", kNow);
  Hit hit;
  hit.profile = saved.id;
  store.hits.replace(one, {saved.id}, {hit}, kNow);
  store.hits.each({}, [&](const Hit& each) { store.hits.review(each.id, Review::dismissed); });
  const auto found = answer(profile("p", "kooperativ"));
  EXPECT_EQ(found.before->version, 1);
  EXPECT_THAT(found.effect.gained, ElementsAre(two));
  EXPECT_THAT(found.effect.lost, IsEmpty());
  EXPECT_EQ(found.effect.kept, 1U);
  EXPECT_EQ(found.effect.per_term[0].dismissed, 1U);
  EXPECT_DOUBLE_EQ(found.weeks, 10);
  EXPECT_EQ(answer(profile("p", "kooperativ"), kNow).effect.kept, 0U);
}

TEST_F(TuningTest, FollowsWhateverHappensToItems) {
  const Profile wanted = profile("new", "source:Regionen AND kooperativ");
  EXPECT_THAT(answer(wanted).effect.gained, IsEmpty());
  const ItemId one = put("k1", "Kooperativ");
  EXPECT_THAT(answer(wanted).effect.gained, ElementsAre(one));
  put("k1", "Annat");
  EXPECT_THAT(answer(wanted).effect.gained, IsEmpty());
  const ItemId two = put("k2", "Annat");
  store.linked_texts.wait_for(two, kNow);
  store.linked_texts.put(two, "ett kooperativ");
  EXPECT_THAT(answer(wanted).effect.gained, ElementsAre(two));
  store.sources.remove(source);
  EXPECT_EQ(answer(profile("new", "NOT kooperativ")).effect.gained.size(), 0U);
}

TEST_F(TuningTest, AVersionWithAFaultIsNotWhatItComparesWith) {
  put("k1", "Bidrag");
  store.profiles.save(profile("p", "bidrag"), "test", kNow);
  store.profiles.save(profile("p", "(bidrag"), "older program", kNow);
  const auto found = answer(profile("p", "stöd"));
  EXPECT_EQ(found.before->version, 1);
  EXPECT_EQ(found.effect.lost.size(), 1U);
  EXPECT_FALSE(tuning.answer(profile("p", "(bidrag"), {}, kNow).ok());
}

TEST_F(TuningTest, ADictionaryIsReadBesideTheItems) {
  const ItemId item = put("k1", "Planprojektet");
  EXPECT_THAT(answer(profile("new", "projekt")).effect.gained, IsEmpty());
  daemon::Tuning with_dictionary(
      store, {.database = folder / "fundwatch.db", .lexicon = matchers::small_lexicon});
  const auto found = with_dictionary.answer(profile("new", "projekt"), {}, kNow).value();
  EXPECT_THAT(found.effect.gained, ElementsAre(item));
}

TEST_F(TuningTest, AllIsReadAgainIfThatFailed) {
  const ItemId item = put("k1", "Bidrag");
  bool is_broken = true;
  daemon::Tuning failing(store, {.database = folder / "fundwatch.db",
                                 .lexicon = [&]() -> std::shared_ptr<const matchers::Lexicon> {
                                   if (is_broken) throw std::runtime_error("no memory");
                                   return nullptr;
                                 }});
  EXPECT_THROW(failing.refresh(), std::runtime_error);
  is_broken = false;
  EXPECT_THAT(failing.answer(profile("new", "bidrag"), {}, kNow).value().effect.gained,
              ElementsAre(item));
}

}  // namespace
}  // namespace fundwatch::tests
