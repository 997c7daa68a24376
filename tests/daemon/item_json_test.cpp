#include "daemon/item_json.h"

#include <boost/json/serialize.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fundwatch::tests {
namespace {

using daemon::item_from_json;
using daemon::to_json;

// The shape of a notice, to the letter.
constexpr std::string_view kNotice =
    R"({"id":"900001","procedure_id":"p-1","type":"cn-social","buyer":"Gävle kommun",)"
    R"("cpv":["90910000"],"reserved":"res-ws","reserved_ground":"4 kap. 18 § LOU",)"
    R"("reserved_execution":true,"social_objectives":["opp"],)"
    R"("value":{"value":2000000,"currency":"SEK"},"documents":"https://example.org/d",)"
    R"("lots":[{"id":"LOT-0001","title":"Städ","reserved":"res-ws","reserved_execution":true,)"
    R"("deadline":"2027-02-26T16:00:00+01:00","value":{"value":1200000,"currency":"SEK"},)"
    R"("cpv":["90910000"]},{"id":"LOT-0002","title":null,"reserved":null,)"
    R"("reserved_execution":null,"deadline":"2027-02-26","value":null,"cpv":[]}]})";

std::string notice_json(const Item& item) {
  return boost::json::serialize(to_json(item, Calendar()).at("notice"));
}

TEST(ItemJson, NoticeIsWrittenAsItIsRead) {
  const auto given = item_from_json(R"({"id":"k","notice":)" + std::string(kNotice) + "}").value();
  ASSERT_TRUE(given.item.notice.has_value());
  EXPECT_EQ(given.item.notice->reserved, Reserved::sheltered);
  EXPECT_TRUE(given.item.notice->lots.at(0).deadline->at.has_value());
  EXPECT_EQ(notice_json(given.item), kNotice);
}

TEST(ItemJson, AReservationIsExplainedByTheWordsThatStateIt) {
  Item item;
  item.notice = Notice{};
  item.notice->reserved_ground = "Deltagandet är reserverat.";
  Hit hit;
  hit.reasons = {{"reserved:res-ws", 1, Field::facts, 0, 0}, {"lang:sv", 1, Field::facts, 0, 0}};
  const auto terms = to_json(hit, item, "p").at("terms").as_array();
  EXPECT_EQ(terms.at(0).at("text").as_string(), "Deltagandet är reserverat.");
  EXPECT_EQ(terms.at(1).at("text").as_string(), "");
}

TEST(ItemJson, ItemWithoutNoticeSaysNull) {
  EXPECT_EQ(notice_json(item_from_json(R"({"id":"k","notice":null})")->item), "null");
}

TEST(ItemJson, DeadlineAndPlaceAreTaken) {
  const auto given = item_from_json(
      R"({"id":"k","deadline":"2027-02-26","place":{"municipality":"Gävle","nuts":["SE313"]}})");
  ASSERT_TRUE(given);
  EXPECT_EQ(given->item.deadline->day, parse_iso_day("2027-02-26"));
  EXPECT_EQ(given->item.place, (Place{"Gävle", {"SE313"}}));
  const auto odd = item_from_json(R"({"id":"k","deadline":5,"place":"Gävle"})");
  ASSERT_TRUE(odd);
  EXPECT_FALSE(odd->item.deadline);
  EXPECT_EQ(odd->item.place, Place{});
}

TEST(ItemJson, CpvAtTopLevelIsTheNotices) {
  const auto given = item_from_json(R"({"id":"k","cpv":["98310000",5]})").value();
  ASSERT_TRUE(given.item.notice.has_value());
  EXPECT_THAT(given.item.notice->cpv, testing::ElementsAre("98310000"));
}

TEST(ItemJson, OfWhatIsNotAsExpectedNothingIsTaken) {
  const auto given = item_from_json(
      R"({"id":"k","notice":{"id":7,"reserved":"oklart","lots":[1,{"deadline":"snart"}],)"
      R"("value":{"value":"många"},"reserved_execution":"ja","cpv":"90910000"}})");
  ASSERT_TRUE(given && given->item.notice);
  EXPECT_EQ(*given->item.notice, Notice{.lots = {Lot{}}});
}

}  // namespace
}  // namespace fundwatch::tests
