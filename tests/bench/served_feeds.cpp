#include "tests/bench/served_feeds.h"

#include <fstream>

namespace fundwatch::bench {
namespace {

std::string name_of(int number) { return std::to_string(number) + ".rss"; }

}  // namespace

ServedFeeds::ServedFeeds(int count, FeedShape shape) : count_(count) {
  for (int number = 0; number < count; ++number) {
    shape.seed = static_cast<unsigned>(number) + 1;
    const std::string rss = swedish_rss(shape);
    bytes_ += rss.size();
    std::ofstream(folder_ / name_of(number), std::ios::binary) << rss;
  }
}

std::vector<std::string> ServedFeeds::urls() const {
  std::vector<std::string> urls;
  for (int number = 0; number < count_; ++number) {
    urls.push_back("http://127.0.0." + std::to_string(1 + number % kHosts) + ":" +
                   std::to_string(port()) + "/" + name_of(number));
  }
  return urls;
}

}  // namespace fundwatch::bench
