#include "config/subscriber_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fundwatch::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::vector<Subscriber> read(const std::string& csv) {
  Subscriber defaults;
  defaults.moment.time_of_day = std::chrono::hours(6);
  return read_subscribers_csv(csv, "list.csv", defaults).value();
}

std::string fault_of(const std::string& csv) {
  const auto read = read_subscribers_csv(csv, "list.csv", {});
  return read ? "" : read.error().message;
}

TEST(SubscriberCsv, ReadsWhatASwedishSpreadsheetWrites) {
  const auto all = read(
      "e-post;namn;f\xF6retag;kommun;profiler\r\n"
      "anna@asf.example;Anna;\"Kaf\xE9 \"\"Ett; tv\xE5\"\"\";G\xE4vle;bidrag upphandling\r\n"
      ";;;;\r\n"
      "bo@asf.example;;;;\r\n");
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].email, "anna@asf.example");
  EXPECT_EQ(all[0].organisation, "Kafé \"Ett; två\"");
  EXPECT_EQ(all[0].municipality, "Gävle");
  EXPECT_THAT(all[0].profiles, ElementsAre("bidrag", "upphandling"));
  EXPECT_EQ(all[0].moment.time_of_day, std::chrono::hours(6));
  EXPECT_FALSE(all[0].consented_at);
  EXPECT_EQ(all[1].email, "bo@asf.example");
}

TEST(SubscriberCsv, WhatIsWrittenIsReadAgain) {
  Subscriber anna;
  anna.email = "anna@asf.example";
  anna.name = "Anna, \"A\"\nB";
  anna.organisation = "=cmd()";
  anna.reach = Reach::county;
  anna.language = Language::english;
  anna.profiles = {"bidrag"};
  anna.moment = {std::chrono::Friday, std::chrono::hours(9)};
  const std::string csv = write_subscribers_csv({anna});
  EXPECT_THAT(csv, testing::StartsWith("\xEF\xBB\xBF"
                                       "email,name,"));
  EXPECT_THAT(csv, HasSubstr(",'=cmd(),"));
  anna.name = "Anna";
  const auto back = read(write_subscribers_csv({anna}));
  ASSERT_THAT(back, SizeIs(1));
  EXPECT_EQ(back[0].reach, Reach::county);
  EXPECT_EQ(back[0].language, Language::english);
  EXPECT_EQ(back[0].moment, anna.moment);
}

TEST(SubscriberCsv, FaultsSayWhereAndWhat) {
  EXPECT_THAT(fault_of("email,hour\na@b.example,7\n"),
              HasSubstr("list.csv:2: \"7\": expected 00:00 to 23:59"));
  EXPECT_THAT(fault_of("epost\n"), HasSubstr("list.csv:1: there is no column \"epost\""));
  EXPECT_THAT(fault_of("name\nAnna\n"), HasSubstr("names no column \"email\""));
  EXPECT_THAT(fault_of("email\nnobody\n"), HasSubstr("list.csv:2: "));
  EXPECT_THAT(fault_of("email\na@b.example,c\n"), HasSubstr("more fields"));
  EXPECT_THAT(fault_of("email\n\"a@b.example\n"), HasSubstr("quotation mark"));
  EXPECT_THAT(fault_of(""), HasSubstr("is empty"));
  EXPECT_THAT(fault_of("email,name\na@b.example," + std::string(kCsvFieldBytesMax + 1, 'x')),
              HasSubstr("longer than a thousand bytes"));
  std::string many = "email\n";
  for (std::size_t i = 0; i <= kCsvRowsMax; ++i) many += "a\n";
  EXPECT_THAT(fault_of(many), HasSubstr("more than 100,000 rows"));
}

}  // namespace
}  // namespace fundwatch::config
