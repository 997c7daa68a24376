#include "feeds/read/page_reading.h"

#include <utility>

#include "feeds/read/charset.h"
#include "feeds/read/page_list.h"
#include "feeds/read/page_text.h"
#include "feeds/read/unreadable.h"
#include "feeds/read/watched_page.h"
#include "feeds/read/xml_names.h"

namespace fundwatch::feeds {

Result<RawReading> read_list_of_page(const Document& document, const config::Read& limits) {
  if (const auto error = plainly_not_a_page(document.bytes)) return *error;
  const auto decoded = decode(document.bytes, document.content_type, Markup::html);
  if (!decoded) return decoded.error();
  const Page page = open_page({decoded->text, document.url}, limits.depth_max);
  auto list = read_page(page, document.page_rule, limits);
  if (!list) return list.error();
  RawReading reading{decoded->encoding, problems_of(*decoded), std::move(list->feed),
                     std::move(list->rule)};
  if (document.page_rule.list.empty()) {
    reading.problems.push_back("the list was found by itself, at the selector \"" +
                               reading.page_rule.list + "\"");
  }
  return reading;
}

std::optional<std::vector<FoundFeed>> feeds_announced(const Document& document,
                                                      const config::Read& limits) {
  if (plainly_not_a_page(document.bytes)) return std::nullopt;
  const auto decoded = decode(document.bytes, document.content_type, Markup::html);
  if (!decoded || !page_instead_of_feed(decoded->text)) return std::nullopt;
  return find_feeds(open_page({decoded->text, document.url}, limits.depth_max));
}

std::optional<PageOutline> outline_of_page(const Document& document, const config::Read& limits) {
  if (plainly_not_a_page(document.bytes)) return std::nullopt;
  const auto decoded = decode(document.bytes, document.content_type, Markup::html);
  if (!decoded) return std::nullopt;
  return outline_of(open_page({decoded->text, document.url}, limits.depth_max));
}

Result<RawReading> read_visit(const Document& document, const config::Read& limits) {
  if (const auto error = plainly_not_a_page(document.bytes)) return *error;
  auto page = page_text(document, limits);
  if (!page) return page.error();
  RawReading reading{std::move(page->encoding), std::move(page->problems), {}, {}};
  reading.feed.format = "watch";
  reading.feed.link = document.url;
  reading.feed.title = {page->article.title, TextKind::plain, {}};
  reading.feed.language = language_tag(page->article.language);
  reading.feed.entries.push_back(visit_entry(std::move(page->article), document.url));
  return reading;
}

}  // namespace fundwatch::feeds
