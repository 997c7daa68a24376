#include "feeds/read/page_change.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "feeds/read/line_difference.h"

namespace fundwatch::feeds {
namespace {

const std::string kBefore =
    "Projektmedel\n\nKommande utlysningar\n\n- Social innovation\n- Kultur\n\nÖppna "
    "utlysningar\n\n- Hållbar handel\n\nSista ansökningsdag\n3 mars 2027";

std::string with(std::string text, const std::string& old, const std::string& replacement) {
  const auto at = text.find(old);
  return at == std::string::npos ? "not found" : text.replace(at, old.size(), replacement);
}

PageChange change(const std::string& before, const std::string& after) {
  return page_change({before, after});
}

TEST(PageChange, IsToldWithTheLineBefore) {
  const PageChange found =
      change(kBefore, with(with(kBefore, "- Social innovation\n", ""), "- Hållbar handel",
                           "- Hållbar handel\n- Social innovation"));
  EXPECT_TRUE(found.has_changed);
  EXPECT_EQ(found.added, 1u);
  EXPECT_EQ(found.removed, 1u);
  EXPECT_EQ(found.text,
            "  Kommande utlysningar\n- - Social innovation\n\n  - Hållbar handel\n+ - Social "
            "innovation\n");
}

TEST(PageChange, KnowsAMovedLastDay) {
  const PageChange found = change(kBefore, with(kBefore, "3 mars 2027", "17 mars 2027"));
  EXPECT_EQ(found.text, "  Sista ansökningsdag\n- 3 mars 2027\n+ 17 mars 2027\n");
}

TEST(PageChange, IsNoneWhereOnlyNoiseDiffers) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Visningar: 123", "Visningar: 4 567"},
      {"Läst 12 gånger", "Läst 13 gånger"},
      {"Kommentarer (4)", "Kommentarer (5)"},
      {"Sidan uppdaterad 2026-11-20 10:15", "Sidan uppdaterad 2026-11-24 08:00"},
      {"Publicerad: 20 november 2026", "Publicerad: 24 november 2026"},
      {"Senast ändrad: 20 nov 2026", "Senast ändrad: 24 nov 2026"},
      {"Klockan är 10.15", "Klockan är 10.16"},
      {"tisdag 24 november 2026", "onsdag 25 november 2026"},
      {"2026-11-20", "2026-11-24"},
      {"Ärende /visa;jsessionid=0123456789ABCDEF0123", "Ärende /visa;jsessionid=FEDCBA98765432100"},
      {"Annons\n\nKöp en ny bil", "Annons\n\nKöp en ny båt"},
      {"Dela", "Skriv ut"},
      {"Text  med   mellanrum", "Text med mellanrum"},
      {"", "\n\n"},
  };
  for (const auto& [before, after] : cases) {
    const PageChange found =
        change("Rubrik\n\n" + before + "\n\nSlut", "Rubrik\n\n" + after + "\n\nSlut");
    EXPECT_FALSE(found.has_changed) << before << "\n" << found.text;
    EXPECT_EQ(found.text, "") << before;
  }
}

TEST(PageChange, IsThereWhereMoreThanNoiseDiffers) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Bidraget är 100 000 kr", "Bidraget är 200 000 kr"},
      {"500", "600"},
      {"Mötet börjar kl 10.15", "Mötet börjar kl 11.15"},
      {"Ansökan öppnar 1 mars 2027", "Ansökan öppnar 2 mars 2027"},
      {"Annonsering sker i mars", "Annonsering sker i april"},
      {"Annons\n\nKöp en bil\n\nNytt stöd", "Annons\n\nKöp en bil\n\nNytt bidrag"},
      {"Ärende 0123456789012345", "Ärende 0123456789012346"},
  };
  for (const auto& [before, after] : cases)
    EXPECT_TRUE(change(before, after).has_changed) << before;
}

TEST(PageChange, ShowsNoMoreThanAPersonReads) {
  std::string after = "Rubrik\n";
  for (std::size_t i = 0; i < kShownLinesMax + 7; ++i) after += "rad " + std::string(i, 'x') + "\n";
  const PageChange found = change("Rubrik\n", after);
  EXPECT_EQ(found.added, kShownLinesMax + 7);
  EXPECT_TRUE(found.text.ends_with("… (+ 7)\n"));
  EXPECT_LT(change("", std::string(100'000, 'x')).text.size(), 2 * kShownLineCharactersMax);
}

using Lines = std::vector<std::string>;

std::string script(const Lines& before, const Lines& after) {
  std::string text;
  for (const EditedLine& edited : difference(before, after)) {
    switch (edited.edit) {
      case Edit::kept: text += "=" + after[edited.line]; break;
      case Edit::removed: text += "-" + before[edited.line]; break;
      case Edit::added: text += "+" + after[edited.line]; break;
    }
  }
  return text;
}

TEST(LineDifference, IsTheShortest) {
  EXPECT_EQ(script({}, {}), "");
  EXPECT_EQ(script({}, {"a"}), "+a");
  EXPECT_EQ(script({"a"}, {}), "-a");
  EXPECT_EQ(script({"a"}, {"b"}), "-a+b");
  EXPECT_EQ(script({"a", "b", "c"}, {"a", "x", "c"}), "=a-b+x=c");
  EXPECT_EQ(script({"a", "b", "c", "a", "b", "b", "a"}, {"c", "b", "a", "b", "a", "c"}).size(),
            18u);
}

// Every pair of lists of up to four lines of two kinds: the script makes the one of the other.
TEST(LineDifference, MakesTheNewerOfTheOlder) {
  const auto lines_of_number = [](unsigned number) {
    Lines lines;
    for (; number > 1; number /= 2) lines.push_back(number % 2 == 0 ? "a" : "b");
    return lines;
  };
  for (unsigned i = 1; i < 32; ++i) {
    for (unsigned j = 1; j < 32; ++j) {
      const Lines before = lines_of_number(i);
      const Lines after = lines_of_number(j);
      Lines older;
      Lines newer;
      for (const EditedLine& edited : difference(before, after)) {
        if (edited.edit == Edit::removed) older.push_back(before[edited.line]);
        if (edited.edit != Edit::removed) newer.push_back(after[edited.line]);
        if (edited.edit == Edit::kept) older.push_back(after[edited.line]);
      }
      EXPECT_EQ(older, before);
      EXPECT_EQ(newer, after);
    }
  }
}

TEST(LineDifference, ReplacesWholeWhatHasTooManyEdits) {
  Lines before;
  Lines after;
  for (std::size_t i = 0; i < kEditsMax; ++i) {
    before.push_back("a" + std::to_string(i));
    after.push_back("b" + std::to_string(i));
    before.emplace_back("same");
    after.emplace_back("same");
  }
  const auto lines = difference(before, after);
  EXPECT_EQ(lines.size(), 4 * kEditsMax - 1);
  EXPECT_EQ(lines.front(), (EditedLine{Edit::removed, 0}));
  EXPECT_EQ(lines.back().edit, Edit::kept);
}

}  // namespace
}  // namespace fundwatch::feeds
