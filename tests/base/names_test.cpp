#include "base/names.h"

#include <gtest/gtest.h>

namespace fundwatch {
namespace {

TEST(Names, EveryNameIsReadBack) {
  for (const std::string& name : source_kind_names()) {
    ASSERT_TRUE(parse_source_kind(name).has_value()) << name;
    EXPECT_EQ(name_of(*parse_source_kind(name)), name);
  }
  EXPECT_EQ(name_of(SourceKind::mail), "mail");
  for (const auto language : {Language::swedish, Language::english}) {
    EXPECT_EQ(parse_language(name_of(language)), language);
  }
  for (const auto reserved :
       {Reserved::none, Reserved::sheltered, Reserved::public_service, Reserved::idea_based}) {
    EXPECT_EQ(parse_reserved(name_of(reserved)), reserved);
  }
  for (const auto role : {TermRole::adds, TermRole::required, TermRole::veto, TermRole::context}) {
    EXPECT_EQ(parse_term_role(name_of(role)), role);
  }
  for (const auto field : {Field::title, Field::summary, Field::text, Field::facts}) {
    EXPECT_EQ(parse_field(name_of(field)), field);
  }
  for (const auto status :
       {CallStatus::unknown, CallStatus::open, CallStatus::forthcoming, CallStatus::extended,
        CallStatus::results, CallStatus::cancelled, CallStatus::closed}) {
    EXPECT_EQ(parse_call_status(name_of(status)), status);
  }
  for (unsigned i = 0; i < 7; ++i) {
    const std::chrono::weekday weekday(i);
    EXPECT_EQ(parse_weekday(name_of(weekday)), weekday);
  }
}

TEST(Names, OtherWordsAreNothing) {
  EXPECT_FALSE(parse_source_kind("RSS"));
  EXPECT_FALSE(parse_language("svenska"));
  EXPECT_FALSE(parse_weekday("måndag"));
  EXPECT_FALSE(parse_term_role(""));
  EXPECT_FALSE(parse_call_status("öppen"));
}

TEST(Names, ReadsHours) {
  using namespace std::chrono_literals;
  EXPECT_EQ(parse_hour("07:05"), 7h + 5min);
  EXPECT_EQ(name_of_hour(7h + 5min), "07:05");
  for (const char* wrong : {"", "7:00", "24:00", "12:60", "12.00", "ab:cd", "12:000"}) {
    EXPECT_FALSE(parse_hour(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace fundwatch
