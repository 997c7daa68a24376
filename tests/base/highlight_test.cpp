#include "base/highlight.h"

#include <gtest/gtest.h>

#include <string>

namespace fundwatch {
namespace {

std::string marked(const std::string& text, const std::vector<Reason>& reasons) {
  std::string result;
  for (const Stretch& stretch : stretches(text, Field::summary, reasons)) {
    const std::string part = text.substr(stretch.begin, stretch.end - stretch.begin);
    result += stretch.is_marked ? "[" + part + "]" : part;
  }
  return result;
}

Reason at(std::size_t begin, std::size_t end, Field field = Field::summary) {
  return {"t", 1, field, begin, end};
}

TEST(Highlight, MarksEveryReasonOfTheField) {
  EXPECT_EQ(marked("bidrag till stöd", {at(12, 17), at(0, 6), at(7, 11, Field::title)}),
            "[bidrag] till [stöd]");
  EXPECT_EQ(marked("bidrag", {}), "bidrag");
  EXPECT_EQ(marked("", {at(0, 0)}), "");
}

TEST(Highlight, MergesReasonsThatOverlapOrTouch) {
  EXPECT_EQ(marked("sociala företag nu", {at(0, 16), at(8, 16), at(0, 7)}), "[sociala företag] nu");
  EXPECT_EQ(marked("abcd", {at(0, 2), at(2, 3)}), "[abc]d");
}

TEST(Highlight, LeavesOutWhatDoesNotLieInTheText) {
  EXPECT_EQ(marked("stöd", {at(0, 3), at(3, 4), at(2, 6), at(2, 2), at(0, 0, Field::facts)}),
            "stöd");
}

}  // namespace
}  // namespace fundwatch
