#include "feeds/read/linked_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "feeds/read/items.h"

namespace fundwatch::feeds {
namespace {

using testing::HasSubstr;
using testing::Not;

Result<std::string> text_of(const std::string& content_type, const std::string& body) {
  return linked_page_text({.status = 200, .content_type = content_type, .body = body},
                          config::Read{});
}

TEST(LinkedPage, GivesTheMainMatter) {
  const auto text = text_of("text/html; charset=windows-1252",
                            "<html><body><nav><a href=\"/\">Start</a></nav><main><h1>Utlysning</h1>"
                            "<p>S\xF6k medel till kaf\xE9"
                            "er senast i maj.</p></main></body></html>");
  ASSERT_TRUE(text) << text.error().message;
  EXPECT_THAT(*text, HasSubstr("Sök medel till kaféer senast i maj."));
  EXPECT_THAT(*text, Not(HasSubstr("Start")));
}

TEST(LinkedPage, GivesPlainTextAsItIs) {
  EXPECT_EQ(text_of("text/plain", "\n<Sök> nu.\n").value(), "<Sök> nu.");
}

TEST(LinkedPage, IsAPageWhereTheServerDoesNotSay) {
  EXPECT_EQ(text_of("", "<p>Sök nu.</p>").value(), "Sök nu.");
}

TEST(LinkedPage, IsCutWhereItIsAbsurdlyLong) {
  EXPECT_EQ(text_of("text/plain", std::string(kTextBytesMax + 1, 'x'))->size(), kTextBytesMax);
}

TEST(LinkedPage, AStrayControlCharacterSpoilsNothing) {
  const std::string page = "<p>" + std::string(200, 'x') + '\0' + "</p>";
  EXPECT_EQ(text_of("text/html", page).value(), std::string(200, 'x'));
}

struct Other {
  const char* content_type;
  std::string body;
  const char* words;
};

TEST(LinkedPage, SaysWhatItIsInstead) {
  const Other cases[] = {
      {"image/png", "\x89PNG", "of type image/png, not a page"},
      {"text/html", std::string("PK\x03\x04\0\0", 6), "a binary file, not a page"},
      {"text/html", "<html><body><script>start()</script></body></html>", "no running text"},
      {"text/html", "", "no running text"},
  };
  for (const Other& other : cases) {
    const auto text = text_of(other.content_type, other.body);
    ASSERT_FALSE(text) << other.words;
    EXPECT_EQ(text.error().stage, Stage::read);
    EXPECT_THAT(text.error().message, HasSubstr(other.words));
  }
}

}  // namespace
}  // namespace fundwatch::feeds
