// feeds/fetch/fetcher.h — the seam between us and the network (one of three; see base/clock.h and
// digest/mailer.h). The real one is feeds/fetch/curl_fetcher.h, tests have a scripted one.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "base/result.h"

namespace fundwatch::feeds {

struct Request {
  SourceId source{};
  std::string url;
  Validators validators;  // sent as If-None-Match and If-Modified-Since
  ItemId item{};          // whose linked page it is; 0 for the source's own document
};

struct Answer {
  // A complete 200, or a 304 to a request with validators; all else is an Error{fetch} in words.
  Result<Response> response;
  // The pause that the server asked for, whatever its status; at most a week.
  std::optional<std::chrono::seconds> retry_after;
  int status = 0;  // the last one that came; 0 when none did
};

// Called once for each request, on the calling thread, as answers come in. May throw.
using OnAnswer = std::function<void(const Request&, Answer)>;

class Fetcher {
 public:
  virtual ~Fetcher() = default;
  // Returns when every request was answered, or soon (within 200 ms) after a stop was asked for;
  // then the rest is never answered.
  virtual void fetch(std::vector<Request> requests, const OnAnswer& on_answer) = 0;
};

}  // namespace fundwatch::feeds
