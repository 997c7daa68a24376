#include "digest/layout.h"

#include <algorithm>

#include "base/text.h"

namespace fundwatch::digest {
namespace {

TEST(Layout, BreaksBeforeTheColumnIsPassed) {
  const std::string five = "ååååå";  // ten bytes, five columns
  std::string text = five;
  for (int i = 1; i < 12; ++i) text += " " + five;  // 71 columns
  EXPECT_EQ(wrapped(text + "x"), text + "x\n");
  EXPECT_EQ(wrapped(text + "xy"),
            text.substr(0, text.size() - five.size() - 1) + "\n" + five + "xy\n");
}

TEST(Layout, IndentsFirstAndFollowingLines) {
  const std::string word(40, 'a');
  EXPECT_EQ(wrapped(word + " " + word, {"1.  ", "    "}), "1.  " + word + "\n    " + word + "\n");
}

TEST(Layout, CutsWordsLongerThanALine) {
  const std::string cut = wrapped(std::string(300, 'w'), {"1.  ", "    "});
  std::size_t letters = 0;
  for (const std::string_view line : split(cut, '\n')) {
    EXPECT_LE(utf8_length(line), kColumns);
    letters += static_cast<std::size_t>(std::count(line.begin(), line.end(), 'w'));
  }
  EXPECT_EQ(letters, 300U);
}

TEST(Layout, KeepsNoBreakSpacesTogetherAndMakesThemOrdinary) {
  const std::string filler(62, 'a');
  EXPECT_EQ(wrapped(filler + " 1\u00A0200\u00A0000\u00A0kr"), filler + "\n1 200 000 kr\n");
}

TEST(Layout, RaisesWesternLetters) {
  EXPECT_EQ(upper_case("Gävle åäö é ÷ ÿ ß 1"), "GÄVLE ÅÄÖ É ÷ ÿ ß 1");
}

}  // namespace
}  // namespace fundwatch::digest
