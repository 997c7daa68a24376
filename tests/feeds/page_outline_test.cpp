#include "feeds/read/page_outline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "feeds/read/page_guess.h"
#include "tests/feeds/page_support.h"

namespace fundwatch::feeds {
namespace {

using testing::ElementsAre;

constexpr std::size_t kDepthMax = 256;

PageOutline outline(const std::string& html) {
  return outline_of(open_page({html, kPageUrl}, kDepthMax));
}

// "#" before a heading, "1*" where a block of the first list begins, "1" where it goes on.
std::vector<std::string> shown(const PageOutline& outline) {
  std::vector<std::string> lines;
  for (const OutlineLine& line : outline.lines) {
    std::string mark = line.list ? std::to_string(*line.list + 1) : "";
    if (line.begins_block) mark += "*";
    if (line.is_heading) mark += "#";
    lines.push_back(mark + " " + line.text);
  }
  return lines;
}

std::string list_of(const std::string& name, int count) {
  std::string html = "<ul class=\"" + name + "\">";
  for (int i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    html +=
        "<li><a href=\"/" + name + number + "\">Rubrik " + name + " nummer " + number + "</a></li>";
  }
  return html + "</ul>";
}

TEST(PageOutline, ShowsThePageWithoutItsFurnitureAndWhatStandsInTheList) {
  const PageOutline page = outline(kSitevisionPage);
  EXPECT_THAT(page.lists, ElementsAre("ul.sv-channel > li.sv-channel-item"));
  EXPECT_THAT(
      shown(page),
      ElementsAre("# Nyheter", "1* Bidrag till sociala företag 20 november 2026",
                  "1 Nu kan du söka bidrag. Sista ansökningsdag: 15 januari 2027.",
                  "1* Ny upphandling av catering 18 november 2026", "1 Anbud lämnas i januari.",
                  "1* Möte om arbetsintegrering 2 november 2026", "1 Välkommen till biblioteket."));
}

TEST(PageOutline, HasEveryListTheLikeliestFirst) {
  const PageOutline page =
      outline("<html><body><h2>Länkar</h2>" + list_of("lankar", 3) + "<main><h1>Nytt</h1>" +
              list_of("nytt", 3) + "</main></body></html>");
  EXPECT_THAT(page.lists, ElementsAre("ul.nytt > li > a", "ul.lankar > li > a"));
  EXPECT_THAT(shown(page),
              ElementsAre("# Länkar", "2* Rubrik lankar nummer 1", "2* Rubrik lankar nummer 2",
                          "2* Rubrik lankar nummer 3", "# Nytt", "1* Rubrik nytt nummer 1",
                          "1* Rubrik nytt nummer 2", "1* Rubrik nytt nummer 3"));
}

TEST(PageOutline, KeepsWordsTogetherAndCardsApart) {
  EXPECT_THAT(shown(outline("<body><p>Läs <b>m</b>er <i>nu</i><br>här</p>"
                            "<a href=/1><h3>Kort</h3><p>Text</p></a><svg>x</svg></body>")),
              ElementsAre(" Läs mer nu", " här", "# Kort", " Text"));
}

TEST(PageOutline, IsBounded) {
  std::string html = "<body>" + std::string("<p>") + std::string(1000, 'x') + "</p>";
  for (std::size_t i = 0; i < 2 * kOutlineListsMax; ++i) {
    html += list_of("l" + std::string(i + 1, 'a'), 100);
  }
  const PageOutline page = outline(html + "</body>");
  EXPECT_EQ(page.lists.size(), kOutlineListsMax);
  EXPECT_EQ(page.lines.size(), kOutlineLinesMax);
  EXPECT_LE(page.lines.front().text.size(), kOutlineLineCharactersMax + 3);
}

TEST(PageGuess, NoListIsWithinAnother) {
  const Page page = open_page({kWordPressPage, kPageUrl}, kDepthMax);
  const std::vector<std::string> lists = guess_lists(page, 10);
  EXPECT_THAT(lists, ElementsAre(*guess_list(page)));
}

}  // namespace
}  // namespace fundwatch::feeds
