#include "matchers/marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "matchers/fingerprint.h"

namespace fundwatch::matchers {
namespace {

using testing::Contains;

Item item_of(const std::string& title, const std::string& text) {
  Item item;
  item.title = title;
  item.text = text;
  return item;
}

std::set<std::string> each_once(const std::vector<std::string>& marks) {
  return {marks.begin(), marks.end()};
}

TEST(Marks, OfAWordThatIsSaidOftenIsOne) {
  const std::string no_name(kMemoTokenBytesMax + 1, 'x');  // is not remembered
  const Item item = item_of("Stöd", "Stöd och stöd, stöd " + no_name + " " + no_name);
  const auto marks = Marker().marks_of(item);
  EXPECT_EQ(std::ranges::count(marks, "wstöd"), 1);
  EXPECT_EQ(std::ranges::count(marks, "wStöd"), 1);
  EXPECT_EQ(std::ranges::count(marks, "tStöd"), 1);
  EXPECT_THAT(marks, Contains("w" + no_name));
}

// More words than are remembered, in one item and over several.
TEST(Marks, AreThoseOfTheItemAloneWhenMemoryIsFull) {
  std::string many;
  for (std::size_t i = 0; i < kMemoTokensMax - 5; ++i) many += " ord" + std::to_string(i);
  Vocabulary vocabulary(nullptr);
  vocabulary.add_function_words();
  Reading reading(vocabulary);
  const Item item =
      item_of("Föreningar i Gävle", "Tio nya ord: två av dem sägs, sägs igen i Gävle");
  for (const Item& read : {item_of("", many), item, item, item_of("", many + " och Gävle")}) {
    reading.read(read);
    Reading fresh(vocabulary);
    fresh.read(read);
    EXPECT_EQ(each_once(marks_of(read, reading)), each_once(marks_of(read, fresh)));
    EXPECT_EQ(fingerprint(read, reading), fingerprint(read, fresh));
  }
}

}  // namespace
}  // namespace fundwatch::matchers
