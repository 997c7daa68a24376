// tests/bench/served_feeds.h — many feeds on a real web server on loopback, spread over as many
// addresses as a client asks at once, so that one that asks each host one thing at a time is not
// held up.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/swedish_feed.h"
#include "tests/support/nginx.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::bench {

constexpr int kHosts = 64;

class ServedFeeds {
 public:
  // Each feed is of this shape, with a seed of its own.
  ServedFeeds(int count, FeedShape shape);

  std::vector<std::string> urls() const;
  int count() const { return count_; }
  int port() const { return nginx_.port(); }
  double megabytes() const { return static_cast<double>(bytes_) / 1e6; }

 private:
  int count_;
  std::size_t bytes_ = 0;
  tests::TemporaryFolder folder_;
  tests::Nginx nginx_{folder_.path(), kHosts};
};

}  // namespace fundwatch::bench
