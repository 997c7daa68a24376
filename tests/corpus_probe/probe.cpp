#include "tests/corpus_probe/probe.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string>

#include "base/calendar.h"
#include "feeds/read/base64.h"
#include "feeds/read/charset.h"
#include "feeds/read/dates.h"
#include "feeds/read/items.h"
#include "feeds/read/links.h"
#include "feeds/read/plain_text.h"
#include "feeds/read/raw_reading.h"
#include "feeds/read/sanitize.h"

namespace fundwatch::tests {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 5> kParts{"feeds", "dates", "sanitize", "relurl", "charset"};

std::string text(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr || !value->is_string()) return {};
  return std::string(std::string_view(value->get_string()));
}

std::string file_content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

json::value date(const std::string& written, const Calendar& utc) {
  const auto instant = feeds::parse_date(written, utc);
  if (!instant) return nullptr;
  return json::value(iso8601_utc(*instant));
}

// Sanitised HTML where the text is HTML, else the text itself.
std::string html(const feeds::RawText& raw) {
  const bool is_html = raw.kind == feeds::TextKind::html ||
                       (raw.kind == feeds::TextKind::unsure && feeds::looks_like_html(raw.value));
  return is_html ? feeds::sanitized(raw.value, raw.base) : raw.value;
}

json::array enclosures(const feeds::RawEntry& entry) {
  json::array list;
  for (const Enclosure& enclosure : entry.enclosures) {
    json::object one{{"url", enclosure.url}, {"type", enclosure.type}};
    if (enclosure.bytes) one["length"] = *enclosure.bytes;
    list.push_back(std::move(one));
  }
  return list;
}

json::object entry_answer(const feeds::RawEntry& entry, const Calendar& utc) {
  json::array categories;
  for (const std::string& category : entry.categories) categories.emplace_back(category);
  return {{"id", entry.id},
          {"title", entry.title.empty() ? feeds::title_of(entry) : html(entry.title)},
          {"link", entry.link},
          {"summary", html(entry.summary.empty() ? entry.content : entry.summary)},
          {"content", html(entry.content)},
          {"published", date(entry.published.empty() ? entry.updated : entry.published, utc)},
          {"updated", date(entry.updated, utc)},
          {"author", entry.author},
          {"categories", std::move(categories)},
          {"enclosures", enclosures(entry)}};
}

json::object feed_answer(const feeds::RawFeed& feed, const Calendar& utc) {
  return {{"title", html(feed.title)},
          {"link", feed.link},
          {"description", html(feed.description)},
          {"language", feed.language},
          {"author", feed.author},
          {"id", feed.id},
          {"updated", date(feed.updated, utc)},
          {"published", date(feed.published, utc)}};
}

json::object answer_feed(const json::object& request) {
  const std::string bytes = file_content(text(request, "file"));
  feeds::Document document;
  document.bytes = bytes;
  document.content_type = text(request, "content_type");
  const std::string location = text(request, "content_location");
  const std::string base = feeds::resolved(text(request, "url"), location);
  document.url = location.empty() || !feeds::is_safe_link(base) ? text(request, "url") : base;
  config::Read limits;
  limits.items_max = 100'000;
  const auto reading = feeds::read_raw(document, limits);
  if (!reading) return {{"format", nullptr}, {"bozo", true}, {"problem", reading.error().message}};
  const Calendar utc("UTC");
  json::array entries;
  for (const auto& entry : reading->feed.entries) entries.push_back(entry_answer(entry, utc));
  return {{"format", reading->feed.format},
          {"encoding", reading->encoding},
          {"bozo", !reading->problems.empty()},
          {"feed", feed_answer(reading->feed, utc)},
          {"entries", std::move(entries)}};
}

json::object answer_date(const json::object& request) {
  return {{"utc", date(text(request, "input"), Calendar("UTC"))}};
}

json::object answer_sanitize(const json::object& request) {
  return {{"html", feeds::sanitized(text(request, "html"), text(request, "base"))}};
}

json::object answer_relurl(const json::object& request) {
  if (text(request, "kind") == "html") {
    return {{"html", feeds::sanitized(text(request, "input"), text(request, "base"))}};
  }
  return {{"url", feeds::resolved(text(request, "base"), text(request, "input"))}};
}

json::object answer_charset(const json::object& request) {
  const bool is_feed = text(request, "kind") == "feed";
  const std::string bytes = is_feed
                                ? file_content(text(request, "file"))
                                : feeds::decoded_base64(text(request, "input_b64")).value_or("");
  const auto decoded = feeds::decode(bytes, text(request, "content_type"),
                                     is_feed ? feeds::Markup::xml : feeds::Markup::html);
  if (!decoded) return {{"encoding", nullptr}};
  return {{"encoding", decoded->encoding}};
}

}  // namespace

bool is_probe_part(std::string_view part) {
  return std::find(kParts.begin(), kParts.end(), part) != kParts.end();
}

json::object answer(std::string_view part, const json::object& request) {
  if (part == "feeds") return answer_feed(request);
  if (part == "dates") return answer_date(request);
  if (part == "sanitize") return answer_sanitize(request);
  if (part == "relurl") return answer_relurl(request);
  return answer_charset(request);
}

}  // namespace fundwatch::tests
