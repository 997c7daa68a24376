#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <vector>

#include "feeds/read/article.h"
#include "feeds/read/discovery.h"
#include "feeds/read/page_change.h"
#include "feeds/read/page_list.h"
#include "feeds/read/selector.h"

// The worst that a page can be: each must cost time in proportion to its size. Measured in the
// processor's time, with room for a debug build under a sanitizer; what is quadratic takes minutes.
namespace fundwatch::feeds {
namespace {

constexpr double kSecondsMax = 10;
constexpr std::size_t kDepthMax = 256;

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST(PageHostile, PagesCostTimeInProportion) {
  const std::vector<std::string> pages{
      repeated("<div>", 200'000),
      repeated("<div>", 100'000) + repeated("</span>", 100'000),
      repeated("<b>", 100'000) + repeated("</i>", 100'000),
      repeated("<div><p>", 50'000) + repeated("</div>", 50'000),
      repeated("<table><tr><td>", 50'000),
      repeated("<p>", 50'000),
      repeated("<a href=x>y", 50'000),
      repeated("<li class='a b c d e f g h i'><a href=x>ett namn som är långt</a>", 10'000),
      repeated("<template>", 50'000),
      "<p x='" + repeated("y", 5'000'000) + "'>z",
      "<ul class='" + repeated("a b ", 1'000'000) + "'><li><a href=x>ett namn som är långt</a>",
      repeated("&", 200'000),
      repeated("<!--", 100'000),
  };
  for (const std::string& html : pages) {
    const std::clock_t start = std::clock();
    const Page page = open_page({html, "https://www.exempel.se/"}, kDepthMax);
    static_cast<void>(find_feeds(page));
    static_cast<void>(read_page(page, {}, {}));
    static_cast<void>(article(html, kDepthMax));
    EXPECT_LT(seconds_since(start), kSecondsMax) << html.substr(0, 60);
  }
}

TEST(PageHostile, SelectorsCostTimeInProportion) {
  const Page wide = open_page({repeated("<p>x</p>", 100'000), {}}, kDepthMax);
  const Page deep = open_page({repeated("<div>", 100'000), {}}, kDepthMax);
  for (const char* text : {"p ~ p ~ p ~ p ~ q", "div div div div div q", "p:nth-child(2n+1) + p"}) {
    const auto selector = Selector::compile(text);
    ASSERT_TRUE(selector) << text;
    const std::clock_t start = std::clock();
    static_cast<void>(selector->select(wide.tree, 1'000'000));
    static_cast<void>(selector->select(deep.tree, 1'000'000));
    EXPECT_LT(seconds_since(start), kSecondsMax) << text;
  }
}

TEST(PageHostile, ComparisonsCostTimeInProportion) {
  std::string before;
  std::string after;
  for (int i = 0; i < 50'000; ++i) {
    before += "ett " + std::to_string(i) + "\nlika\n";
    after += "två " + std::to_string(i) + "\nlika\n";
  }
  const std::clock_t start = std::clock();
  EXPECT_TRUE(page_change({before, after}).has_changed);
  EXPECT_LT(seconds_since(start), kSecondsMax);
}

}  // namespace
}  // namespace fundwatch::feeds
