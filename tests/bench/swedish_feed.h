// tests/bench/swedish_feed.h — RSS in made-up Swedish, as large as asked for, always the same.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace fundwatch::bench {

// As often as they occur in LibreOffice's help in Swedish, as Debian packages it; none without it.
std::vector<std::string> words_of_the_help();

struct FeedShape {
  std::size_t items_max = 1'000'000;
  std::size_t bytes_max = 50'000'000;  // stops at the item that reaches either
  std::size_t description_words = 60;
  std::size_t content_words = 250;  // 0: no content:encoded
  // What most items are made of, and after how many of them one is made of the words of calls for
  // funding and tenders; without such words all items are.
  const std::vector<std::string>* everyday_words = nullptr;
  std::size_t everyday_items = 24;
  unsigned seed = 1;
};

// Title, link, guid, date, HTML description and content:encoded an item.
std::string swedish_rss(const FeedShape& shape);

}  // namespace fundwatch::bench
