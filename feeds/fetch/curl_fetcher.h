// feeds/fetch/curl_fetcher.h — the polite HTTP client, over libcurl's multi interface.
// Many transfers at once, one connection per host and a pause between its requests; robots.txt
// obeyed for pages; conditional requests; compressed bodies within limits; TLS verified; redirects
// followed hop by hop, each hop guarded; the environment's proxy variables ignored. One object
// belongs to one thread; only the stop token may be used from others. The program must ignore
// SIGPIPE: a peer that closes while TLS writes would end it.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "base/clock.h"
#include "feeds/fetch/fetcher.h"
#include "feeds/fetch/policy.h"

namespace fundwatch::feeds {

struct Engine;  // round.h

class CurlFetcher : public Fetcher {
 public:
  // `clock` tells how far away the date in a Retry-After is, and outlives the fetcher.
  // `on_progress` is called on every turn of the loop, at least five times a second: the watchdog's
  // sign of life.
  CurlFetcher(Policy policy, const Clock& clock, std::stop_token stop,
              std::function<void()> on_progress);
  ~CurlFetcher() override;

  void fetch(std::vector<Request> requests, const OnAnswer& on_answer) override;

 private:
  std::unique_ptr<Engine> engine_;
};

}  // namespace fundwatch::feeds
