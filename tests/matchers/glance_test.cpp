#include "matchers/glance.h"

#include <gtest/gtest.h>

#include <string>

#include "matchers/marks.h"

namespace fundwatch::matchers {
namespace {

SoughtWords words(std::initializer_list<const char*> all) {
  WordSet set;
  for (const char* word : all) set.emplace(word);
  return SoughtWords(std::move(set));
}

Item item(const std::string& title, const std::string& text) {
  Item item;
  item.title = title;
  item.text = text;
  return item;
}

bool may_stand(const Glance& glance, const Item& item) {
  CutTexts texts;
  texts.cut(item);
  return glance.may_stand_in(texts);
}

TEST(SoughtWords, AreTheWordsOfTheSet) {
  const SoughtWords some = words({"stöd", "stödet", "§"});
  EXPECT_TRUE(some.contains("stöd"));
  EXPECT_TRUE(some.contains("§"));
  EXPECT_FALSE(some.contains("stöds"));
  EXPECT_FALSE(some.contains(""));
}

TEST(Glance, SeesWordsInARowOfOneText) {
  Glance glance({words({"sociala", "socialt"}), words({"företag"})});
  EXPECT_TRUE(may_stand(glance, item("", "för sociala företag i länet")));
  EXPECT_TRUE(may_stand(glance, item("Ett socialt, företag", "")));
  EXPECT_FALSE(may_stand(glance, item("", "sociala och andra företag")));
  EXPECT_FALSE(may_stand(glance, item("", "företag sociala")));
  EXPECT_FALSE(may_stand(glance, item("sociala", "företag")));
}

TEST(Glance, SeesWordsNearEachOtherInEitherOrder) {
  Glance glance(words({"sociala"}), words({"företag", "bidrag"}), 2);
  EXPECT_TRUE(may_stand(glance, item("", "sociala x företag")));
  EXPECT_TRUE(may_stand(glance, item("", "bidrag x sociala")));
  EXPECT_FALSE(may_stand(glance, item("", "sociala x x företag")));
  EXPECT_FALSE(may_stand(glance, item("sociala", "företag")));
}

TEST(Glance, LeavesWhatIsNotSpeltOutToReading) {
  Glance row({words({"a1"}), words({"b1"})});
  Glance near(words({"a1"}), words({"b1"}), 3);
  for (const std::string& text : {std::string("löne- och annat"), std::string("annat och -stöd"),
                                  "x " + std::string(kMarkedWordBytesMax + 1, 'y') + " z"}) {
    EXPECT_TRUE(may_stand(row, item("", text))) << text;
    EXPECT_TRUE(may_stand(near, item("", text))) << text;
  }
  EXPECT_FALSE(may_stand(row, item("", std::string(kMarkedWordBytesMax, 'y'))));
}

TEST(Glance, ComparesComposedLetters) {
  Glance glance({words({"Fö"}), words({"x"})});
  EXPECT_TRUE(may_stand(glance, item("", "Fo\xCC\x88 x")));
}

}  // namespace
}  // namespace fundwatch::matchers
