#include "digest/signed_link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace fundwatch::digest {
namespace {

using namespace std::chrono_literals;

const Instant kNow = std::chrono::sys_days{std::chrono::year{2027} / 2 / 15} + 8h;

SigningKey key_of(unsigned char byte, Instant made_at) {
  SigningKey key{made_at};
  key.bytes.fill(byte);
  return key;
}

const SigningKeys kKeys{key_of(7, kNow - std::chrono::days{400})};

SignedLink an_answer() {
  return {LinkPurpose::answer, SubscriberId{12}, CaseId{345'678}, kNow - 24h};
}

TEST(SignedLink, ComesBackAsItWent) {
  for (const LinkPurpose purpose :
       {LinkPurpose::confirm, LinkPurpose::settings, LinkPurpose::unsubscribe, LinkPurpose::answer,
        LinkPurpose::calendar}) {
    SignedLink link = an_answer();
    link.purpose = purpose;
    EXPECT_EQ(read_token(token_of(link, kKeys), kKeys, kNow), link);
  }
}

TEST(SignedLink, IsShortAndFitForAnAddress) {
  const std::string token = token_of(
      {LinkPurpose::answer, SubscriberId{1'000'000}, CaseId{1'000'000'000'000}, kNow}, kKeys);
  EXPECT_LE(token.size(), 64U);
  EXPECT_TRUE(std::all_of(token.begin(), token.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-' || c == '_';
  })) << token;
}

TEST(SignedLink, IsRefusedWithAnyCharacterChanged) {
  const std::string token = token_of(an_answer(), kKeys);
  for (std::size_t at = 0; at < token.size(); ++at) {
    std::string other = token;
    other[at] = other[at] == 'A' ? 'B' : 'A';
    EXPECT_EQ(read_token(other, kKeys, kNow), std::nullopt) << at;
  }
}

TEST(SignedLink, IsRefusedCutOrLengthened) {
  const std::string token = token_of(an_answer(), kKeys);
  for (std::size_t length = 0; length < token.size(); ++length) {
    EXPECT_EQ(read_token(token.substr(0, length), kKeys, kNow), std::nullopt) << length;
  }
  EXPECT_EQ(read_token(token + "A", kKeys, kNow), std::nullopt);
  EXPECT_EQ(read_token(token + "=", kKeys, kNow), std::nullopt);
  EXPECT_EQ(read_token(token + std::string(100'000, 'A'), kKeys, kNow), std::nullopt);
}

TEST(SignedLink, IsRefusedWithoutOurKey) {
  const SigningKeys others{key_of(8, kNow - std::chrono::days{400})};
  EXPECT_EQ(read_token(token_of(an_answer(), others), kKeys, kNow), std::nullopt);
  EXPECT_EQ(read_token(token_of(an_answer(), kKeys), {}, kNow), std::nullopt);
}

TEST(SignedLink, OutlivesItsKeyForSixtyDays) {
  const std::string token = token_of(an_answer(), kKeys);
  SigningKeys rotated = kKeys;
  rotated.push_back(key_of(9, kNow));
  EXPECT_EQ(read_token(token, rotated, kNow + kReplacedKeyValid), an_answer());
  EXPECT_EQ(read_token(token, rotated, kNow + kReplacedKeyValid + 1s), std::nullopt);
  EXPECT_NE(token_of(an_answer(), rotated), token);
}

TEST(SignedLink, OfAConfirmationIsGoodForSevenDays) {
  const SignedLink link{LinkPurpose::confirm, SubscriberId{1}, CaseId{}, kNow};
  const std::string token = token_of(link, kKeys);
  EXPECT_EQ(read_token(token, kKeys, kNow + kConfirmationValid), link);
  EXPECT_EQ(read_token(token, kKeys, kNow + kConfirmationValid + 1s), std::nullopt);
}

TEST(SignedLink, OfTheFutureIsRefusedButForClocksThatDiffer) {
  SignedLink link = an_answer();
  link.made_at = kNow + 5min;
  EXPECT_TRUE(read_token(token_of(link, kKeys), kKeys, kNow));
  link.made_at = kNow + 6min;
  EXPECT_FALSE(read_token(token_of(link, kKeys), kKeys, kNow));
}

TEST(SigningKey, IsAnotherEachTime) {
  const SigningKey key = new_signing_key(kNow);
  EXPECT_EQ(key.made_at, kNow);
  EXPECT_NE(key.bytes, new_signing_key(kNow).bytes);
}

}  // namespace
}  // namespace fundwatch::digest
