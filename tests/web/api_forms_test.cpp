#include "web/api_forms.h"

#include "matchers/forms.h"
#include "tests/matchers/small_dictionary.h"
#include "tests/web/api_support.h"
#include "web/api.h"

namespace fundwatch::tests {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::SizeIs;
using web::Lane;
using web::Method;
using web::Reply;

class ApiFormsTest : public ApiTest {
 protected:
  ApiFormsTest() {
    be(Role::reader);
    services.lexicon = matchers::small_lexicon();
  }
};

TEST_F(ApiFormsTest, AreWhatTheWordsOfARuleStandFor) {
  const json::value told = get("forms?term=f%C3%B6rslag+AND+%3Dkvinna+AND+%22plan%22");
  EXPECT_EQ(told.at("term"), "förslag AND =kvinna AND \"plan\"");
  EXPECT_EQ(told.at("words_count"), 2);
  const json::array& words = told.at("words").as_array();
  ASSERT_THAT(words, SizeIs(2));
  EXPECT_EQ(words[0].at("word"), "förslag");
  EXPECT_THAT(words[0].at("inflected").as_array(), Contains(json::value("förslaget")));
  EXPECT_THAT(words[1].at("inflected").as_array(), Contains(json::value("kvinnor")));
  EXPECT_THAT(words[1].at("compounds").as_array(), IsEmpty());
}

TEST_F(ApiFormsTest, ExcludedOnesAreNotAmongThem) {
  const json::value told = get("forms?term=%3Dkvinna+-kvinnor");
  EXPECT_THAT(told.at("words").at(0).at("inflected").as_array(),
              testing::Not(Contains(json::value("kvinnor"))));
}

TEST_F(ApiFormsTest, OfManyWordsTheFirstAreTold) {
  std::string term = "plan+plan";  // each once
  for (std::size_t i = 0; i < matchers::kKeywordsShownMax; ++i)
    term += "+" + std::string(5 + i, 'a');
  const json::value told = get("forms?term=" + term);
  EXPECT_THAT(told.at("words").as_array(), SizeIs(matchers::kKeywordsShownMax));
  EXPECT_EQ(told.at("words_count"), matchers::kKeywordsShownMax + 1);
}

TEST_F(ApiFormsTest, WhatIsNoRuleIsRefusedWhereItIsWrong) {
  const Reply reply = ask(Method::get, "forms?term=f%C3%B6rslag+%28plan");
  EXPECT_EQ(reply.status, 422);
  EXPECT_EQ(fault(reply).at("field"), "term");
  EXPECT_EQ(fault(reply).at("position"), 8);
  EXPECT_EQ(ask(Method::get, "forms").status, 422);
}

TEST_F(ApiFormsTest, AreReadOnThePool) {
  EXPECT_EQ(web::api_lane_of(request(Method::get, "/api/v1/forms")), Lane::tuning);
}

}  // namespace
}  // namespace fundwatch::tests
