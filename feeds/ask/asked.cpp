#include "feeds/ask/asked.h"

#include <set>

#include "base/calendar.h"
#include "base/names.h"
#include "feeds/read/identity.h"

namespace fundwatch::feeds {

std::string day_text(Instant instant) {
  return iso8601_utc(instant).substr(0, std::string_view("2026-11-27").size());
}

Document document_of(const Source& source, const Response& response) {
  return {.bytes = response.body,
          .content_type = response.content_type,
          .url = response.final_url,
          .kind = source.kind,
          .page_rule = source.page_rule,
          .language = source.language,
          .senders = source.senders};
}

Document document_of(const Asked& asked, const Response& response) {
  Document document = document_of(asked.source, response);
  document.now = asked.now;
  return document;
}

bool add_new(Reading& reading, std::vector<Item> items) {
  std::set<std::string> known;
  for (const Item& item : reading.items) known.insert(item.key);
  bool has_new = items.empty();
  for (Item& item : items) {
    if (!known.insert(item.key).second) continue;
    reading.items.push_back(std::move(item));
    has_new = true;
  }
  return has_new;
}

Step all_here(const Asked& asked, Pages& pages) {
  pages.reading.format = name_of(asked.source.kind);
  pages.reading.encoding = "utf-8";
  identify(pages.reading.items);
  return std::optional<Request>();
}

Error too_many_pages(const Asked& asked) {
  return {Stage::read, "there are more than " + std::to_string(asked.pages_max) +
                           " pages (fetch.pages_max), and nothing is stored of a part; make the "
                           "source's query narrower"};
}

}  // namespace fundwatch::feeds
