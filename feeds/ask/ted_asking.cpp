#include "feeds/ask/ted_asking.h"

#include <algorithm>
#include <boost/json.hpp>

#include "feeds/read/ted.h"

namespace fundwatch::feeds {
namespace {

namespace json = boost::json;

// "EXPIRED_ITERATION_TOKEN", "INVALID_ITERATION_TOKEN".
constexpr std::string_view kDeadToken = "ITERATION_TOKEN";

Instant since(const Asked& asked) {
  const Instant earliest = asked.now - kLookBackMax;
  const auto& last_success = asked.source.health.last_success;
  return last_success ? std::max(earliest, *last_success - kTedOverlap) : earliest;
}

// "20261127", as TED writes days.
std::string ted_day(Instant instant) {
  std::string day = day_text(instant);
  std::erase(day, '-');
  return day;
}

Step begun_anew(const Asked& asked, Pages& pages) {
  pages = Pages{.is_begun_anew = true};
  return std::optional(ted_request(asked, {}));
}

Step after_refusal(const Asked& asked, const Answer& answer, Pages& pages) {
  const auto refusal = ted_refusal(answer.refusal);
  if (!refusal) return answer.response.error();
  const bool is_token_dead = refusal->message.find(kDeadToken) != std::string::npos;
  if (is_token_dead && pages.count > 0 && !pages.is_begun_anew) return begun_anew(asked, pages);
  return *refusal;
}

// The service has begun from the beginning: fine if that was the end.
Step after_repetition(const Asked& asked, std::int64_t total, Pages& pages) {
  const auto count = static_cast<std::int64_t>(pages.reading.items.size());
  if (count >= total) return all_here(asked, pages);
  return Error{Stage::read, "TED gives the same notices again after " + std::to_string(count) +
                                " of " + std::to_string(total) + "; nothing is stored of a part"};
}

}  // namespace

std::string ted_query(const Asked& asked) {
  return "(" + asked.source.query + ") AND publication-date>=" + ted_day(since(asked)) +
         " SORT BY publication-date DESC";
}

Request ted_request(const Asked& asked, const std::string& token) {
  json::object body;
  body["query"] = ted_query(asked);
  body["fields"] = json::value_from(ted_fields());
  body["limit"] = std::min(kTedPageNoticesMax, asked.limits.items_max);
  body["scope"] = "ACTIVE";
  body["paginationMode"] = "ITERATION";
  body["onlyLatestVersions"] = true;
  if (!token.empty()) body["iterationNextToken"] = token;
  return {.source = asked.source.id,
          .url = asked.source.url,
          .payload = Payload{"application/json", json::serialize(body)},
          .headers = {{"Accept", "application/json"}},
          .ca_file = asked.source.ca_file,
          .body_bytes_max = kServicePageBytesMax,
          .total_timeout = kServiceTimeMax};
}

Step after_ted_answer(const Asked& asked, const Answer& answer, Pages& pages) {
  if (!answer.response) return after_refusal(asked, answer, pages);
  auto page = read_ted(document_of(asked, *answer.response), kTedPageNoticesMax);
  if (!page) return page.error();
  if (page->is_incomplete) {
    return Error{Stage::read, "TED's search ran out of time, so that notices are missing"};
  }
  ++pages.count;
  const bool is_last = page->items.empty() || page->next_token.empty();
  if (!add_new(pages.reading, std::move(page->items))) {
    return after_repetition(asked, page->total, pages);
  }
  if (is_last) return all_here(asked, pages);
  if (pages.count == asked.pages_max) return too_many_pages(asked);
  return std::optional(ted_request(asked, page->next_token));
}

}  // namespace fundwatch::feeds
