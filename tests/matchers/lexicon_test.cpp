#include "matchers/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "matchers/affixes.h"
#include "tests/matchers/small_dictionary.h"
#include "tests/support/skip.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::matchers {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

// The forms of all headwords with this base.
std::vector<std::string> forms(const Lexicon& lexicon, std::string_view base) {
  std::vector<std::string> found;
  for (const HeadwordId headword : lexicon.headwords_of(base)) {
    if (lexicon.base(headword) != base) continue;
    for (const auto form : lexicon.forms(headword)) found.emplace_back(form);
  }
  return found;
}

std::shared_ptr<const Lexicon> lexicon(const std::string& aff, const std::string& dic) {
  return Lexicon::parse("SET UTF-8\n" + aff, "1\n" + dic).value();
}

std::string fault(const std::string& aff, const std::string& dic) {
  const auto lexicon = Lexicon::parse(aff, dic);
  return lexicon.ok() ? "none" : lexicon.error().message;
}

TEST(Lexicon, ExpandsAWordByItsFlags) {
  EXPECT_THAT(forms(*small_lexicon(), "bidrag"),
              UnorderedElementsAre("bidrag", "bidrags", "bidraget", "bidragen"));
  EXPECT_THAT(forms(*small_lexicon(), "kvinna"),
              UnorderedElementsAre("kvinna", "kvinnas", "kvinnan", "kvinnor"));
}

TEST(Lexicon, KnowsWhoseFormAFormIs) {
  const auto small = small_lexicon();
  ASSERT_EQ(small->headwords_of("upphandlingarna").size(), 1U);
  EXPECT_EQ(small->base(small->headwords_of("upphandlingarna")[0]), "upphandling");
  EXPECT_THAT(small->headwords_of("upphandlingarnas"), IsEmpty());
  EXPECT_THAT(small->headwords_of(""), IsEmpty());
}

TEST(Lexicon, KnowsWhatStandsBeforeAndBehindOtherWords) {
  const auto small = small_lexicon();
  EXPECT_EQ(small->uses("bidrags"), kStandsAlone | kBeginsCompound | kEndsCompound);
  EXPECT_EQ(small->uses("kvinno"), kBeginsCompound);
  EXPECT_EQ(small->uses("anställd"), kStandsAlone);
  EXPECT_EQ(small->uses("kvinn"), 0);
  EXPECT_FALSE(small->is_word("kvinno"));
  EXPECT_THAT(small->combining_forms(small->headwords_of("kvinna")[0]), ElementsAre("kvinno"));
}

TEST(Lexicon, TellsNamesAndFoldsThem) {
  const auto small = small_lexicon();
  ASSERT_EQ(small->headwords_of("gävles").size(), 1U);
  EXPECT_TRUE(small->is_name(small->headwords_of("gävles")[0]));
  EXPECT_FALSE(small->is_name(small->headwords_of("förslag")[0]));
}

TEST(Lexicon, ReadsEveryKindOfFlag) {
  for (const auto& [kind, flag, other] : {std::array{"", "A", "B"},
                                          {"FLAG long\n", "Aa", "Ab"},
                                          {"FLAG num\n", "1001", ",2"},
                                          {"FLAG UTF-8\n", "Å", "Ä"}}) {
    const std::string class_of_flag = std::string(flag);
    const auto read = lexicon(
        std::string(kind) + "SFX " + class_of_flag + " Y 1\nSFX " + class_of_flag + " 0 s .\n",
        "ord/" + class_of_flag + other + "\n");
    EXPECT_THAT(forms(*read, "ord"), UnorderedElementsAre("ord", "ords")) << kind;
  }
}

TEST(Lexicon, CrossesPrefixesAndSuffixesThatBothDo) {
  const std::string aff =
      "PFX P Y 1\nPFX P 0 o .\nSFX S Y 1\nSFX S 0 t .\nSFX T N 1\nSFX T 0 het .\n";
  EXPECT_THAT(forms(*lexicon(aff, "klar/PST\n"), "klar"),
              UnorderedElementsAre("klar", "klart", "klarhet", "oklar", "oklart"));
}

TEST(Lexicon, ContinuesFromAffixToAffixOnce) {
  const std::string aff = "SFX S N 1\nSFX S 0 are/T .\nSFX T N 1\nSFX T 0 n/S .\n";
  EXPECT_THAT(forms(*lexicon(aff, "bak/S\n"), "bak"),
              UnorderedElementsAre("bak", "bakare", "bakaren"));
}

TEST(Lexicon, HoldsAffixesToTheirConditions) {
  const std::string aff = "SFX S N 3\nSFX S el len [^m]el\nSFX S 0 n [aå]\nSFX S 0 x [aå\n";
  EXPECT_THAT(fault("SET UTF-8\n" + aff, "1\nord\n"), HasSubstr("no closing bracket"));
  const auto read =
      lexicon("SFX S N 2\nSFX S el len [^m]el\nSFX S 0 n [aå]\n", "cykel/S\nkamel/S\nå/S\nel/S\n");
  EXPECT_THAT(forms(*read, "cykel"), ElementsAre("cykel", "cyklen"));
  EXPECT_THAT(forms(*read, "kamel"), ElementsAre("kamel"));
  EXPECT_THAT(forms(*read, "å"), ElementsAre("å", "ån"));
  EXPECT_THAT(forms(*read, "el"), ElementsAre("el"));
}

TEST(Lexicon, StripsAWholeWordOnlyWithLeave) {
  const std::string rule = "SFX S N 1\nSFX S gå gick gå\n";
  EXPECT_THAT(forms(*lexicon(rule, "gå/S\n"), "gå"), ElementsAre("gå"));
  EXPECT_THAT(forms(*lexicon("FULLSTRIP\n" + rule, "gå/S\n"), "gå"), ElementsAre("gå", "gick"));
}

TEST(Lexicon, LeavesOutForbiddenWordsAndBareStems) {
  const auto read =
      lexicon("FORBIDDENWORD !\nNEEDAFFIX ?\nSFX S N 1\nSFX S 0 s .\n", "fel/!S\nstam/?S\nord\n");
  EXPECT_FALSE(read->is_word("fel"));
  EXPECT_FALSE(read->is_word("stam"));
  EXPECT_TRUE(read->is_word("stams"));
}

TEST(Lexicon, LeavesOutWhatNoWordOfATextIs) {
  const auto read = lexicon("", "4H-gård\nt.ex.\nNew York\n16V\nord\tpo:noun\nkafé/X po:noun\n");
  EXPECT_EQ(read->headword_count(), 2U);
  EXPECT_TRUE(read->is_word("ord"));
}

TEST(Lexicon, SaysWhatIsWrong) {
  EXPECT_EQ(fault("SET ISO8859-1\n", "1\nord\n"),
            ".aff: line 1: it is written in ISO8859-1, and only UTF-8 is read");
  EXPECT_EQ(fault("\nAF 3\n", "1\nord\n"),
            ".aff: line 2: it numbers its flags (AF), which is not read");
  EXPECT_THAT(fault("FLAG odd\n", "1\nord\n"), HasSubstr("FLAG odd is not known"));
  EXPECT_THAT(fault("SFX A Y\n", "1\nord\n"), HasSubstr("line 1: a rule needs"));
  EXPECT_EQ(fault("SET UTF-8\n", "1\n"), ".dic: it has no words");
  EXPECT_EQ(fault("SET UTF-8\n", ""), ".dic: it has no words");
  EXPECT_EQ(fault("SET UTF-8\n", "1\n\xFF\n"), ".dic: it is not UTF-8");
  EXPECT_EQ(fault("\xFF", "1\nord\n"), ".aff: it is not UTF-8");
}

TEST(Lexicon, LimitsRulesAndFormsAndTheirLength) {
  std::string many = "SFX S N 1\n";
  for (std::size_t i = 0; i <= kAffixRulesMax; ++i) many += "SFX S 0 s .\n";
  EXPECT_THAT(fault(many, "1\nord\n"), HasSubstr("more than 100000 rules"));

  std::string some = "SET UTF-8\nSFX S N 1\n";
  for (std::size_t i = 0; i < kHeadwordFormsMax + 50; ++i) some += "SFX S 0 s .\n";
  const auto read = Lexicon::parse(some, "1\nord/S\n" + std::string(kFormBytesMax + 1, 'a') + "\n");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ((*read)->headword_count(), 1U);
  EXPECT_EQ((*read)->forms(HeadwordId{0}).size(), kHeadwordFormsMax + 1);

  std::string words = "1\n";
  for (std::size_t i = 0; i <= kLexiconFormsMax / kHeadwordFormsMax; ++i) words += "ord/S\n";
  EXPECT_THAT(fault(some, words), HasSubstr("more than 4000000 forms"));
}

TEST(Lexicon, IsReadFromTwoFiles) {
  const tests::TemporaryFolder folder;
  const auto path = folder.path() / "sv_XX";
  const auto missing = Lexicon::read(path);
  ASSERT_FALSE(missing.ok());
  EXPECT_THAT(missing.error().message, HasSubstr("sv_XX.aff: No such file"));
  EXPECT_THAT(missing.error().message, HasSubstr("install the Debian package hunspell-sv"));
  std::ofstream(path.string() + ".aff") << kSmallAff;
  EXPECT_THAT(Lexicon::read(path).error().message, HasSubstr("sv_XX.dic: No such file"));
  std::ofstream(path.string() + ".dic") << kSmallDic;
  ASSERT_TRUE(Lexicon::read(path).ok());
  std::filesystem::resize_file(path.string() + ".dic", kDictionaryBytesMax + 1);
  EXPECT_THAT(Lexicon::read(path).error().message, HasSubstr("sv_XX.dic: it is larger than 32 MB"));
}

// The one test that reads the system's dictionary for its own sake.
TEST(Lexicon, HoldsTheSystemsDictionaryInItsSpace) {
  const auto read = Lexicon::read(std::string(kSwedishDictionary));
  if (!read.ok()) return tests::skip(read.error().message);
  constexpr std::size_t kMemoryMax = 64U << 20U;
  EXPECT_LT((*read)->memory(), kMemoryMax);
  EXPECT_GT((*read)->headword_count(), 100'000U);
  EXPECT_THAT(forms(**read, "upphandling"), Contains("upphandlingarnas"));
  EXPECT_THAT(forms(**read, "museum"), Contains("museer"));
  EXPECT_THAT(forms(**read, "museum"), Not(Contains("musea")));
}

}  // namespace
}  // namespace fundwatch::matchers
