// feeds/ask/asked.h — what is known of a source before it is asked, and what has come of it so far.
// Plain values, shared by those who know what each service is asked.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "base/result.h"
#include "config/config.h"
#include "feeds/fetch/fetcher.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

// Services that are asked by date look back no further: they are slow with old dates, and what is
// older has hardly a deadline ahead.
constexpr std::chrono::days kLookBackMax{60};

// A page of a service may be larger than a feed, and take longer to make.
constexpr std::size_t kServicePageBytesMax = std::size_t{50} * 1024 * 1024;
constexpr std::chrono::seconds kServiceTimeMax{90};

struct Asked {
  Source source;
  Instant now{};  // of several deadlines the next after this is meant
  config::Read limits;
  int pages_max = config::Fetch{}.pages_max;
};

struct Pages {
  int count = 0;    // answers that were read
  Reading reading;  // of all of them together
  bool is_begun_anew = false;
  std::vector<Response> lists;   // as they came, where they can only be read together
  std::vector<Request> waiting;  // that are to be asked for, too
};

// The next request, or nothing where all is here; the error says why nothing may be stored.
using Step = Result<std::optional<Request>>;

// "2026-11-27", in UTC.
std::string day_text(Instant instant);

// The answer as a document of the source's kind. Its bytes are the response's.
Document document_of(const Source& source, const Response& response);

// As document_of, read at the moment of asking.
Document document_of(const Asked& asked, const Response& response);

// Adds the items that no earlier page had. False if there are items and all were known: the
// service gives its pages anew.
bool add_new(Reading& reading, std::vector<Item> items);

// All is here: the items get their keys and addresses, and nothing more is asked.
Step all_here(const Asked& asked, Pages& pages);

// Beyond `pages_max`.
Error too_many_pages(const Asked& asked);

}  // namespace fundwatch::feeds
