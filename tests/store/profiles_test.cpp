#include "store/profiles.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using ProfilesTest = StoreTest;

TEST_F(ProfilesTest, ComesBackAsItWasSaved) {
  const Profile saved = store.profiles.save(sample_profile("finansiering"), "Eva", hour(0));
  const Profile found = store.profiles.find("finansiering").value();
  const Profile expected = sample_profile("finansiering");
  EXPECT_EQ(saved.id, found.id);
  EXPECT_EQ(found.version, 1);
  EXPECT_EQ(found.name, expected.name);
  EXPECT_EQ(found.title, expected.title);
  EXPECT_EQ(found.threshold, expected.threshold);
  EXPECT_EQ(found.terms, expected.terms);
}

TEST_F(ProfilesTest, WeightsThatPeopleWriteComeBackExactly) {
  Profile profile = sample_profile("p");
  profile.terms.clear();
  for (int hundredths = 1; hundredths < 2000; ++hundredths) {
    profile.terms.push_back({"term", hundredths / 100.0, TermRole::adds});
  }
  EXPECT_EQ(store.profiles.save(profile, "Eva", hour(0)).terms, profile.terms);
}

TEST_F(ProfilesTest, KnowsAFirstStart) {
  EXPECT_FALSE(store.profiles.were_there_any());
  store.profiles.save(sample_profile("p"), "Eva", hour(0));
  store.profiles.remove("p");
  EXPECT_TRUE(store.profiles.were_there_any());
}

TEST_F(ProfilesTest, SameContentIsNoNewVersion) {
  Profile profile = sample_profile("p");
  profile.terms[0].weight = 13.387664401253275;
  store.profiles.save(profile, "Eva", hour(0));
  const std::int64_t before = store.revision();
  EXPECT_EQ(store.profiles.save(profile, "Adam", hour(1)).version, 1);
  EXPECT_EQ(store.revision(), before);
}

TEST_F(ProfilesTest, EveryChangeIsANewVersion) {
  Profile profile = sample_profile("p");
  const ProfileId id = store.profiles.save(profile, "Eva", hour(0)).id;
  const std::function<void()> changes[] = {[&] { profile.title.swedish = "Annat"; },
                                           [&] { profile.title.english = "Other"; },
                                           [&] { profile.threshold = 2; },
                                           [&] { profile.terms[0].weight = 0.7; },
                                           [&] { profile.terms[0].role = TermRole::required; },
                                           [&] { profile.terms.pop_back(); }};
  int version = 1;
  for (const auto& change : changes) {
    change();
    const std::int64_t before = store.revision();
    const Profile saved = store.profiles.save(profile, "Eva", hour(version));
    EXPECT_EQ(saved.version, ++version);
    EXPECT_EQ(saved.id, id);
    EXPECT_EQ(store.revision(), before + 1);
  }
}

TEST_F(ProfilesTest, RemovedIsNoLongerShownUntilItIsSavedAgain) {
  const ProfileId id = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  const std::int64_t before = store.revision();
  EXPECT_TRUE(store.profiles.remove("p"));
  EXPECT_FALSE(store.profiles.remove("p"));
  EXPECT_FALSE(store.profiles.find("p"));
  EXPECT_TRUE(store.profiles.all().empty());
  EXPECT_EQ(store.revision(), before + 1);

  const Profile revived = store.profiles.save(sample_profile("p"), "Eva", hour(1));
  EXPECT_EQ(revived.id, id);
  EXPECT_EQ(revived.version, 1);
  EXPECT_EQ(store.profiles.all().size(), 1U);
  EXPECT_EQ(store.revision(), before + 2);
}

TEST_F(ProfilesTest, KeepsEveryVersion) {
  Profile profile = sample_profile("p");
  const ProfileId id = store.profiles.save(profile, "Eva", hour(0)).id;
  const std::vector<Term> earlier = profile.terms;
  profile.terms.pop_back();
  store.profiles.save(profile, "Eva", hour(1));
  EXPECT_EQ(store.profiles.at_version(id, 1).value().terms, earlier);
  EXPECT_EQ(store.profiles.at_version(id, 1).value().version, 1);
  EXPECT_EQ(store.profiles.at_version(id, 2).value().terms, profile.terms);
  EXPECT_FALSE(store.profiles.at_version(id, 3));
  EXPECT_FALSE(store.profiles.at_version(ProfileId{99}, 1));
}

TEST_F(ProfilesTest, RemovedKeepsItsHits) {
  const ProfileId id = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  add_item_with_hit(store.sources.save(sample_source("a")), "k", id, hour(0));
  store.profiles.remove("p");
  EXPECT_EQ(store.hits.count(), 1);
}

TEST_F(ProfilesTest, AllAreInOrderOfName) {
  for (const char* name : {"b", "c", "a"}) store.profiles.save(sample_profile(name), "E", hour(0));
  std::string names;
  for (const Profile& profile : store.profiles.all()) names += profile.name;
  EXPECT_EQ(names, "abc");
}

TEST_F(ProfilesTest, RemembersUpToWhichVersionItemsWereMatchedAndForWhichCounty) {
  using Matched = store::Profiles::Matched;
  const ProfileId id = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  EXPECT_EQ(store.profiles.matched(id), Matched{});
  store.profiles.set_matched(id, {.version = 4, .county = "SE313"});
  EXPECT_EQ(store.profiles.matched(id), (Matched{.version = 4, .county = "SE313"}));
  EXPECT_EQ(store.profiles.matched(ProfileId{99}), Matched{});
}

TEST_F(ProfilesTest, EveryVersionTellsItsAuthorAndReason) {
  Profile profile = sample_profile("p");
  const ProfileId id = store.profiles.save(profile, "Eva", hour(0)).id;
  profile.threshold = 9;
  store.profiles.save(profile, {"Kim", hour(1), "för brett"});
  store.profiles.save(sample_profile("other"), "Eva", hour(2));
  const auto versions = store.profiles.versions(id, 9);
  ASSERT_EQ(versions.size(), 2U);
  EXPECT_EQ(versions[0].profile.version, 2);
  EXPECT_EQ(versions[0].profile.threshold, 9);
  EXPECT_EQ(versions[0].change.author, "Kim");
  EXPECT_EQ(versions[0].change.at, hour(1));
  EXPECT_EQ(versions[0].change.reason, "för brett");
  EXPECT_EQ(versions[1].change.reason, "");
  EXPECT_EQ(store.profiles.versions(id, 1).size(), 1U);
}

}  // namespace
}  // namespace fundwatch::tests
