#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "feeds/read/html_tree.h"
#include "feeds/read/page.h"
#include "feeds/read/selector.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kDepthMax = 256;
constexpr std::size_t kAll = 1000;

const std::string kPage = R"(<body id="top"><div class="news wide"><h2>Nyheter</h2>
<ul><li class="first">ett</li><li lang="sv">två <b>b</b></li><li data-kind="call-open">tre</li></ul>
<p>efter</p><p class="nyheter">sist</p></div>
<div class="newsletter"><a href="/brev?x=1">brev</a></div></body>)";

// The texts of what a selector finds, with bars between.
std::string found(const std::string& selector) {
  const auto compiled = Selector::compile(selector);
  if (!compiled) return compiled.error().message;
  const pugi::xml_document tree = html_tree(kPage, kDepthMax);
  std::string texts;
  for (const pugi::xpath_node& node : compiled->select(tree, kAll)) {
    texts += (texts.empty() ? "" : "|") +
             (node.attribute() ? std::string(node.attribute().value()) : line_of(node.node()));
  }
  return texts;
}

TEST(PageSelector, FindsWhatItSays) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"li", "ett|två b|tre"},
      {"LI.first", "ett"},
      {".news li", "ett|två b|tre"},
      {".new", ""},
      {"div.news.wide > h2", "Nyheter"},
      {"div > li", ""},
      {"#top b", "b"},
      {"h2 + ul > li:first-child", "ett"},
      {"h2 ~ p", "efter|sist"},
      {"h2 + p", ""},
      {"ul + p", "efter"},
      {"li:nth-child(2)", "två b"},
      {"li:nth-child(odd)", "ett|tre"},
      {"li:nth-child(2n)", "två b"},
      {"li:nth-child(-n+2)", "ett|två b"},
      {"li:not(.first)", "två b|tre"},
      {"div > :not(ul)", "Nyheter|efter|sist|brev"},
      {"li:not(:first-child):not([lang])", "tre"},
      {"[lang]", "två b"},
      {"[lang=sv], [data-kind='call-open']", "två b|tre"},
      {"[data-kind^=call]", "tre"},
      {"[data-kind$=\"open\"]", "tre"},
      {"a[href*='x=1']", "brev"},
      {"[class~=wide] b, b", "b"},
      {"ul *", "ett|två b|b|tre"},
      {"  p.nyheter  ", "sist"},
      {"p\\.x, h2", "Nyheter"},
      {"//li[2]", "två b"},
      {"(//li)[last()]", "tre"},
      {"//a/@href", "/brev?x=1"},
  };
  for (const auto& [selector, expected] : cases) EXPECT_EQ(found(selector), expected) << selector;
}

TEST(PageSelector, IsRefusedWithThePlace) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"",
       "selector \"\", at character 1: expected a name, #id, .class, [attribute] or :not(), "
       "found the end"},
      {"li..x",
       "selector \"li..x\", at character 4: expected a class name after \".\", found \".x\""},
      {"å >",
       "selector \"å >\", at character 4: expected a name, #id, .class, [attribute] or :not(), "
       "found the end"},
      {"a[href",
       "selector \"a[href\", at character 7: expected one of = ^= $= *= ~= or \"]\", "
       "found the end"},
      {"a[href=\"x]",
       "selector \"a[href=\"x]\", at character 11: expected a closing \", found the end"},
      {"li:last-child",
       "selector \"li:last-child\", at character 3: expected :first-child, "
       ":nth-child() or :not(), found \":last-child\""},
      {"li:nth-child()",
       "selector \"li:nth-child()\", at character 14: expected a number, "
       "found \")\""},
      {"a!b",
       "selector \"a!b\", at character 2: expected a space, \">\", \"+\", \"~\" or \",\", "
       "found \"!b\""},
      {"//li[", "selector \"//li[\", at character 6: Unrecognized node test in this XPath"},
      {"(1 + 1)",
       "selector \"(1 + 1)\", at character 1: expected a path to elements, found an "
       "expression of another type"},
  };
  for (const auto& [selector, expected] : cases) EXPECT_EQ(found(selector), expected) << selector;
}

TEST(PageSelector, IsLimitedInLengthAndSteps) {
  EXPECT_NE(found(std::string(kSelectorBytesMax + 1, 'a')).find("write a shorter one"),
            std::string::npos);
  std::string steps = "a";
  for (std::size_t i = 1; i < kSelectorStepsMax; ++i) steps += " a";
  EXPECT_TRUE(Selector::compile(steps).ok());
  EXPECT_NE(found(steps + " a").find("at most 64 steps"), std::string::npos);
}

TEST(PageSelector, FindsNoMoreThanAsked) {
  const pugi::xml_document tree = html_tree(kPage, kDepthMax);
  for (const char* text : {"li", "//li"}) {
    const auto selector = Selector::compile(text);
    ASSERT_TRUE(selector);
    EXPECT_EQ(selector->select(tree, 2).size(), 2u) << text;
    EXPECT_EQ(line_of(selector->first(tree).node()), "ett") << text;
  }
}

TEST(PageSelector, LooksAtTheBlockItselfAndNotAround) {
  const pugi::xml_document tree = html_tree(kPage, kDepthMax);
  const auto list = Selector::compile("ul");
  const auto inner = Selector::compile("ul > li");
  const auto outer = Selector::compile("div li");
  ASSERT_TRUE(list && inner && outer);
  const pugi::xml_node block = list->first(tree).node();
  EXPECT_EQ(list->first(block).node(), block);
  EXPECT_EQ(inner->select(block, kAll).size(), 3u);
  EXPECT_TRUE(outer->select(block, kAll).empty());
}

}  // namespace
}  // namespace fundwatch::feeds
