#include "matchers/token_memo.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fundwatch::matchers {
namespace {

struct TokenMemoTest : public testing::Test {
  TokenMemoTest() : atom(vocabulary.add({Mode::beginning, "stöd", {}, ""})) {}

  bool has_atom(const std::string& text) {
    const auto atoms = memo.find(memo.seek(text, 0, text.size()), vocabulary).atoms;
    return atoms.size() == 1 && atoms[0] == atom;
  }

  std::size_t atom_count(const std::string& text, std::size_t begin, std::size_t end) {
    return memo.find(memo.seek(text, begin, end), vocabulary).atoms.size();
  }

  std::uint32_t number_of(const std::string& text) {
    return memo.find(memo.seek(text, 0, text.size()), vocabulary).number;
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
  EXPECT_EQ(atom_count(text, 0, 7), 1U);
  EXPECT_EQ(atom_count(text, 8, text.size()), 1U);
  EXPECT_EQ(atom_count("stödet", 0, 7), 1U);
  EXPECT_EQ(memo.misses(), 2U);
}

TEST_F(TokenMemoTest, NumbersTokensInTheOrderInWhichTheyAreMet) {
  EXPECT_EQ(number_of("stödet"), 0U);
  EXPECT_EQ(number_of("annat"), 1U);
  EXPECT_EQ(number_of("stödet"), 0U);
  EXPECT_EQ(number_of(std::string(kMemoTokenBytesMax + 1, 'x')), TokenMemo::kUnnumbered);
}

// What was numbered for an item keeps its number until the item is done.
TEST_F(TokenMemoTest, BeginsAnewWithTheItemAfterItIsFull) {
  for (std::size_t i = 0; memo.size() < kMemoTokensMax; ++i) has_atom("w" + std::to_string(i));
  EXPECT_EQ(number_of("fler"), TokenMemo::kUnnumbered);
  EXPECT_TRUE(has_atom("stödet"));
  EXPECT_EQ(number_of("w7"), 7U);
  const Token seven{.begin = 0, .end = 2, .is_plain = true};
  EXPECT_EQ(memo.telling_word(7, seven, "w7").letters, 2U);
  memo.make_room();
  EXPECT_EQ(memo.size(), 0U);
  EXPECT_TRUE(has_atom("stödet"));
  EXPECT_EQ(number_of("stödet"), 0U);
  memo.make_room();
  EXPECT_EQ(memo.size(), 1U) << "has room";
  for (int i = 1; i < 7; ++i) has_atom("w" + std::to_string(i));
  ASSERT_EQ(number_of("åtta"), 7U);
  const Token eight{.begin = 0, .end = 5, .is_plain = true};
  EXPECT_EQ(memo.telling_word(7, eight, "åtta").letters, 4U) << "not what 7 told before";
}

TEST(TokenMemo, BeginsAnewWhenItHoldsTooManyAtoms) {
  Vocabulary vocabulary(nullptr);
  constexpr std::size_t kRules = 1000;
  for (std::size_t i = 0; i < kRules; ++i) {
    vocabulary.add({Mode::beginning, "s", {"s" + std::to_string(i)}, ""});
  }
  TokenMemo memo;
  const auto read = [&](const std::string& token) {
    return memo.find(memo.seek(token, 0, token.size()), vocabulary);
  };
  const std::size_t atoms = read("stöd").atoms.size();
  ASSERT_GT(atoms, kRules / 2);
  for (std::size_t i = 0; i <= kMemoAtomsMax / atoms; ++i) read("stöd" + std::to_string(i));
  EXPECT_EQ(read("sist").number, TokenMemo::kUnnumbered);
  EXPECT_EQ(read("sist").atoms.size(), atoms);
  memo.make_room();
  EXPECT_EQ(read("sist").number, 0U);
}

TEST_F(TokenMemoTest, LooksUpEachTimeTokensThatWantAPlaceThatTooManyWant) {
  constexpr std::uint64_t kSamePlace = 0x3FFF;  // of a table four times as large as the first one
  std::vector<std::string> tokens;
  for (int i = 0; tokens.size() < kMemoProbesMax + 1; ++i) {
    const std::string token = "stöd" + std::to_string(i);
    if ((SoughtText(token, 0, token.size()).hash() & kSamePlace) == 0) tokens.push_back(token);
  }
  for (int time = 0; time < 2; ++time) {
    for (const std::string& token : tokens) EXPECT_TRUE(has_atom(token));
  }
  EXPECT_EQ(memo.size(), kMemoProbesMax);
  EXPECT_EQ(memo.misses(), kMemoProbesMax + 2) << "one of them twice";
  EXPECT_EQ(number_of(tokens.back()), TokenMemo::kUnnumbered);
}

TEST_F(TokenMemoTest, RemembersWhatATokenTells) {
  const std::string bytes = "Föreningen";
  const auto end = static_cast<std::uint32_t>(bytes.size());
  const Token token{.begin = 0, .end = end, .is_plain = true};
  const TellingWord told = memo.telling_word(number_of(bytes), token, bytes);
  EXPECT_TRUE(told.tells);
  EXPECT_TRUE(told.is_capitalised);
  EXPECT_EQ(told.letters, 10U);
  EXPECT_EQ(memo.telling_word(number_of(bytes), token, bytes).stem, told.stem);
  EXPECT_EQ(memo.telling_word(TokenMemo::kUnnumbered, token, bytes).stem, told.stem);
  const Token mute{.begin = 0, .end = 4, .is_plain = true};
  EXPECT_FALSE(memo.telling_word(number_of("ännu"), mute, "ännu").is_capitalised);
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
