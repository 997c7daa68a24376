#include "feeds/read/plain_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fundwatch::feeds {
namespace {

TEST(ReadPlainText, KeepsTheShapeOfTexts) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"<p>Ett.</p><p>Två.</p>", "Ett.\n\nTvå."},
      {"<div>Ett.</div><div>Två.</div>", "Ett.\nTvå."},
      {"Ett.<br>Två.<br><br>Tre.", "Ett.\nTvå.\n\nTre."},
      {"<h2>Vem kan söka?</h2>Föreningar", "Vem kan söka?\n\nFöreningar"},
      {"Krav:<ul><li>ett</li><li>två</li></ul>Slut", "Krav:\n\n- ett\n- två\n\nSlut"},
      {"<ol><li>ett<li>två</ol>", "1. ett\n2. två"},
      {"<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"},
      {"<table><tr><th>Steg</th><th>Dag</th></tr><tr><td>Ansökan</td><td>3 mars</td></tr></table>",
       "Steg | Dag\nAnsökan | 3 mars"},
      {"Läs <a href=\"https://exempel.se\">mer   här</a>.", "Läs mer här."},
      {"  a \n\t b  ", "a b"},
      {"<pre>a\n  b</pre>", "a\n  b"},
      {"Sök<b>ning</b> p&aring; &quot;webben&quot;", "Sökning på \"webben\""},
      {"upp&shy;handling\u200B 1&nbsp;000 kr", "upphandling 1 000 kr"},
      {"a<script>b</script>c<style>d</style><!-- e -->", "ac"},
      {"a<script src=\"x\"/>b<object data=\"x\">c", "abc"},
      {"a &lt;b&gt; c", "a <b> c"},
      {"&#150; &#x2013;", "– –"},
  };
  for (const auto& [html, text] : cases) EXPECT_EQ(plain_text(html), text) << html;
}

TEST(ReadPlainText, LeavesPlainTextAlone) {
  EXPECT_EQ(plain_text(RawText{"1 < 2 & <b>", TextKind::plain, {}}), "1 < 2 & <b>");
  EXPECT_EQ(plain_text(RawText{"rad 1\nrad 2", TextKind::plain, {}}), "rad 1\nrad 2");
}

TEST(ReadPlainText, TellsHtmlFromTextThatMentionsIt) {
  for (const std::string html : {"<p>a", "a</b>", "a<br/>b", "a &amp; b", "<img src=x>", "&#228;",
                                 "<a href=\"x\">", "<!-- x -->"}) {
    EXPECT_TRUE(looks_like_html(html)) << html;
  }
  for (const std::string text : {"1 < 2", "a & b", "R&D", "</example>", "use <b> for bold",
                                 "a <- b", "Sök <senast> 3 mars", ""}) {
    EXPECT_FALSE(looks_like_html(text)) << text;
  }
}

TEST(ReadPlainText, OfTitlesIsOneLine) {
  EXPECT_EQ(plain_line(RawText{"Bidrag\n till  &lt;b&gt;<br>", TextKind::unsure, {}}),
            "Bidrag till <b>");
}

}  // namespace
}  // namespace fundwatch::feeds
