#include "feeds/read/page_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "feeds/read/page_item.h"
#include "tests/feeds/page_support.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kDepthMax = 256;

Result<PageList> try_list(const std::string& html, const PageRule& rule = {},
                          const config::Read& limits = {}) {
  return read_page(open_page({html, kPageUrl}, kDepthMax), rule, limits);
}

PageList list(const std::string& html, const PageRule& rule = {}, const config::Read& limits = {}) {
  auto found = try_list(html, rule, limits);
  if (found) return std::move(*found);
  ADD_FAILURE() << found.error().message;
  return {};
}

std::string message(const std::string& html, const PageRule& rule) {
  const auto found = try_list(html, rule);
  return found ? "" : found.error().message;
}

// "title @ link @ date @ summary"
std::vector<std::string> lines(const PageList& page) {
  std::vector<std::string> all;
  for (const RawEntry& entry : page.feed.entries) {
    all.push_back(entry.title.value + " @ " + entry.link + " @ " + entry.published + " @ " +
                  entry.summary.value);
  }
  return all;
}

TEST(PageList, IsFoundOnASitevisionPage) {
  const PageList page = list(kSitevisionPage);
  EXPECT_EQ(page.rule.list, "ul.sv-channel > li.sv-channel-item");
  EXPECT_EQ(page.feed.format, "page");
  EXPECT_EQ(page.feed.title.value, "Nyheter - Exempelkommunen");
  EXPECT_EQ(page.feed.language, "sv");
  EXPECT_EQ(lines(page),
            (std::vector<std::string>{
                "Bidrag till sociala företag @ "
                "https://www.exempel.se/nyheter/2026/bidrag-till-sociala-foretag.html @ "
                "2026-11-20T10:15:00+01:00 @ Nu kan du söka bidrag. Sista ansökningsdag: 15 "
                "januari 2027.",
                "Ny upphandling av catering @ https://www.exempel.se/nyheter/2026/upphandling.html "
                "@ 2026-11-18 @ Anbud lämnas i januari.",
                "Möte om arbetsintegrering @ https://www.exempel.se/nyheter/2026/mote.html @ "
                "2026-11-02 @ Välkommen till biblioteket."}));
}

TEST(PageList, IsFoundOnAWordPressPage) {
  const PageList page = list(kWordPressPage);
  EXPECT_EQ(page.rule.list, "div.posts > article.post");
  EXPECT_EQ(lines(page),
            (std::vector<std::string>{
                "Socialt företagande i länet @ https://www.exempel.se/a/ @ 12 oktober 2026 @ "
                "Publicerad av Redaktionen Stiftelsen delar ut medel. Läs mer",
                "Så söker ni pengar @ https://www.exempel.se/b/ @ 1 oktober 2026 @ Publicerad av "
                "Redaktionen En handledning. Läs mer",
                "Höstens beslut är klara @ https://www.exempel.se/c/ @ 30 september 2026 @ "
                "Publicerad av Redaktionen Tolv projekt får stöd. Läs mer"}));
}

TEST(PageList, IsFoundOverRowsOfCards) {
  const PageList page = list(kEpiServerPage);
  EXPECT_EQ(lines(page), (std::vector<std::string>{
                             "Projektmedel @ https://www.exempel.se/sv/stod/1 @ 2026-09-01 @ För "
                             "regional utveckling.",
                             "Utvecklingsmedel @ https://www.exempel.se/sv/stod/2 @ 2026-09-02 @ "
                             "För social innovation.",
                             "Startstöd @ https://www.exempel.se/sv/stod/3 @ 2026-09-03 @ För nya "
                             "kooperativ."}));
}

TEST(PageList, IsFoundInATable) {
  EXPECT_EQ(lines(list(kTablePage)),
            (std::vector<std::string>{
                "Städtjänster, reserverad @ https://www.exempel.se/nyheter/visa.asp?id=1 @ "
                "2026-10-01 @ 2026-12-01",
                "Trädgårdsskötsel i kommunen @ https://www.exempel.se/nyheter/visa.asp?id=2 @ "
                "2026-10-05 @ 2026-12-05",
                "Återbruk av möbler @ https://www.exempel.se/nyheter/visa.asp?id=3 @ 2026-10-09 @ "
                "2026-12-09"}));
}

TEST(PageList, IsTheSameBySelectorThatWasGuessed) {
  for (const std::string& html : {kSitevisionPage, kWordPressPage, kEpiServerPage, kTablePage}) {
    const PageList guessed = list(html);
    const auto again = lines(list(html, guessed.rule));
    for (const std::string& line : lines(guessed)) {
      EXPECT_NE(std::find(again.begin(), again.end(), line), again.end()) << guessed.rule.list;
    }
  }
}

TEST(PageList, TakesThePartsWhereSelectorsSay) {
  const PageRule rule{".posts article", ".entry-title", "a.more", "//nothing", ".entry-content p"};
  EXPECT_EQ(message(kWordPressPage, rule),
            "the page has nothing at the date selector \"//nothing\": the page was rebuilt, or the "
            "selector must be corrected");
  PageRule corrected = rule;
  corrected.date = ".//span[@class='posted-on']";
  const PageList page = list(kWordPressPage, corrected);
  ASSERT_EQ(page.feed.entries.size(), 3u);
  EXPECT_EQ(page.rule, corrected);
  EXPECT_EQ(lines(page)[0],
            "Socialt företagande i länet @ https://www.exempel.se/a/ @ 12 oktober 2026 @ "
            "Stiftelsen delar ut medel.");
  EXPECT_EQ(page.feed.entries[0].summary.kind, TextKind::html);
}

TEST(PageList, TakesAttributesByXPath) {
  const PageRule rule{"//li[@class='sv-channel-item']", {}, "./a/@href", "./time/@datetime", {}};
  const PageList page = list(kSitevisionPage, rule);
  ASSERT_EQ(page.feed.entries.size(), 3u);
  EXPECT_EQ(page.feed.entries[1].published, "2026-11-18");
  EXPECT_EQ(page.feed.entries[1].link, "https://www.exempel.se/nyheter/2026/upphandling.html");
}

TEST(PageList, NeverComesOutEmpty) {
  EXPECT_EQ(message(kWordPressPage, {"ul.nyheter > li", {}, {}, {}, {}}),
            "the page has nothing at the list selector \"ul.nyheter > li\": the page was rebuilt, "
            "or the selector must be corrected");
  EXPECT_EQ(message(kWordPressPage, {"img, hr", {}, {}, {}, {}}),
            "the page has nothing at the list selector \"img, hr\": the page was rebuilt, or the "
            "selector must be corrected");
  EXPECT_EQ(message(kWordPressPage, {"article", "h7..", {}, {}, {}}),
            "selector \"h7..\", at character 4: expected a class name after \".\", found \".\"");
  const std::string nothing =
      "no list of links was found on the page: say with a selector where it is, or watch the page "
      "for changes";
  EXPECT_EQ(message("", {}), nothing);
  EXPECT_EQ(message("<p>Inget här.</p>", {}), nothing);
  EXPECT_EQ(message("<nav><ul><li><a href=/1>Startsidan för alla</a><li><a href=/2>En annan sida "
                    "här</a><li><a href=/3>Ännu en sida till</a></ul></nav>",
                    {}),
            nothing);
}

TEST(PageList, StopsAtTheLimit) {
  const PageList page = list(kWordPressPage, {}, {.items_max = 2});
  EXPECT_EQ(page.feed.entries.size(), 2u);
  EXPECT_EQ(page.feed.entries_left_out, 1u);
}

TEST(PageList, KeepsItemsWithoutALinkWhereASelectorSaysSo) {
  const PageList page =
      list("<dl><dt>Ett bidrag</dt><dt>Ett annat</dt></dl>", {"dt", {}, {}, {}, {}});
  EXPECT_EQ(page.feed.entries.size(), 2u);
  EXPECT_EQ(page.feed.entries[0].summary.value, "Ett bidrag");
}

TEST(PageItem, ReadsDatesInWords) {
  const Calendar calendar;
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Publicerad: 12 november 2026 | Nyhet", "12 november 2026"},
      {"Publicerad 2026-11-12 kl 10.15", "2026-11-12 kl 10.15"},
      {"Nyhet 3 mars 2026, Gävle", "3 mars 2026"},
      {"2026-11-12", "2026-11-12"},
      {"Sista ansökningsdag: 15 januari 2027", ""},
      {"Ansökan öppnar 1 mars 2027", ""},
      {"20 platser, 10 000 kr", ""},
      {"Programperioden 2021-2027", ""},
      {"", ""},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(date_in(text, calendar), expected) << text;
}

}  // namespace
}  // namespace fundwatch::feeds
