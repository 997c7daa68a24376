#include "digest/calendar_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "base/text.h"

namespace fundwatch::digest {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

constexpr Day kDay{std::chrono::year{2027}, std::chrono::February, std::chrono::day{26}};
const Instant kNow = std::chrono::sys_days{kDay} - 240h;

CalendarEvent a_day() {
  CalendarEvent event;
  event.uid = "case-12@bevakning.example";
  event.summary = "Sista dag: Checkar";
  event.day = kDay;
  return event;
}

std::string file_of(const CalendarEvent& event) {
  return calendar_file({"Sista dagar", kNow, std::span(&event, 1)});
}

std::vector<std::string_view> lines_of(std::string_view file) {
  std::vector<std::string_view> lines;
  for (std::size_t end = file.find("\r\n"); end != file.npos; end = file.find("\r\n")) {
    lines.push_back(file.substr(0, end));
    file.remove_prefix(end + 2);
  }
  EXPECT_TRUE(file.empty()) << "the last line has no end";
  return lines;
}

std::string unfolded(std::string file) {
  for (auto at = file.find("\r\n "); at != file.npos; at = file.find("\r\n ")) file.erase(at, 3);
  return file;
}

TEST(CalendarFile, HoldsADay) {
  const std::string file = file_of(a_day());
  EXPECT_THAT(file, testing::StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  EXPECT_THAT(file, HasSubstr("BEGIN:VEVENT\r\n"
                              "UID:case-12@bevakning.example\r\n"
                              "DTSTAMP:20270216T000000Z\r\n"
                              "SEQUENCE:0\r\n"
                              "DTSTART;VALUE=DATE:20270226\r\n"
                              "DTEND;VALUE=DATE:20270227\r\n"
                              "TRANSP:TRANSPARENT\r\n"
                              "SUMMARY:Sista dag: Checkar\r\n"
                              "STATUS:CONFIRMED\r\n"
                              "END:VEVENT\r\n"));
  EXPECT_THAT(file, testing::EndsWith("END:VCALENDAR\r\n"));
}

TEST(CalendarFile, ShowsMomentsAtTheHourOfStockholmInWinterAndSummer) {
  CalendarEvent event = a_day();
  event.at = std::chrono::sys_days{kDay} + 15h;
  event.length = 90min;
  EXPECT_THAT(file_of(event), HasSubstr("DTSTART;TZID=Europe/Stockholm:20270226T160000\r\n"
                                        "DTEND;TZID=Europe/Stockholm:20270226T173000\r\n"));
  event.at = std::chrono::sys_days{std::chrono::year{2027} / 7 / 1} + 22h + 30min;
  EXPECT_THAT(file_of(event), HasSubstr("DTSTART;TZID=Europe/Stockholm:20270702T003000\r\n"));
}

TEST(CalendarFile, HasTheRulesOfItsTimeZone) {
  const std::string file = file_of(a_day());
  EXPECT_THAT(file, HasSubstr("BEGIN:VTIMEZONE\r\nTZID:Europe/Stockholm\r\n"));
  EXPECT_THAT(file, HasSubstr("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"));
}

TEST(CalendarFile, TellsOfChangesAndCancellations) {
  CalendarEvent event = a_day();
  event.sequence = 3;
  event.is_cancelled = true;
  const std::string file = file_of(event);
  EXPECT_THAT(file, HasSubstr("SEQUENCE:3\r\n"));
  EXPECT_THAT(file, HasSubstr("STATUS:CANCELLED\r\n"));
  EXPECT_THAT(file, Not(HasSubstr("CONFIRMED")));
}

TEST(CalendarFile, LastDayOfTheYearEndsInTheNext) {
  CalendarEvent event = a_day();
  event.day = std::chrono::year{2027} / 12 / 31;
  EXPECT_THAT(file_of(event), HasSubstr("DTEND;VALUE=DATE:20280101\r\n"));
}

TEST(CalendarFile, EscapesWhatSeparates) {
  CalendarEvent event = a_day();
  event.summary = "Kafé; lunch, fika\\mat";
  event.description = "rad ett\r\nrad två\x07";
  const std::string file = file_of(event);
  EXPECT_THAT(file, HasSubstr("SUMMARY:Kafé\\; lunch\\, fika\\\\mat\r\n"));
  EXPECT_THAT(file, HasSubstr("DESCRIPTION:rad ett\\nrad två\r\n"));
}

TEST(CalendarFile, KeepsATitleFromBeingALineOfItsOwn) {
  CalendarEvent event = a_day();
  event.summary = "a\r\nATTENDEE:mailto:b@c.example";
  const std::string file = file_of(event);
  for (const std::string_view line : lines_of(file)) {
    EXPECT_FALSE(line.starts_with("ATTENDEE"));
  }
}

TEST(CalendarFile, FoldsLongLinesBetweenCharacters) {
  CalendarEvent event = a_day();
  for (int i = 0; i < 200; ++i) event.summary += i % 3 == 0 ? "å" : "x";
  const std::string file = file_of(event);
  for (const std::string_view line : lines_of(file)) {
    EXPECT_LE(line.size(), kCalendarLineBytesMax);
    EXPECT_TRUE(is_valid_utf8(line)) << line;
  }
  EXPECT_THAT(unfolded(file), HasSubstr("SUMMARY:" + event.summary + "\r\n"));
}

TEST(CalendarFile, ShortensWhatIsTooLong) {
  CalendarEvent event = a_day();
  event.description = std::string(100'000, 'x');
  EXPECT_LT(file_of(event).size(), 5'000U);
}

TEST(CalendarFile, OfNothingIsStillAFile) {
  const std::string file = calendar_file({"Sista dagar", kNow, {}});
  EXPECT_THAT(file, Not(HasSubstr("VEVENT")));
  EXPECT_THAT(file, testing::EndsWith("END:VCALENDAR\r\n"));
}

}  // namespace
}  // namespace fundwatch::digest
