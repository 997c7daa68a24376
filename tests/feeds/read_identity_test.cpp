#include "feeds/read/identity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "tests/feeds/read_support.h"

namespace fundwatch::feeds {
namespace {

Item item_of(const std::string& guid, const std::string& url, const std::string& title) {
  Item item;
  item.key = guid;
  item.url = url;
  item.title = title;
  return item;
}

std::set<std::string> keys_of(const std::vector<Item>& items) {
  std::set<std::string> keys;
  for (const Item& item : items) keys.insert(item.key);
  return keys;
}

TEST(Identity, KeyIsGuidThenLinkThenHash) {
  EXPECT_EQ(read_item("<guid isPermaLink=\"false\">g</guid><link>/1</link>").key, "g");
  EXPECT_EQ(read_item("<link>/1</link>").key, "https://www.exempel.se/1");
  const std::string key = read_item("<title>Ett</title>").key;
  EXPECT_TRUE(key.starts_with("hash:")) << key;
  EXPECT_EQ(read_item("<title>Ett</title>").key, key);
  EXPECT_NE(read_item("<title>Två</title>").key, key);
  EXPECT_TRUE(read_item("<guid>" + std::string(kKeyBytesMax + 1, 'x') + "</guid>")
                  .key.starts_with("hash:"));
}

TEST(Identity, KeyIsOneLine) {
  EXPECT_EQ(read_item("<guid isPermaLink=\"false\">a\n 7</guid>").key, "a 7");
}

TEST(Identity, SharedGuidsSwallowNothing) {
  const Reading reading =
      read_well(rss("<item><guid>x</guid><link>/1</link></item><item><guid>x</guid><link>/2</link>"
                    "</item><item><guid>x</guid><link>/1</link></item>"));
  ASSERT_EQ(reading.items.size(), 3U);
  EXPECT_NE(reading.items[0].key, reading.items[1].key);
  EXPECT_EQ(reading.items[0].key, reading.items[2].key);
}

TEST(Identity, SharedGuidsAreToldApartAlikeInEveryOrder) {
  std::vector<Item> items{
      item_of("x", "https://a.se/1", "Ett"), item_of("x", "https://a.se/2", "Ett"),
      item_of("x", "https://a.se/alla", "Två"), item_of("x", "https://a.se/alla", "Tre")};
  std::vector<Item> reversed(items.rbegin(), items.rend());
  identify(items);
  identify(reversed);
  EXPECT_EQ(keys_of(items).size(), 4U);
  EXPECT_EQ(keys_of(items), keys_of(reversed));
}

TEST(Identity, SharedGuidsSurviveACorrectedTitleAndATrackedLink) {
  std::vector<Item> before{item_of("x", "https://a.se/1", "Ett"),
                           item_of("x", "https://a.se/2", "Två")};
  std::vector<Item> after{item_of("x", "http://a.se/1?utm_source=rss", "Etta"),
                          item_of("x", "https://a.se/2", "Två")};
  identify(before);
  identify(after);
  EXPECT_EQ(keys_of(before), keys_of(after));
}

TEST(Identity, PageThatSeveralItemsLeadToIsNobodysAddress) {
  std::vector<Item> items{item_of("1", "https://a.se/alla", "Ett"),
                          item_of("2", "https://a.se/alla/?utm_source=rss", "Två"),
                          item_of("3", "https://a.se/3", "Tre"), item_of("4", "", "Fyra")};
  identify(items);
  EXPECT_EQ(items[0].address, "");
  EXPECT_EQ(items[1].address, "");
  EXPECT_EQ(items[2].address, "a.se/3");
  EXPECT_EQ(items[3].address, "");
}

TEST(Identity, ItemThatStandsTwiceSharesItsAddressWithNobody) {
  std::vector<Item> items{item_of("1", "https://a.se/1", "Ett"),
                          item_of("1", "https://a.se/1", "Ett")};
  identify(items);
  EXPECT_EQ(items[0].address, "a.se/1");
  EXPECT_EQ(items[1].key, items[0].key);
}

}  // namespace
}  // namespace fundwatch::feeds
