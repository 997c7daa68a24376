#include "digest/hit_feed.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/call_status.h"
#include "base/text.h"
#include "digest/days.h"
#include "digest/letter.h"
#include "digest/plain.h"
#include "digest/words.h"

namespace fundwatch::digest {
namespace {

namespace json = boost::json;

constexpr std::size_t kSummaryCharactersMax = 500;

std::string id_of(const HitFeed& feed, const FeedEntry& entry) {
  return "tag:" + feed.domain + ",2026:case-" +
         std::to_string(static_cast<std::int64_t>(entry.case_id));
}

Instant changed_at(const FeedEntry& entry) {
  return std::max(entry.found_at, entry.item.updated.value_or(entry.found_at));
}

std::string title_of(const FeedEntry& entry) {
  const std::string title = one_line(entry.item.title, kTitleCharactersMax);
  return title.empty() ? one_line(entry.source_name, kNameCharactersMax) : title;
}

std::string summary_of(const Item& item) {
  return one_line(item.summary.empty() ? item.text : item.summary, kSummaryCharactersMax);
}

// What is left of the last day, as words; empty without one that is sure.
std::string last_day_words(const Item& item, Language language, const Calendar& calendar) {
  if (!item.deadline || item.deadline->is_doubtful || is_over(item.status)) return {};
  const Words words(language);
  const std::string day = item.deadline->at
                              ? words.day_with_time(calendar.local(*item.deadline->at))
                              : words.day(item.deadline->day);
  return std::string(phrases(language).last_day) + ": " + one_line(day) + ".";
}

Instant newest(const HitFeed& feed) {
  Instant newest{};
  for (const FeedEntry& entry : feed.entries) newest = std::max(newest, changed_at(entry));
  return newest;
}

void put_entry(Markup& xml, const HitFeed& feed, const FeedEntry& entry, const Calendar& calendar) {
  xml.tag("<entry>\n<id>").text(id_of(feed, entry)).tag("</id>\n<title>").text(title_of(entry));
  xml.tag("</title>\n<updated>").text(iso8601_utc(changed_at(entry))).tag("</updated>\n");
  if (const auto link = Link::web(entry.item.url)) {
    xml.tag("<link href=\"").link(*link).tag("\"/>\n");
  }
  xml.tag("<author><name>").text(one_line(entry.source_name, kNameCharactersMax));
  xml.tag("</name></author>\n<summary>");
  const std::string last_day = last_day_words(entry.item, feed.language, calendar);
  xml.text(last_day + (last_day.empty() ? "" : " ") + summary_of(entry.item));
  xml.tag("</summary>\n</entry>\n");
}

}  // namespace

std::string share_text(const Item& item, Language language, const Calendar& calendar) {
  const auto link = Link::web(item.url);
  std::string end = last_day_words(item, language, calendar);
  if (!end.empty()) end = " " + end;
  if (link) end += " " + link->target();
  const std::size_t taken = utf8_length(end) + 1;
  const std::size_t room = taken < kShareCharactersMax ? kShareCharactersMax - taken : 0;
  return one_line(item.title, std::max<std::size_t>(room, 40)) + "." + end;
}

std::string atom_feed(const HitFeed& feed, const Calendar& calendar) {
  Markup xml;
  xml.tag(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
  xml.tag(" xml:lang=\"").text(phrases(feed.language).language_tag).tag("\">\n<id>");
  xml.text("tag:" + feed.domain + ",2026:" + feed.name).tag("</id>\n<title>");
  xml.text(one_line(feed.title)).tag("</title>\n<updated>").text(iso8601_utc(newest(feed)));
  xml.tag("</updated>\n");
  if (const auto self = Link::web(feed.self)) {
    xml.tag("<link rel=\"self\" type=\"application/atom+xml\" href=\"").link(*self).tag("\"/>\n");
  }
  for (const FeedEntry& entry : feed.entries) put_entry(xml, feed, entry, calendar);
  xml.tag("</feed>\n");
  return xml.take();
}

std::string json_feed(const HitFeed& feed, const Calendar& calendar) {
  json::array items;
  for (const FeedEntry& entry : feed.entries) {
    json::object item{
        {"id", id_of(feed, entry)},
        {"title", title_of(entry)},
        {"content_text", summary_of(entry.item)},
        {"date_published", iso8601_utc(entry.found_at)},
        {"date_modified", iso8601_utc(changed_at(entry))},
        {"authors", json::array{{{"name", one_line(entry.source_name, kNameCharactersMax)}}}}};
    if (const auto link = Link::web(entry.item.url)) item["url"] = link->target();
    json::object own{{"share_text", share_text(entry.item, feed.language, calendar)}};
    const auto& deadline = entry.item.deadline;
    if (deadline && !deadline->is_doubtful) {
      own["deadline"] = deadline->at ? calendar.iso8601(*deadline->at) : iso_day(deadline->day);
    }
    item["_fundwatch"] = std::move(own);
    items.push_back(std::move(item));
  }
  json::object whole{{"version", "https://jsonfeed.org/version/1.1"},
                     {"title", one_line(feed.title)},
                     {"language", phrases(feed.language).language_tag}};
  if (const auto self = Link::web(feed.self)) whole["feed_url"] = self->target();
  whole["items"] = std::move(items);
  return json::serialize(whole) + "\n";
}

}  // namespace fundwatch::digest
