#include "store/mark_numbers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fundwatch::store {
namespace {

std::optional<std::uint32_t> found(const MarkNumbers& numbers, const std::string& text) {
  return numbers.find(numbers.seek(text));
}

void add(MarkNumbers& numbers, const std::string& text, std::uint32_t number) {
  numbers.add(numbers.seek(text), number);
}

TEST(MarkNumbers, AreFoundByTheWholeText) {
  MarkNumbers numbers;
  add(numbers, "wupphandling", 1);
  add(numbers, "wupphandlingsmyndigheten", 2);
  add(numbers, "wupphandlingsmyndighetens", 3);
  add(numbers, std::string("w\0", 2), 4);
  EXPECT_EQ(found(numbers, "wupphandling"), 1U);
  EXPECT_EQ(found(numbers, "wupphandlingsmyndigheten"), 2U);
  EXPECT_EQ(found(numbers, "wupphandlingsmyndighetens"), 3U);
  EXPECT_EQ(found(numbers, "wupphandlingsmyndigheter"), std::nullopt);
  EXPECT_EQ(found(numbers, std::string("w\0", 2)), 4U);
  EXPECT_EQ(found(numbers, "w"), std::nullopt);
  EXPECT_EQ(found(numbers, ""), std::nullopt);
}

TEST(MarkNumbers, KeepTheFirstNumberOfAText) {
  MarkNumbers numbers;
  add(numbers, "wstöd", 1);
  add(numbers, "wstöd", 2);
  EXPECT_EQ(found(numbers, "wstöd"), 1U);
  EXPECT_EQ(numbers.size(), 1U);
}

TEST(MarkNumbers, RememberSoManyTextsAndNoMore) {
  MarkNumbers numbers;
  for (std::uint32_t i = 0; i < kMarkTextsRememberedMax + 10; ++i) {
    add(numbers, "a word of its own " + std::to_string(i), i);
  }
  EXPECT_LE(numbers.size(), kMarkTextsRememberedMax);
  EXPECT_GT(numbers.size(), kMarkTextsRememberedMax / 100 * 99) << "few find no slot near theirs";
  for (const std::uint32_t i : {0U, 1U, 99'999U}) {
    EXPECT_EQ(found(numbers, "a word of its own " + std::to_string(i)), i);
  }
  numbers.clear();
  EXPECT_EQ(numbers.size(), 0U);
  EXPECT_EQ(found(numbers, "a word of its own 1"), std::nullopt);
}

TEST(MarkNumbers, RememberSoMuchOfLongTexts) {
  MarkNumbers numbers;
  const std::string rest(200, 'a');
  const auto most = static_cast<std::uint32_t>(kMarkRestBytesMax / rest.size());
  const auto text = [&](std::uint32_t i) {
    return std::to_string(1'000'000'000'000'000 + i) + rest;
  };
  for (std::uint32_t i = 0; i < most + 1000; ++i) add(numbers, text(i), i);
  EXPECT_LE(numbers.size(), most);
  EXPECT_GT(numbers.size(), most / 100 * 99) << "few find no slot near theirs";
  EXPECT_EQ(found(numbers, text(1)), 1U);
  EXPECT_EQ(found(numbers, text(most + 999)), std::nullopt);
}

TEST(MarkNumbers, LeaveOutTextsThatWantASlotThatTooManyWant) {
  constexpr std::uint64_t kSameSlot = 0xFFF;  // of a table four times as large as the first one
  std::vector<std::string> texts;
  for (int i = 0; texts.size() < kMarkProbesMax + 3; ++i) {
    const std::string text = "w" + std::to_string(i);
    if ((SoughtText(text, 0, text.size()).hash() & kSameSlot) == 0) texts.push_back(text);
  }
  MarkNumbers numbers;
  for (std::uint32_t i = 0; i < texts.size(); ++i) add(numbers, texts[i], i);
  EXPECT_EQ(numbers.size(), kMarkProbesMax);
  EXPECT_EQ(found(numbers, texts[kMarkProbesMax - 1]), kMarkProbesMax - 1);
  EXPECT_EQ(found(numbers, texts[kMarkProbesMax]), std::nullopt);
}

TEST(MarkNumbers, LeaveLongTextsOut) {
  MarkNumbers numbers;
  const std::string longest(kMarkTextBytesRememberedMax, 'a');
  add(numbers, longest, 1);
  add(numbers, longest + "a", 2);
  EXPECT_EQ(found(numbers, longest), 1U);
  EXPECT_EQ(found(numbers, longest + "a"), std::nullopt);
}

}  // namespace
}  // namespace fundwatch::store
