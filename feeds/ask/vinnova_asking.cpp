#include "feeds/ask/vinnova_asking.h"

#include <algorithm>

#include "feeds/read/vinnova.h"

namespace fundwatch::feeds {
namespace {

constexpr std::string_view kCalls = "/utlysningar/";
constexpr std::string_view kRounds = "/ansokningsomgangar/";
constexpr int kListsByDate = 2;
constexpr int kNotFound = 404;

Request request_for(const Asked& asked, std::string_view list, const std::string& which) {
  std::string url = asked.source.url;
  while (url.ends_with('/')) url.pop_back();
  return {.source = asked.source.id,
          .url = url + std::string(list) + which,
          .headers = {{"Accept", "application/json"}},
          .ca_file = asked.source.ca_file,
          .body_bytes_max = kServicePageBytesMax,
          .total_timeout = kServiceTimeMax};
}

std::string first_day(const Asked& asked) { return day_text(asked.now - kLookBackMax); }

void add_look_ups(const Asked& asked, std::string_view list,
                  const std::vector<std::string>& numbers, std::vector<Request>& requests) {
  for (std::size_t begin = 0; begin < numbers.size(); begin += kVinnovaNumbersMax) {
    std::string which;
    for (std::size_t i = begin; i < std::min(begin + kVinnovaNumbersMax, numbers.size()); ++i) {
      which += (which.empty() ? "" : ",") + numbers[i];
    }
    requests.push_back(request_for(asked, list, which));
  }
}

std::vector<Document> documents_of(const Asked& asked, const Pages& pages) {
  std::vector<Document> documents;
  for (const Response& list : pages.lists) documents.push_back(document_of(asked, list));
  return documents;
}

Step all_read(const Asked& asked, Pages& pages) {
  auto items = read_vinnova(documents_of(asked, pages));
  if (!items) return items.error();
  pages.reading.items = std::move(*items);
  return all_here(asked, pages);
}

}  // namespace

Request vinnova_request(const Asked& asked) { return request_for(asked, kCalls, first_day(asked)); }

Step after_vinnova_answer(const Asked& asked, const Answer& answer, Pages& pages) {
  // What is looked up by its number may have been withdrawn.
  const bool is_withdrawn = answer.status == kNotFound && pages.count >= kListsByDate;
  if (!answer.response && !is_withdrawn) return answer.response.error();
  ++pages.count;
  if (answer.response.ok()) pages.lists.push_back(*answer.response);
  const auto missing = missing_in_vinnova(documents_of(asked, pages));
  if (!missing) return missing.error();
  if (pages.count == 1) return std::optional(request_for(asked, kRounds, first_day(asked)));
  if (pages.count == kListsByDate) {
    add_look_ups(asked, kCalls, missing->calls, pages.waiting);
    add_look_ups(asked, kRounds, missing->rounds, pages.waiting);
    const auto requests = kListsByDate + static_cast<int>(pages.waiting.size());
    if (requests > asked.pages_max) return too_many_pages(asked);
  }
  if (pages.waiting.empty()) return all_read(asked, pages);
  const Request next = std::move(pages.waiting.back());
  pages.waiting.pop_back();
  return std::optional(next);
}

}  // namespace fundwatch::feeds
