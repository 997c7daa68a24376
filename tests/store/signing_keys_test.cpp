#include "store/signing_keys.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

SigningKey key_of(unsigned char byte, Instant made_at) {
  SigningKey key{made_at};
  key.bytes.fill(byte);
  key.bytes.back() = 0xF0;
  return key;
}

std::vector<unsigned char> first_bytes(const SigningKeys& keys) {
  std::vector<unsigned char> bytes;
  for (const SigningKey& key : keys) bytes.push_back(key.bytes.front());
  return bytes;
}

using SigningKeysTest = StoreTest;

TEST_F(SigningKeysTest, ComeBackAsAdded) {
  EXPECT_TRUE(store.signing_keys.all().empty());
  store.signing_keys.add(key_of(0x0A, hour(3)));
  const SigningKeys keys = store.signing_keys.all();
  ASSERT_EQ(keys.size(), 1U);
  EXPECT_EQ(keys.front().made_at, hour(3));
  EXPECT_EQ(keys.front().bytes, key_of(0x0A, hour(3)).bytes);
}

TEST_F(SigningKeysTest, AreKeptWhileTheirLinksAreGood) {
  const Instant start = hour(0);
  store.signing_keys.add(key_of(1, start));
  store.signing_keys.add(key_of(2, start + std::chrono::days{400}));
  EXPECT_THAT(first_bytes(store.signing_keys.all()), testing::ElementsAre(1, 2));
  store.signing_keys.add(key_of(3, start + std::chrono::days{400} + kReplacedKeyValid));
  EXPECT_THAT(first_bytes(store.signing_keys.all()), testing::ElementsAre(1, 2, 3));
  store.signing_keys.add(key_of(4, start + std::chrono::days{401} + kReplacedKeyValid));
  EXPECT_THAT(first_bytes(store.signing_keys.all()), testing::ElementsAre(2, 3, 4));
}

}  // namespace
}  // namespace fundwatch::tests
