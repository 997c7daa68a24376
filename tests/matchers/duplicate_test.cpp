#include "matchers/duplicate.h"

#include <gtest/gtest.h>

#include <string>

namespace fundwatch::matchers {
namespace {

Day day(unsigned month, unsigned of_month) {
  return Day{std::chrono::year(2026), std::chrono::month(month), std::chrono::day(of_month)};
}

Item call() {
  Item item;
  item.title = "Stöd till regionala stödstrukturer för arbetsintegrerande företag";
  item.summary = "Föreningar och nätverk kan söka medel för rådgivning och samordning.";
  item.text =
      "Utlysningen från Tillväxtverket ska stärka organisationer som ger råd till "
      "arbetsintegrerande företag i länet, genom affärsrådgivning och gemensam försäljning.";
  item.deadline = DueDate{day(10, 23)};
  item.amount = Amount{1'500'000, "SEK"};
  return item;
}

Item retold() {
  Item item;
  item.title = "Nya pengar till oss som stöttar sociala företag";
  item.summary = "En utlysning för regionala stödstrukturer.";
  item.text =
      "Äntligen satsar Tillväxtverket på organisationer som ger råd och samordnar "
      "arbetsintegrerande företag. Gemensam försäljning är ett tema.";
  item.deadline = DueDate{day(10, 23)};
  item.amount = Amount{1'500'000, "SEK"};
  return item;
}

bool are_same(const Item& a, const Item& b) {
  return likeness(fingerprint(a), fingerprint(b)) >= kSameFrom;
}

TEST(Likeness, OfACopyIsHighAndOfAnotherLow) {
  Item other;
  other.title = "Byggstädning vid nybyggnation av badhus";
  other.text = "Upphandlingen gäller grovstädning under och efter entreprenaden.";
  EXPECT_GT(likeness(fingerprint(call()), fingerprint(call())), 2.0);
  EXPECT_LT(likeness(fingerprint(call()), fingerprint(other)), 0.5);
}

TEST(Likeness, SeesTheSameCallRetoldOrCutShort) {
  EXPECT_TRUE(are_same(call(), retold()));
  Item cut = call();
  cut.text.clear();
  cut.summary = "Föreningar och nätverk kan söka medel för råd…";
  EXPECT_TRUE(are_same(call(), cut));
}

TEST(Likeness, FactsThatContradictAreOfAnotherCall) {
  Item next = retold();
  next.deadline = DueDate{day(12, 1)};
  next.amount = Amount{400'000, "SEK"};
  EXPECT_FALSE(are_same(call(), next));
  Item here = retold();
  Item there = call();
  here.place.municipality = "Gävle";
  there.place.municipality = "Luleå";
  EXPECT_LT(likeness(fingerprint(there), fingerprint(here)),
            likeness(fingerprint(call()), fingerprint(retold())));
}

TEST(Likeness, OfItemsWithoutWordsIsNone) { EXPECT_FALSE(are_same(Item{}, Item{})); }

TEST(Likeness, LooksAtTheBeginningOfLongTexts) {
  Item item = call();
  while (item.text.size() < 1'000'000)
    item.text += " nonsensord" + std::to_string(item.text.size());
  EXPECT_LT(fingerprint(item).words.size(), kLikenessBytesMax / 5);
}

TEST(Duplicates, FindsTheEarlierItem) {
  Duplicates duplicates;
  EXPECT_FALSE(duplicates.find(fingerprint(call())));
  Item other = call();
  other.title = "Bidrag till fiskevård";
  other.summary = "Sök medel för lekbottnar.";
  other.text = "Fiskevårdsområden kan söka bidrag.";
  other.deadline = DueDate{day(12, 1)};
  duplicates.add(fingerprint(other));
  duplicates.add(fingerprint(call()));
  EXPECT_EQ(duplicates.find(fingerprint(retold())), 1U);
}

TEST(Duplicates, FindsItAmongManyThatShareItsWords) {
  Duplicates duplicates;
  duplicates.add(fingerprint(call()));
  for (unsigned i = 0; i < 5000; ++i) {
    Item item;
    item.title = "Utlysning för föreningar och företag nummer " + std::to_string(i);
    item.deadline = DueDate{day(1 + i % 12, 1 + i % 28)};
    duplicates.add(fingerprint(item));
  }
  EXPECT_EQ(duplicates.find(fingerprint(retold())), 0U);
}

}  // namespace
}  // namespace fundwatch::matchers
