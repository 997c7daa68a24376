#include "matchers/token_memo.h"

#include <gtest/gtest.h>

#include <string>

namespace fundwatch::matchers {
namespace {

struct TokenMemoTest : public testing::Test {
  TokenMemoTest() : atom(vocabulary.add({Mode::beginning, "stöd", {}, ""})) {}

  bool has_atom(const std::string& text) {
    const auto atoms = memo.atoms_of(memo.seek(text, 0, text.size()), vocabulary);
    return atoms.size() == 1 && atoms[0] == atom;
  }

  Vocabulary vocabulary{nullptr};
  AtomId atom;
  TokenMemo memo;
};

TEST_F(TokenMemoTest, AsksForAWordOnce) {
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(has_atom("stödet"));
    EXPECT_FALSE(has_atom("annat"));
  }
  EXPECT_EQ(memo.misses(), 2U);
  EXPECT_EQ(memo.size(), 2U);
}

// Words that differ in one byte only, within the first eight, the next eight, and beyond.
TEST_F(TokenMemoTest, TellsWordsApartByAllTheirBytes) {
  for (const std::size_t length : {1, 7, 8, 9, 15, 16, 17, 24, 40, 128, 129}) {
    for (std::size_t i = 0; i < length; ++i) {
      std::string word(length, 'x');
      word[i] = 'y';
      EXPECT_FALSE(has_atom(word));
    }
    EXPECT_FALSE(has_atom(std::string(length, 'x')));
  }
  EXPECT_TRUE(has_atom("stöd" + std::string(40, 'x')));
  EXPECT_FALSE(has_atom("stod" + std::string(40, 'x')));
  EXPECT_TRUE(has_atom("stöd" + std::string(40, 'x')));
}

TEST_F(TokenMemoTest, ReadsNoByteBeyondTheTokenInItsText) {
  const std::string text = "stödet stöd";
  EXPECT_EQ(memo.atoms_of(memo.seek(text, 0, 7), vocabulary).size(), 1U);
  EXPECT_EQ(memo.atoms_of(memo.seek(text, 8, text.size()), vocabulary).size(), 1U);
  EXPECT_EQ(memo.atoms_of(memo.seek("stödet", 0, 7), vocabulary).size(), 1U);
  EXPECT_EQ(memo.misses(), 2U);
}

TEST_F(TokenMemoTest, BeginsAnewWhenItIsFull) {
  for (std::size_t i = 0; i < kMemoTokensMax; ++i) has_atom("w" + std::to_string(i));
  EXPECT_GT(memo.size(), kMemoTokensMax - kMemoTokensMax / 1000);
  for (std::size_t i = 0; i < kMemoTokensMax / 100; ++i) has_atom("v" + std::to_string(i));
  EXPECT_LT(memo.size(), kMemoTokensMax / 50);
  EXPECT_TRUE(has_atom("stödet"));
}

TEST_F(TokenMemoTest, AsksOnlyForWordsThatAreSaidToHaveAtoms) {
  const WordSet askable{"stödet"};
  memo = TokenMemo(&askable);
  EXPECT_TRUE(has_atom("stödet"));
  EXPECT_TRUE(has_atom("stödet:s")) << "the same word";
  EXPECT_FALSE(has_atom("stöd"));
  EXPECT_TRUE(has_atom("stöd" + std::string(kMemoTokenBytesMax, 'x'))) << "too long to be known";
}

TEST_F(TokenMemoTest, LooksLongTokensUpEachTime) {
  const std::string longest = "stöd" + std::string(kMemoTokenBytesMax - 5, 'x');
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(has_atom(longest));
    EXPECT_TRUE(has_atom(longest + "x"));
  }
  EXPECT_EQ(memo.misses(), 3U);
}

}  // namespace
}  // namespace fundwatch::matchers
