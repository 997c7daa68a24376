#include "feeds/ask/sedia_asking.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "feeds/read/sedia.h"

namespace fundwatch::feeds {
namespace {

namespace json = boost::json;

constexpr std::string_view kSort = R"({"field":"startDate","order":"DESC"})";

struct Part {
  std::string_view name;
  std::string json;
};

// One that stands in none of the parts.
std::string boundary_for(const std::array<Part, 3>& parts) {
  std::string boundary = "fundwatch-part";
  const auto stands_in = [&](const Part& part) {
    return part.json.find(boundary) != std::string::npos;
  };
  while (std::ranges::any_of(parts, stands_in)) boundary += "-";
  return boundary;
}

Payload form_of(const std::array<Part, 3>& parts) {
  const std::string boundary = boundary_for(parts);
  std::string bytes;
  for (const Part& part : parts) {
    bytes += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" +
             std::string(part.name) + "\"; filename=\"" + std::string(part.name) +
             ".json\"\r\nContent-Type: application/json\r\n\r\n" + part.json + "\r\n";
  }
  bytes += "--" + boundary + "--\r\n";
  return {"multipart/form-data; boundary=" + boundary, std::move(bytes)};
}

std::string url_of_page(const std::string& url, int page) {
  return url + (url.find('?') == std::string::npos ? "?" : "&") +
         "pageSize=" + std::to_string(kSediaPageResults) + "&pageNumber=" + std::to_string(page);
}

Error repeated(const Pages& pages) {
  return {Stage::read, "SEDIA gives the same topics again on its page " +
                           std::to_string(pages.count) +
                           "; the service may have changed, or passes over the filters"};
}

Error too_many_results(std::int64_t total) {
  return {Stage::read, "SEDIA finds " + std::to_string(total) +
                           " results and gives out no more than " +
                           std::to_string(kSediaResultsMax) + "; make the source's query narrower"};
}

}  // namespace

Request sedia_request(const Asked& asked, int page) {
  const Source& source = asked.source;
  const std::string language = source.language.empty() ? "en" : source.language;
  return {.source = source.id,
          .url = url_of_page(source.url, page),
          .payload = form_of({{{"query", source.query},
                               {"languages", json::serialize(json::array{language})},
                               {"sort", std::string(kSort)}}}),
          .headers = {{"Accept", "application/json"}},
          .ca_file = source.ca_file,
          .body_bytes_max = kServicePageBytesMax,
          .total_timeout = kServiceTimeMax};
}

Step after_sedia_answer(const Asked& asked, const Answer& answer, Pages& pages) {
  if (!answer.response) return answer.response.error();
  auto page = read_sedia(document_of(asked, *answer.response), kSediaPageResults);
  if (!page) return page.error();
  if (page->total > kSediaResultsMax) return too_many_results(page->total);
  ++pages.count;
  if (!add_new(pages.reading, std::move(page->items))) return repeated(pages);
  const bool is_total_known = page->total > 0;
  const bool is_total_read = pages.count * std::int64_t{kSediaPageResults} >= page->total;
  if (page->results == 0 || (is_total_known && is_total_read)) return all_here(asked, pages);
  if (pages.count == asked.pages_max) return too_many_pages(asked);
  return std::optional(sedia_request(asked, pages.count + 1));
}

}  // namespace fundwatch::feeds
