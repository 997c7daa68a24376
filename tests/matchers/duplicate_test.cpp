#include "matchers/duplicate.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "matchers/fingerprint_bytes.h"
#include "matchers/likeness.h"
#include "matchers/reading.h"
#include "matchers/vocabulary.h"

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

Item cooperation() {
  Item item;
  item.title = "Nordplus öppnar för samarbete mellan kooperativ i Norden och Baltikum";
  item.summary = "Organisationer för vuxnas lärande kan söka upp till 40 000 euro.";
  item.text =
      "Nordplus Adult stöder projekt där minst tre organisationer ur minst två länder lär av "
      "varandra. Kooperativ och sociala företag i Sverige, Estland och Lettland är välkomna. "
      "Ansökan görs i systemet Espresso senast den 2 februari 2027. Kontakta Universitets- och "
      "högskolerådet för råd om budget och partner.";
  item.deadline = DueDate{Day{std::chrono::year(2027) / 2 / 2}};
  item.amount = Amount{40'000, "EUR"};
  return item;
}

// The same, as an agency abroad tells it.
Item cooperation_in_english() {
  Item item;
  item.title = "Nordplus Adult: new round for Nordic and Baltic partnerships";
  item.summary = "Grants of up to EUR 40 000 for organisations in adult learning.";
  item.text =
      "At least three organisations from two countries work together on a project. Cooperatives "
      "and social enterprises are eligible. Apply in Espresso by 2 February 2027; the national "
      "offices in Estonia, Latvia and Sweden give advice on budget and partners.";
  item.deadline = cooperation().deadline;
  item.amount = cooperation().amount;
  return item;
}

bool are_same(const Item& a, const Item& b) {
  return likeness(fingerprint(a), fingerprint(b)) >= kSameFrom;
}

bool are_surely_same(const Item& a, const Item& b) {
  return sure_likeness(fingerprint(a), fingerprint(b)).has_value();
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

TEST(Likeness, SeesTheSameCallInAnotherLanguage) {
  EXPECT_TRUE(are_surely_same(cooperation(), cooperation_in_english()));
  Item other = cooperation_in_english();
  other.deadline = call().deadline;
  EXPECT_FALSE(are_surely_same(cooperation(), other));
  other = cooperation_in_english();
  other.amount = Amount{60'000, "EUR"};
  EXPECT_FALSE(are_surely_same(cooperation(), other));
}

// Two funders may well give as much until the same day.
TEST(Likeness, SameDayAndAmountAloneAreNotEnough) {
  Item other;
  other.title = "Bidrag till digital kompetens på folkbibliotek";
  other.summary = "Kommuner kan söka medel för datorer, kurser och personal på bibliotek.";
  other.text =
      "Kulturrådet fördelar medel för att fler ska lära sig använda nätets tjänster. Biblioteken "
      "ordnar kurser tillsammans med studieförbund och lånar ut surfplattor.";
  other.deadline = call().deadline;
  other.amount = call().amount;
  EXPECT_FALSE(are_same(call(), other));
  other.deadline = cooperation().deadline;
  other.amount = cooperation().amount;
  EXPECT_FALSE(are_surely_same(cooperation_in_english(), other));
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

TEST(Likeness, AnExtensionContradictsNoLastDay) {
  Item extended = retold();
  extended.deadline = DueDate{day(11, 20)};
  EXPECT_FALSE(are_surely_same(call(), extended));
  extended.status = CallStatus::extended;
  EXPECT_TRUE(are_surely_same(call(), extended));
  EXPECT_TRUE(are_surely_same(extended, call()));
  extended.deadline = DueDate{day(10, 1)};  // an earlier day
  EXPECT_FALSE(are_surely_same(call(), extended));
  extended.deadline =
      DueDate{Day(std::chrono::sys_days(day(10, 23)) + kExtendedAtMost + std::chrono::days(1))};
  EXPECT_FALSE(are_surely_same(call(), extended));
}

TEST(Likeness, WhatIsToHideAnotherMustNotContradictIt) {
  EXPECT_TRUE(are_surely_same(call(), call()));
  EXPECT_TRUE(are_surely_same(call(), retold()));
  const auto changed = [](const std::function<void(Item&)>& change) {
    Item item = call();
    change(item);
    return item;
  };
  for (const Item& other : {changed([](Item& item) { item.deadline->day = day(10, 24); }),
                            changed([](Item& item) { item.amount->value = 1; }),
                            changed([](Item& item) { item.status = CallStatus::results; })}) {
    EXPECT_GT(likeness(fingerprint(call()), fingerprint(other)), kSameFrom);
    EXPECT_FALSE(are_surely_same(call(), other));
  }
}

TEST(Likeness, ProceduresAreOfOneTradeOrTwo) {
  Item cleaning = call();
  cleaning.notice = Notice{.cpv = {"90911200", "90919200"}};
  Item same = call();
  same.notice = Notice{.cpv = {"90919200"}};
  Item above = call();
  above.notice = Notice{.cpv = {"90910000"}};
  Item other = call();
  other.notice = Notice{.cpv = {"55510000"}};
  const auto to_cleaning = [&](const Item& item) {
    return likeness(fingerprint(cleaning), fingerprint(item));
  };
  EXPECT_GT(to_cleaning(same), to_cleaning(above));
  EXPECT_GT(to_cleaning(above), to_cleaning(other));
  EXPECT_FALSE(are_surely_same(cleaning, other));
}

TEST(Likeness, OfItemsWithoutWordsIsNone) { EXPECT_FALSE(are_same(Item{}, Item{})); }

TEST(Likeness, LooksAtTheBeginningOfLongTexts) {
  Item item = call();
  while (item.text.size() < 1'000'000)
    item.text += " nonsensord" + std::to_string(item.text.size());
  EXPECT_LT(fingerprint(item).words.size(), kLikenessBytesMax / 5);
}

TEST(Fingerprint, IsTheSameOfAnItemThatWasRead) {
  Item odd = call();
  odd.title = "Fo\xCC\x88retag & fö\u00ADreningar i Gävle: ESF+ 2027, ÅÄÖ-dagen";
  odd.summary = "Sök hos Region Gävleborg. Mer om EU:s stöd och " + std::string(200, 'x') + " Här";
  Item long_one = call();
  while (long_one.text.size() < 2 * kLikenessBytesMax) long_one.text += " Ångerfristen åländska";
  std::vector<Item> items{call(), retold(), cooperation_in_english(), odd, long_one, Item{}};
  for (std::size_t i = 0; i < 30; ++i) {  // words across the limit, wherever it cuts them
    items.emplace_back().text = std::string(kLikenessBytesMax - i, '-') +
                                " föreningen:abcdefgh stöd\u00ADstruk\u00ADturer:s";
  }
  const Vocabulary vocabulary(nullptr);
  Reading reading(vocabulary);
  for (int time = 0; time < 2; ++time) {
    for (const Item& item : items) {
      reading.read(item);
      EXPECT_EQ(fingerprint(item, reading), fingerprint(item)) << item.title;
    }
  }
}

TEST(MostInCommon, AreThoseWithTheMostVotes) {
  const std::vector<ItemId> first{ItemId{1}, ItemId{2}, ItemId{3}};
  const std::vector<ItemId> second{ItemId{2}, ItemId{3}};
  const std::vector<ItemId> third{ItemId{3}, ItemId{4}};
  const std::vector<Trait> traits{
      {.key = 10, .votes = 1}, {.key = 11, .votes = 1}, {.key = 12, .votes = 4}};
  EXPECT_EQ(most_in_common(traits, {first, second, third}),
            (std::vector<ItemId>{ItemId{3}, ItemId{4}, ItemId{2}}))
      << "item 1 shares a word with it, as many do";
}

TEST(MostInCommon, AreNotMoreThanAreCompared) {
  std::vector<ItemId> many;
  for (std::int64_t i = 0; i < 40; ++i) many.push_back(ItemId{i});
  const std::vector<Trait> traits{{.key = 10, .votes = 4}};
  EXPECT_EQ(most_in_common(traits, {many}).size(), kComparedMax);
}

TEST(Traits, AreFewAndEachOnce) {
  const std::vector<Trait> traits = traits_of(fingerprint(call()));
  EXPECT_FALSE(traits.empty());
  EXPECT_LE(traits.size(), 40U);
  for (std::size_t i = 1; i < traits.size(); ++i) EXPECT_LT(traits[i - 1].key, traits[i].key);
  EXPECT_LT(traits.back().key, std::uint32_t{1} << 31);
  EXPECT_TRUE(traits_of(fingerprint(Item{})).empty());
}

// They are stored: another program version must find the same.
TEST(Traits, AreTheSameForEver) {
  Item item;
  item.title = "Stöd till arbetskooperativ";
  item.deadline = DueDate{day(10, 23)};
  item.amount = Amount{1'500'000, "SEK"};
  std::vector<std::uint32_t> keys;
  for (const Trait& trait : traits_of(fingerprint(item))) keys.push_back(trait.key);
  EXPECT_EQ(keys, (std::vector<std::uint32_t>{598225499, 690611195, 953850943}));
}

TEST(FingerprintBytes, ComeBackAsTheyWere) {
  Item full = call();
  full.event_date = day(10, 30);
  full.place.municipality = "Gävle";
  full.notice = Notice{.cpv = {"90911200", "90919200"}};
  full.status = CallStatus::extended;
  for (const Item& item : {full, Item{}, retold()}) {
    Fingerprint print = fingerprint(item);
    const auto back = fingerprint_of(bytes_of(print));
    ASSERT_TRUE(back);
    print.leading_words.clear();
    print.leading_names.clear();
    EXPECT_EQ(*back, print);
  }
}

TEST(FingerprintBytes, DamagedOnesAreNone) {
  const std::string bytes = bytes_of(fingerprint(call()));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(fingerprint_of(bytes.substr(0, size))) << size;
  }
  EXPECT_FALSE(fingerprint_of(bytes + '\0'));
  EXPECT_FALSE(fingerprint_of('\x7F' + bytes.substr(1)));
  EXPECT_FALSE(fingerprint_of(bytes.substr(0, 4) + std::string(4, '\xFF') + bytes.substr(8)));
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
