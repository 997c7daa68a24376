// Which stored item an arriving one is: the items of one source, read again and again.
#include "store/identity.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using store::Arrival;
using testing::ElementsAre;

// "key | address | title | day of publishing"; what is left out is empty.
Item said(const std::string& line) {
  std::vector<std::string> parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, '|');) {
    const auto begin = part.find_first_not_of(' ');
    const auto end = part.find_last_not_of(' ');
    parts.push_back(begin == std::string::npos ? "" : part.substr(begin, end - begin + 1));
  }
  parts.resize(4);
  Item item;
  item.key = parts[0];
  item.address = parts[1];
  item.url = item.address.empty() ? "https://a.se/alla" : "https://" + item.address;
  item.title = parts[2];
  if (!parts[3].empty()) item.published = hour(24 * std::stoi(parts[3]));
  return item;
}

using Reading = std::vector<std::string>;

struct Story {
  const char* name;
  std::vector<Reading> readings;
  std::vector<std::vector<int>> items;  // which item each is, numbered as they first came
};

class IdentityTest : public StoreTest {
 protected:
  // Reads them one after another; which item each turned out to be.
  std::vector<std::vector<int>> play(const std::vector<Reading>& readings) {
    const SourceId source = store.sources.save(sample_source("story"));
    std::vector<ItemId> known;
    std::vector<std::vector<int>> result;
    for (const Reading& reading : readings) {
      std::vector<Item> items;
      for (const std::string& line : reading) {
        items.push_back(said(line));
        items.back().source = source;
      }
      result.emplace_back();
      for (const store::Stored& stored : store.items.put(items, hour(0))) {
        const auto found = std::ranges::find(known, stored.id);
        EXPECT_EQ(stored.arrival == Arrival::fresh, found == known.end());
        result.back().push_back(static_cast<int>(found - known.begin()) + 1);
        if (found == known.end()) known.push_back(stored.id);
      }
    }
    EXPECT_EQ(store.items.count(), static_cast<std::int64_t>(known.size()));
    store.sources.remove(source);
    return result;
  }
};

TEST_F(IdentityTest, NoItemVanishesAndNoneComesTwice) {
  const std::vector<Story> stories{
      {"guid rotates",
       {{"g1 | a.se/1 | Utlysning"}, {"g2 | a.se/1 | Utlysning"}, {"g3 | a.se/1 | Utlysning"}},
       {{1}, {1}, {1}}},
      {"guid rotates and comes back",
       {{"g1 | a.se/1 | Utlysning"}, {"g2 | a.se/1 | Utlysning"}, {"g1 | a.se/1 | Utlysning"}},
       {{1}, {1}, {1}}},
      {"guid rotates and the title is corrected",
       {{"g1 | a.se/1 | Utlysnig: sociala företag"}, {"g2 | a.se/1 | Utlysning: sociala företag"}},
       {{1}, {1}}},
      {"guid rotates, the title is another, the date tells",
       {{"g1 | a.se/1 | Utlysning | 3"}, {"g2 | a.se/1 | Nu kan ni söka | 3"}},
       {{1}, {1}}},
      {"guid rotates where links lead nowhere, the date tells",
       {{"g1 | | Utlysning | 3"}, {"g2 | | Utlysning | 3"}},
       {{1}, {1}}},
      {"title is corrected",
       {{"g1 | a.se/1 | Utlysnig"}, {"g1 | a.se/1 | Helt andra ord"}},
       {{1}, {1}}},
      {"page moves", {{"g1 | a.se/1 | Utlysning"}, {"g1 | a.se/ny/1 | Utlysning"}}, {{1}, {1}}},
      {"guid is reused",
       {{"g1 | a.se/1 | Utlysning våren | 1"},
        {"g1 | a.se/2 | Konferens i Gävle | 9"},
        {"g1 | a.se/2 | Konferens i Gävle | 9"},
        {"g1 | a.se/1 | Utlysning våren | 1"}},
       {{1}, {2}, {2}, {1}}},
      {"all lead to one page, one at a time",
       {{"g1 | a.se/alla | Utlysning om cirklar | 1"},
        {"g2 | a.se/alla | Konferens om kvadrater | 2"},
        {"g1 | | Utlysning om cirklar | 1", "g2 | | Konferens om kvadrater | 2"}},
       {{1}, {2}, {1, 2}}},
      {"same words every time, elsewhere",
       {{"g1 | a.se/p/1 | Protokoll | 1"}, {"g2 | a.se/p/2 | Protokoll | 1"}},
       {{1}, {2}}},
      {"same page, another year",
       {{"g1 | a.se/1 | Utlysning 2026"}, {"g2 | a.se/1 | Utlysning 2027"}},
       {{1}, {2}}},
      {"same page and words, long afterwards",
       {{"g1 | a.se/1 | Utlysning | 1"}, {"g2 | a.se/1 | Utlysning | 32"}},
       {{1}, {2}}},
      {"same page and words, soon afterwards",
       {{"g1 | a.se/1 | Utlysning | 1"}, {"g2 | a.se/1 | Utlysning | 31"}},
       {{1}, {1}}},
      {"a new one beside one of the same page that its key tells, in either order",
       {{"g1 | a.se/1 | Utlysning"},
        {"g2 | a.se/1 | Utlysning", "g1 | a.se/1 | Utlysning"},
        {"g1 | a.se/1 | Utlysning", "g2 | a.se/1 | Utlysning"}},
       {{1}, {2, 1}, {1, 2}}},
      {"guids swap their items",
       {{"g1 | a.se/1 | Utlysning våren", "g2 | a.se/2 | Konferens i Gävle"},
        {"g2 | a.se/1 | Utlysning våren", "g1 | a.se/2 | Konferens i Gävle"},
        {"g2 | a.se/1 | Utlysning våren", "g1 | a.se/2 | Konferens i Gävle"}},
       {{1, 2}, {1, 2}, {1, 2}}},
      {"stands twice in the document",
       {{"g1 | a.se/1 | Utlysning", "g1 | a.se/1 | Utlysning"}},
       {{1, 1}}},
  };
  for (const Story& story : stories) {
    SCOPED_TRACE(story.name);
    EXPECT_EQ(play(story.readings), story.items);
  }
}

TEST_F(IdentityTest, ItemsOfOtherSourcesAreNeverTheSame) {
  Item item = said("g1 | a.se/1 | Utlysning | 1");
  item.source = store.sources.save(sample_source("a"));
  const ItemId one = store.items.put(item, hour(0)).id;
  item.source = store.sources.save(sample_source("b"));
  item.key = "g2";
  EXPECT_NE(store.items.put(item, hour(0)).id, one);
}

TEST_F(IdentityTest, ItemWithANewGuidKeepsItsCaseAndIsKnownByTheNewOne) {
  Item item = said("g1 | a.se/1 | Utlysning");
  item.source = store.sources.save(sample_source("a"));
  const Item before = store.items.find(store.items.put(item, hour(0)).id).value();
  item.key = "g2";
  const store::Stored stored = store.items.put(item, hour(1));
  EXPECT_EQ(stored.arrival, Arrival::unchanged);
  const Item after = store.items.find(stored.id).value();
  EXPECT_EQ(after.case_id, before.case_id);
  EXPECT_EQ(after.first_seen, before.first_seen);
  EXPECT_EQ(after.key, "g2");
}

TEST_F(IdentityTest, LinkIsNewWhenItLeadsElsewhere) {
  Item item = said("g1 | a.se/1 | Utlysning");
  item.source = store.sources.save(sample_source("a"));
  EXPECT_TRUE(store.items.put(item, hour(0)).is_link_new);
  item.title = "Utlysningen";
  EXPECT_FALSE(store.items.put(item, hour(0)).is_link_new);
  item.url = item.address = "a.se/2";
  EXPECT_TRUE(store.items.put(item, hour(0)).is_link_new);
}

struct Titles {
  const char* one;
  const char* other;
  bool are_similar;
};

TEST(SimilarTitles, AreCorrectionsAndNotOtherAnnouncements) {
  const Titles cases[] = {
      {"Utlysning", "Utlysning", true},
      {"UTLYSNING  om bidrag", "Utlysning om bidrag", true},
      {"Utlysnig om bidrag", "Utlysning om bidrag", true},
      {"Medel till sociala företag", "Förlängd tid: Medel till sociala företag", true},
      {"Utlysning", "Utlysning om medel till sociala företag på landsbygden", false},
      {"Utlysning om cirklar", "Utlysning om kvadrater", false},
      {"Protokoll 2026-01-12", "Protokoll 2026-02-12", false},
      {"Utlysning 2", "Utlysning 22", false},
      {"Konferens i Gävle", "Utlysning av medel", false},
      {"", "Utlysning", false},
      {"å", "ä", false},
  };
  for (const Titles& titles : cases) {
    EXPECT_EQ(store::are_similar_titles(titles.one, titles.other), titles.are_similar)
        << titles.one << " / " << titles.other;
    EXPECT_EQ(store::are_similar_titles(titles.other, titles.one), titles.are_similar)
        << titles.other << " / " << titles.one;
  }
}

}  // namespace
}  // namespace fundwatch::tests
