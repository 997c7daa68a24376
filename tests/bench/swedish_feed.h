// tests/bench/swedish_feed.h — RSS in made-up Swedish, as large as asked for, always the same.
#pragma once

#include <cstddef>
#include <string>

namespace fundwatch::bench {

struct FeedShape {
  std::size_t items_max = 1'000'000;
  std::size_t bytes_max = 50'000'000;  // stops at the item that reaches either
  std::size_t description_words = 60;
  std::size_t content_words = 250;  // 0: no content:encoded
  unsigned seed = 1;
};

// Title, link, guid, date, HTML description and content:encoded an item.
std::string swedish_rss(const FeedShape& shape);

}  // namespace fundwatch::bench
