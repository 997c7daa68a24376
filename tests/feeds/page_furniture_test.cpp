#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "feeds/read/furniture.h"
#include "feeds/read/html_tree.h"
#include "feeds/read/page_noise.h"

namespace fundwatch::feeds {
namespace {

// Of the last element of a fragment.
bool furniture(const std::string& html) {
  const pugi::xml_document tree = html_tree("<body>" + html, 256);
  return is_furniture(tree.select_nodes("//*").end()[-1].node());
}

TEST(PageFurniture, IsToldByNameRoleAndClass) {
  const std::vector<std::pair<std::string, bool>> cases{
      {"<nav>", true},
      {"<footer>", true},
      {"<header>", true},
      {"<article><header>", false},
      {"<main>", false},
      {"<div role=navigation>", true},
      {"<div class='env-cookie-consent'>", true},
      {"<div class='x CookieBanner'>", true},
      {"<ol class=breadcrumbs>", true},
      {"<div class='share-buttons'>", true},
      {"<div id=sidebar_left>", true},
      {"<div class='post category-socialt-foretagande'>", false},
      {"<div class='tag-print tag-share'>", false},
      {"<div class='sprint socialekonomi'>", false},
      {"<div class='news'>", false},
      {"<p hidden>", true},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(furniture(html), expected) << html;
}

TEST(PageFurniture, HasLinesOfItsOwn) {
  EXPECT_TRUE(is_furniture_line("- Dela"));
  EXPECT_TRUE(is_furniture_line("Till toppen"));
  EXPECT_FALSE(is_furniture_line("Dela med dig av medlen"));
}

TEST(PageNoise, StopsAtTheLimit) {
  EXPECT_EQ(watched_lines("ett\ntvå\ntre", 2).size(), 2u);
  EXPECT_EQ(watched_lines("ett\ntvå\ntre", 9).size(), 3u);
}

}  // namespace
}  // namespace fundwatch::feeds
