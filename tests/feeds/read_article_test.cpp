#include "feeds/read/article.h"

#include <gtest/gtest.h>

#include <string>

#include "feeds/read/html_tree.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kDepthMax = 256;

const std::string kPage = R"(<!DOCTYPE html><html><head><title>Stöd - Exempel</title>
<style>p { color: red }</style></head><body>
<div id="cookie-banner"><p>Vi använder kakor för att webbplatsen ska fungera bra.</p></div>
<header><nav><ul><li><a href="/">Start</a></li><li><a href="/om">Om oss</a></li></ul></nav></header>
<main><h1>Stöd till &aring;terbruk</h1><p>Föreningar kan söka stöd till och med 3 mars.</p>
<table><tr><td>Belopp</td><td>50 000 kr</td></tr></table>
<ul><li>Ansökan görs på webben.</li><li>Bifoga stadgarna.</li></ul>
<p>Dela</p><p>Skriv ut</p>
<div class="related"><h2>Läs också</h2><p>En annan nyhet.</p></div>
<ul><li><a href="/1">En länk till en annan sida</a></li><li><a href="/2">Och en länk till</a></li></ul>
</main><footer><p>Exempelkommunen, 123 45 Exempel</p></footer><script>var x = "text";</script>
</body></html>)";

TEST(ReadArticle, IsTheMainMatterWithoutTheFurniture) {
  const Article found = article(kPage, kDepthMax);
  EXPECT_EQ(found.title, "Stöd till återbruk");
  EXPECT_EQ(found.text,
            "Stöd till återbruk\n\nFöreningar kan söka stöd till och med 3 mars.\n\n"
            "Belopp | 50 000 kr\n\n- Ansökan görs på webben.\n- Bifoga stadgarna.");
}

TEST(ReadArticle, IsFoundWhereNothingIsMarked) {
  const Article found = article(
      "<html><title>Sidan</title><body><div><a href=/>Start</a> <a href=/a>Alla nyheter</a></div>"
      "<div><div>Föreningen har fått ett större bidrag till sin verksamhet i länet i år.<br>"
      "Pengarna räcker till två nya platser.</div></div></body></html>",
      kDepthMax);
  EXPECT_EQ(found.title, "Sidan");
  EXPECT_EQ(found.text,
            "Föreningen har fått ett större bidrag till sin verksamhet i länet i år.\n"
            "Pengarna räcker till två nya platser.");
}

TEST(ReadArticle, IsEmptyWhereThereIsNone) {
  EXPECT_EQ(article("", kDepthMax).text, "");
  EXPECT_EQ(article("<html><body><script>x</script></body></html>", kDepthMax).text, "");
}

TEST(ReadHtmlTree, HoldsTextBeyondItsDepth) {
  std::string html = "<body>";
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  const pugi::xml_document tree = html_tree(html + "djupt", 50);
  const auto text = tree.select_node("//text()[contains(., 'djupt')]");
  ASSERT_TRUE(text);
  EXPECT_LE(std::string(text.parent().path()).size(), 50 * std::string("/div").size() + 20);
}

TEST(ReadHtmlTree, KnowsNoScriptsAndKeepsAttributes) {
  const pugi::xml_document tree =
      html_tree("<P CLASS=x>a<script>b</script><style>c</style><br>d</P>", 50);
  EXPECT_FALSE(tree.select_node("//script | //style"));
  EXPECT_TRUE(tree.select_node("//p[@class='x']/br"));
}

}  // namespace
}  // namespace fundwatch::feeds
