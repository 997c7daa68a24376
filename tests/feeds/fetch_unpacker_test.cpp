#include "feeds/fetch/unpacker.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/http_server.h"

namespace fundwatch::tests {
namespace {

using feeds::kCodingsMax;
using feeds::Unpacker;

std::string repeated(const std::string& coding, std::size_t times) {
  std::string list;
  for (std::size_t i = 0; i < times; ++i) list += coding + ", ";
  return list;
}

// What comes out of `packed` if it comes byte by byte.
std::string dribbled(const std::string& codings, const std::string& packed) {
  auto unpacker = Unpacker::make(codings);
  std::string text;
  for (const char& byte : packed) {
    EXPECT_TRUE(unpacker->take({&byte, 1}, [&text](std::string_view bytes) {
      text += bytes;
      return true;
    }));
  }
  EXPECT_TRUE(unpacker->is_at_an_end());
  return text;
}

TEST(UnpackerTest, PiecesMayBeOfAnySize) {
  const std::string text(100'000, 'x');
  EXPECT_EQ(dribbled("", text), text);
  EXPECT_EQ(dribbled("gzip", gzipped(text)), text);
  EXPECT_EQ(dribbled("gzip, GZip", gzipped(gzipped(text))), text);
}

TEST(UnpackerTest, StopsWhereTheSinkDoes) {
  auto unpacker = Unpacker::make("gzip");
  std::size_t pieces = 0;
  EXPECT_FALSE(unpacker->take(gzipped(std::string(10 << 20, '\0')),
                              [&pieces](std::string_view) { return ++pieces < 3; }));
  EXPECT_EQ(pieces, 3U);
}

TEST(UnpackerTest, OnlySoManyCodingsStandWithinOneAnother) {
  EXPECT_TRUE(Unpacker::make(repeated("gzip", kCodingsMax)));
  EXPECT_FALSE(Unpacker::make(repeated("gzip", kCodingsMax + 1)));
  EXPECT_TRUE(Unpacker::make(repeated("identity", kCodingsMax + 1)));
  EXPECT_FALSE(Unpacker::make("zstd"));
}

}  // namespace
}  // namespace fundwatch::tests
