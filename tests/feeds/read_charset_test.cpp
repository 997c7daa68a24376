#include "feeds/read/charset.h"

#include <gtest/gtest.h>

#include <string>

#include "feeds/read/large_copy.h"
#include "tests/feeds/read_support.h"

namespace fundwatch::feeds {
namespace {

using namespace std::string_literals;

const std::string kUtf8 = "åäö";
const std::string kLatin1 = "\xE5\xE4\xF6";

std::string wide(std::string_view ascii, bool big_endian) {
  std::string bytes;
  for (const char c : ascii) bytes += big_endian ? "\0"s + c : std::string(1, c) + "\0"s;
  return bytes;
}

struct Case {
  std::string name;
  std::string bytes;
  std::string content_type;
  std::string encoding;
  std::string text;
};

TEST(ReadCharset, IsDecidedByMarkHeaderDeclarationAndBytesInThisOrder) {
  const std::vector<Case> cases{
      {"mark beats header", "\xEF\xBB\xBF<a>" + kUtf8, "text/xml; charset=iso-8859-1", "utf-8",
       "<a>" + kUtf8},
      {"header", "<a>" + kLatin1, "text/xml; charset=windows-1252", "windows-1252", "<a>" + kUtf8},
      {"quoted header", "<a>" + kLatin1, "text/xml;charset=\"ISO-8859-1\"", "iso-8859-1",
       "<a>" + kUtf8},
      {"declaration", "<?xml version='1.0' encoding='windows-1252'?><a>" + kLatin1, "",
       "windows-1252", "<?xml version='1.0' encoding='windows-1252'?><a>" + kUtf8},
      {"nothing but UTF-8", "<a>" + kUtf8, "", "utf-8", "<a>" + kUtf8},
      {"UTF-16 without mark", wide("<a>x</a>", true), "", "utf-16be", "<a>x</a>"},
      {"UTF-16 without mark", wide("<a>x</a>", false), "", "utf-16le", "<a>x</a>"},
      {"UTF-16 with mark", "\xFF\xFE" + wide("<a>", false), "", "utf-16le", "<a>"},
      {"UTF-32", "\0\0\0<\0\0\0a\0\0\0>"s, "", "utf-32be", "<a>"},
      {"unknown label", "<?xml version='1.0' encoding='quux'?><a>" + kUtf8, "", "utf-8",
       "<?xml version='1.0' encoding='quux'?><a>" + kUtf8},
      {"UTF-8 under a Latin label", "<a>" + kUtf8, "text/xml; charset=iso-8859-1", "utf-8",
       "<a>" + kUtf8},
      {"UTF-16 label on bytes", "<?xml version='1.0' encoding='utf-16'?><a>" + kUtf8, "", "utf-8",
       "<?xml version='1.0' encoding='utf-16'?><a>" + kUtf8},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.name);
    const auto decoded = decode(one.bytes, one.content_type, Markup::xml);
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded->encoding, one.encoding);
    EXPECT_EQ(decoded->text, one.text);
  }
}

TEST(ReadCharset, ReadsLatin1LabelsAsWindows1252) {
  const auto decoded = decode("\x93Hej\x94 \x80", "text/xml; charset=latin1", Markup::xml);
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->text, "“Hej” €");
}

TEST(ReadCharset, OneBadByteSpoilsOneCharacter) {
  const auto decoded =
      decode("<?xml version='1.0' encoding='utf-8'?><a>" + kUtf8 + kUtf8 + "l\xE4n" + kUtf8, "",
             Markup::xml);
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->encoding, "utf-8");
  EXPECT_EQ(decoded->bad_characters, 1U);
  EXPECT_TRUE(decoded->text.ends_with(kUtf8 + kUtf8 + "län" + kUtf8));
}

TEST(ReadCharset, GuessesSwedishWithoutAnyDeclaration) {
  const auto decoded = decode(
      "<a>F\xF6reningar i G\xE4vleborg kan s\xF6ka bidrag f\xF6r att \xF6ka delaktigheten.</a>", "",
      Markup::xml);
  ASSERT_TRUE(decoded.ok());
  EXPECT_TRUE(decoded->is_guess);
  EXPECT_EQ(decoded->text,
            "<a>Föreningar i Gävleborg kan söka bidrag för att öka delaktigheten.</a>");
}

TEST(ReadCharset, MendsControlCharactersThatWereWindows1252) {
  const auto decoded = decode("<a>kommunens \xC2\x93stöd\xC2\x94</a>", "", Markup::xml);
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->text, "<a>kommunens “stöd”</a>");
}

TEST(ReadCharset, RefusesUtf7InWords) {
  const auto decoded = decode("<a>", "text/xml; charset=utf-7", Markup::xml);
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(decoded.error().stage, Stage::decode);
  EXPECT_NE(decoded.error().message.find("UTF-7"), std::string::npos);
}

TEST(ReadCharset, FindsDeclarationsOfPages) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"<meta charset=iso-8859-2>", "iso-8859-2"},
      {"<META CHARSET = 'ISO-8859-2' >", "iso-8859-2"},
      {"<!--<meta charset=koi8-r>--><meta charset=iso-8859-2>", "iso-8859-2"},
      {"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>", "iso-8859-2"},
      {"<meta content='text/html; charset=iso-8859-2'>", ""},
      {"<meta name=x content='charset=iso-8859-2'>", ""},
      {"<meta charset=nonsense><meta charset=iso-8859-2>", "iso-8859-2"},
      {"<p title='<meta charset=iso-8859-2>'>", ""},
      {"<meta charset=utf-16>", "utf-8"},
      {"<meta charset=iso-8859-2", ""},
  };
  for (const auto& [page, charset] : cases) EXPECT_EQ(declared_in_html(page), charset) << page;
}

TEST(ReadCharset, TellsWhatTheBytesContradict) {
  const Reading reading = read_well(
      "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><title>Gävle"
      "</title></channel></rss>");
  EXPECT_EQ(reading.feed.title, "Gävle");
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0], "the document says it is in iso-8859-1, but it is in utf-8");
}

TEST(ReadCharset, LargeTextsAreCopiedWhole) {
  for (const std::size_t bytes :
       {std::size_t{0}, std::size_t{100}, kLargeCopyBytesMin - 1, kLargeCopyBytesMin + 4097}) {
    std::string text(bytes, 'x');
    if (!text.empty()) text.back() = 'y';
    EXPECT_TRUE(large_copy(text) == text) << bytes;
  }
}

TEST(ReadCharset, TakesControlCharactersOutOfEveryKindOfDocument) {
  for (const Markup markup : {Markup::xml, Markup::html, Markup::json}) {
    const auto decoded = decode("a\x01\x0C\tb\n", "", markup);
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded->text, "a \tb\n");
    EXPECT_EQ(decoded->control_characters, 2U);
  }
}

}  // namespace
}  // namespace fundwatch::feeds
