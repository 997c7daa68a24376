#include "matchers/term.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace fundwatch::matchers {
namespace {

using testing::HasSubstr;

Term term(std::string text) { return {std::move(text), 1.0, TermRole::adds}; }

TEST(Term, MayBeAWordAPhraseOrAnAcronym) {
  for (const char* text : {"bidrag", "socialt företag", "ASF", "work-integration", "4 kap. 18 §",
                           "ESF+", "mat och dryck", "och", "not", "near", "kl. 10:30", "S:t Olof",
                           "IT & AI", "NEAR", "ASF:s"}) {
    EXPECT_FALSE(fault_in(term(text))) << text;
  }
}

struct Refused {
  const char* text;
  std::size_t position;
  const char* message;
};

TEST(Term, RefusesTheSyntaxOfRulesWithPositionAndAdvice) {
  const Refused cases[] = {
      {"\"idéburet partnerskap\"", 0, "without quotes"},
      {"ett ”ord”", 4, "without quotes"},
      {"„ord“", 0, "without quotes"},
      {"»ord«", 0, "without quotes"},
      {"=bidrag", 0, "write the word alone"},
      {"upphandling*", 11, "each form and each compound"},
      {"*stöd", 0, "each form and each compound"},
      {"(utlysning OR bidrag)", 0, "each alternative"},
      {"bidrag)", 6, "each alternative"},
      {"socialt AND företag", 8, "make each part"},
      {"socialt OR företag", 8, "in small letters"},
      {"NOT svinpest", 0, "role required or veto"},
      {"företag OCH arbete", 9, "\"OCH\" is not understood"},
      {"företag ELLER arbete", 9, "\"ELLER\" is not understood"},
      {"INTE svinpest", 0, "\"INTE\" is not understood"},
      {"socialt NEAR/5 företag", 8, "\"NEAR/\" is not understood"},
      {"title:bidrag", 0, "\"title:\" is not understood"},
      {"Title: bidrag", 0, "title, summary and text"},
      {"titel:bidrag", 0, "\"titel:\" is not understood"},
      {"bidrag deadline:<30d", 7, "\"deadline:\" is not understood"},
      {"cpv:9831*", 0, "\"cpv:\" is not understood"},
  };
  for (const auto& [text, position, message] : cases) {
    const auto fault = fault_in(term(text));
    ASSERT_TRUE(fault) << text;
    EXPECT_EQ(fault->term, text);
    EXPECT_EQ(fault->position, position) << text;
    EXPECT_THAT(fault->message, HasSubstr(message)) << text;
  }
}

TEST(Term, RefusesWhatHoldsNoWord) {
  EXPECT_THAT(fault_in(term(""))->message, HasSubstr("empty"));
  EXPECT_THAT(fault_in(term(" \n"))->message, HasSubstr("empty"));
  EXPECT_THAT(fault_in(term("..."))->message, HasSubstr("no word"));
  EXPECT_THAT(fault_in(term("§ +"))->message, HasSubstr("no word"));
}

TEST(Term, RefusesMoreCharactersThanTheLimit) {
  std::string longest;
  for (std::size_t i = 0; i < kTermCharactersMax / 2; ++i) longest += "å ";
  EXPECT_FALSE(fault_in(term(longest)));
  EXPECT_THAT(fault_in(term(longest + "å"))->message, HasSubstr("longer than 2500 characters"));
}

TEST(Term, RefusesBytesThatAreNotUtf8) {
  EXPECT_THAT(fault_in(term("bi\xFFrag"))->message, HasSubstr("UTF-8"));
}

TEST(Term, RefusesWeightsThatAreNoWeights) {
  for (const double weight : {-1.0, kWeightMax + 1, std::numeric_limits<double>::quiet_NaN()}) {
    const auto fault = fault_in({"bidrag", weight, TermRole::adds});
    ASSERT_TRUE(fault) << weight;
    EXPECT_THAT(fault->message, HasSubstr("between 0 and 1000"));
  }
  EXPECT_FALSE(fault_in({"bidrag", 0, TermRole::adds}));
  EXPECT_FALSE(fault_in({"bidrag", kWeightMax, TermRole::adds}));
}

}  // namespace
}  // namespace fundwatch::matchers
