#include "feeds/fetch/curl_fetcher.h"

#include <utility>

#include "feeds/fetch/round.h"

namespace fundwatch::feeds {

CurlFetcher::CurlFetcher(Policy policy, const Clock& clock, std::stop_token stop,
                         std::function<void()> on_progress)
    : engine_(new Engine{std::move(policy), clock, std::move(stop), std::move(on_progress)}) {
  if (!engine_->multi) must(CURLM_OUT_OF_MEMORY);
}

CurlFetcher::~CurlFetcher() = default;

void CurlFetcher::fetch(std::vector<Request> requests, const OnAnswer& on_answer) {
  Round round(*engine_, on_answer);
  round.add(std::move(requests));
  round.until_done();
}

}  // namespace fundwatch::feeds
