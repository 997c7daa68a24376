#include "matchers/profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fundwatch::matchers {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

Profile profile(std::vector<Term> terms) {
  Profile result;
  result.name = "p";
  result.terms = std::move(terms);
  return result;
}

std::string faults_of(std::vector<Term> terms) {
  return describe(faults(profile(std::move(terms))), Language::english);
}

std::string warnings_of(const Profile& profile) {
  return describe(warnings(profile), Language::english);
}

TEST(Faults, AreNoneForAGoodProfile) {
  EXPECT_THAT(faults(profile({{"bidrag"}, {"bidragen"}, {"(a1 OR b1) AND NOT c1"}})), IsEmpty());
  EXPECT_EQ(describe({}, Language::english), "");
}

TEST(Faults, NameTheTermThePositionTheReasonAndTheWayOut) {
  EXPECT_EQ(faults_of({{"stöd"}, {"åäö OR (bidrag"}}),
            "term \"åäö OR (bidrag\", character 8: the parenthesis is not closed; write ) where it "
            "ends");
  EXPECT_EQ(describe(faults(profile({{"åäö OR (bidrag"}})), Language::swedish),
            "termen ”åäö OR (bidrag”, tecken 8: parentesen saknar sitt slut; skriv ) där den ska "
            "sluta");
}

TEST(Faults, AreAllNamed) {
  EXPECT_EQ(faults_of({{""}, {"..."}}),
            "term \"\": it is empty; write a word, or remove the term; term \"...\": \"...\" has "
            "no word; write one, or remove it");
}

TEST(Faults, IncludeATermThatStandsTwice) {
  EXPECT_EQ(faults_of({{"sociala företag"}, {"sociala  företag "}}),
            "term \"sociala  företag \": it stands twice; remove one of the two");
}

TEST(Faults, IncludeWeightsBeyondTheLimits) {
  for (const double weight : {-1.0, kWeightMax + 1, std::numeric_limits<double>::quiet_NaN()}) {
    EXPECT_THAT(faults_of({{"bidrag", weight}}), HasSubstr("its weight is not between 0 and 1000"));
  }
  EXPECT_EQ(faults_of({{"bidrag", 0}, {"stöd", kWeightMax}}), "");
}

TEST(Faults, ShowLongTermsShortened) {
  EXPECT_LT(faults_of({{std::string(5000, 'a')}}).size(), 200U);
}

TEST(Warnings, NameTermsThatAreHardlyMeant) {
  EXPECT_EQ(warnings_of(profile({{"bidrag"}, {"bidrag OR och"}})),
            "term \"bidrag OR och\", character 11: \"och\" stands in nearly every text; write a "
            "word that says what it is about");
  EXPECT_EQ(warnings_of(profile({{"bidrag"}})), "");
}

TEST(Warnings, SayThatAProfileNeverHits) {
  const std::string never = "the weights together do not reach the threshold";
  EXPECT_THAT(warnings_of(profile({{"a1", 0.5}, {"b1", 0.4}})), HasSubstr(never));
  EXPECT_THAT(warnings_of(profile({{"a1", 2, TermRole::context}, {"b1", 2, TermRole::veto}})),
              HasSubstr(never));
  EXPECT_EQ(warnings_of(profile({{"a1", 0.1}, {"b1", 0.9, TermRole::context}})), "");
}

}  // namespace
}  // namespace fundwatch::matchers
