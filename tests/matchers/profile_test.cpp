#include "matchers/profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace fundwatch::matchers {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Profile profile(std::string name, std::vector<Term> terms) {
  Profile result;
  result.id = ProfileId{7};
  result.version = 3;
  result.name = std::move(name);
  result.terms = std::move(terms);
  return result;
}

Term adds(std::string text, double weight = 1.0) {
  return {std::move(text), weight, TermRole::adds};
}
Term required(std::string text) { return {std::move(text), 0, TermRole::required}; }
Term veto(std::string text) { return {std::move(text), 1, TermRole::veto}; }

Matcher compiled(std::vector<Profile> profiles) {
  auto matcher = Matcher::compile(std::move(profiles));
  EXPECT_TRUE(matcher.ok());
  return *std::move(matcher);
}

Item item(std::string title, std::string summary = "", std::string text = "") {
  Item result;
  result.title = std::move(title);
  result.summary = std::move(summary);
  result.text = std::move(text);
  return result;
}

std::vector<Hit> hits(std::vector<Term> terms, const std::string& title) {
  return compiled({profile("p", std::move(terms))}).match(item(title));
}

TEST(Matcher, SaysWhichTermStoodWhere) {
  const Matcher matcher =
      compiled({profile("p", {adds("bidrag", 0.5), adds("sociala företag", 1.0)})});
  const auto found = matcher.match(item("Bidragen", "till sociala företag", "bidrag, åter bidrag"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].profile, ProfileId{7});
  EXPECT_EQ(found[0].profile_version, 3);
  EXPECT_DOUBLE_EQ(found[0].score, 1.5);
  EXPECT_THAT(found[0].reasons, ElementsAre(Reason{"bidrag", 0.5, Field::title, 0, 8},
                                            Reason{"sociala företag", 1.0, Field::summary, 5, 21},
                                            Reason{"bidrag", 0.5, Field::text, 0, 6},
                                            Reason{"bidrag", 0.5, Field::text, 14, 20}));
}

TEST(Matcher, CountsATermOnceHoweverOftenItStands) {
  EXPECT_THAT(hits({adds("bidrag", 0.5)}, "bidrag bidrag bidrag"), IsEmpty());
}

TEST(Matcher, HitsAtTheThreshold) {
  const std::vector<Term> terms = {adds("ett", 0.1), adds("två", 0.2), adds("tre", 0.7)};
  EXPECT_EQ(hits(terms, "ett två tre").size(), 1U);  // 0.1 + 0.2 + 0.7 is below 1 in doubles
  EXPECT_THAT(hits(terms, "två tre"), IsEmpty());
}

TEST(Matcher, NeedsEveryRequiredTerm) {
  const std::vector<Term> terms = {adds("bidrag"), required("förening"), required("Gävle")};
  EXPECT_EQ(hits(terms, "bidrag till föreningar i Gävle").size(), 1U);
  EXPECT_THAT(hits(terms, "bidrag till föreningar"), IsEmpty());
  EXPECT_THAT(hits(terms, "föreningar i Gävle"), IsEmpty());
}

TEST(Matcher, GivesNoHitBesideAVeto) {
  const std::vector<Term> terms = {adds("ASF"), veto("svinpest")};
  EXPECT_EQ(hits(terms, "Nytt om ASF").size(), 1U);
  EXPECT_THAT(hits(terms, "Nytt om ASF (afrikansk svinpest)"), IsEmpty());
}

TEST(Matcher, GivesNoHitWithoutAReason) {
  Profile everything = profile("p", {adds("bidrag")});
  everything.threshold = 0;
  EXPECT_THAT(compiled({everything}).match(item("Något annat")), IsEmpty());
}

TEST(Matcher, GivesHitsInTheOrderOfTheProfiles) {
  Profile second = profile("b", {adds("bidrag")});
  second.id = ProfileId{1};
  const Matcher matcher = compiled({profile("a", {adds("bidrag")}), second});
  const auto found = matcher.match(item("bidrag"));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].profile, ProfileId{7});
  EXPECT_EQ(found[1].profile, ProfileId{1});
}

TEST(Matcher, NamesNoMorePlacesOfATermThanTheLimit) {
  std::string text;
  for (std::size_t i = 0; i < kPlacesPerTermMax + 5; ++i) text += "bidrag ";
  const auto found =
      compiled({profile("p", {adds("bidrag"), adds("slut")})}).match(item("", text, "slut"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].reasons.size(), kPlacesPerTermMax + 1);
  EXPECT_EQ(found[0].reasons.back().term, "slut");
}

TEST(Matcher, RefusesAProfileWithAFaultyTerm) {
  const auto refused =
      Matcher::compile({profile("bra", {adds("bidrag")}),
                        profile("fel", {adds("stöd*"), adds("socialt OR företag")})});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().stage, Stage::match);
  EXPECT_EQ(
      refused.error().message,
      "profile \"fel\": term \"stöd*\", character 5: \"*\" is not understood; write each form "
      "and each compound as a term of its own; term \"socialt OR företag\", character 9: \"OR\" "
      "is not understood; make each part a term of its own, with the role required or veto "
      "where that is meant; in small letters it is a word like any other");
}

TEST(Matcher, NamesEveryProfileAtFault) {
  const auto refused =
      Matcher::compile({profile("ett", {adds("")}), profile("två", {adds("...")})});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().message,
            "profile \"ett\": term \"\": it is empty; write a word, or remove the term\n"
            "profile \"två\": term \"...\": it has no word; write one, or remove the term");
}

TEST(Matcher, KeepsItsProfiles) {
  EXPECT_EQ(compiled({profile("a", {}), profile("b", {})}).profiles()[1].name, "b");
}

TEST(Matcher, MatchesFromSeveralThreads) {
  const Matcher matcher = compiled({profile("p", {adds("sociala företag")})});
  std::vector<std::size_t> counts(2);
  {
    std::vector<std::jthread> threads;
    threads.reserve(counts.size());
    for (std::size_t& count : counts) {
      threads.emplace_back([&matcher, &count] {
        for (int i = 0; i < 200; ++i) count += matcher.match(item("Sociala företagen")).size();
      });
    }
  }
  EXPECT_THAT(counts, ElementsAre(200U, 200U));
}

TEST(Matcher, TakesAMegabyte) {
  std::string text;
  while (text.size() < 1'000'000) text += "De sociala företagens upphandlingsdialog, 4 kap. 18 §. ";
  const auto found = compiled({profile("p", {adds("sociala företag")})}).match(item("", "", text));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].reasons.size(), kPlacesPerTermMax);
}

TEST(Faults, AreNoneForAGoodProfile) {
  EXPECT_THAT(faults(profile("p", {adds("bidrag"), adds("bidragen")})), IsEmpty());
  EXPECT_EQ(describe({}), "");
}

TEST(Faults, IncludeATermThatStandsTwice) {
  const auto found = faults(profile("p", {adds("sociala företag"), adds("sociala  företag ")}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].term, "sociala  företag ");
  EXPECT_THAT(describe(found), HasSubstr("it stands twice; remove one of the two"));
}

TEST(Faults, AreDescribedByCharactersNotBytes) {
  EXPECT_THAT(describe(faults(profile("p", {adds("åäö*")}))), HasSubstr("character 4"));
}

TEST(Faults, ShowLongTermsShortened) {
  const auto sentence = describe(faults(profile("p", {adds(std::string(5000, 'a'))})));
  EXPECT_LT(sentence.size(), 200U);
}

}  // namespace
}  // namespace fundwatch::matchers
