#include "feeds/read/json_feed.h"

#include <boost/json.hpp>

#include "base/text.h"
#include "feeds/read/feed_fields.h"
#include "feeds/read/links.h"

namespace fundwatch::feeds {
namespace {

namespace json = boost::json;

std::string string_of(const json::value* value) {
  if (value == nullptr) return {};
  if (value->is_string()) return std::string(trimmed(std::string_view(value->get_string())));
  // Ids written as numbers are common, and version 1.1 asks readers to take them.
  if (value->is_number()) return json::serialize(*value);
  return {};
}

std::string text(const json::object& object, std::string_view key) {
  return string_of(object.if_contains(key));
}

const json::array* list(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value == nullptr ? nullptr : value->if_array();
}

std::string address(const json::object& object, std::string_view key, std::string_view url) {
  const std::string found = text(object, key);
  return found.empty() ? std::string{} : resolved(url, found);
}

void add_author(std::string& authors, const json::value* value) {
  const json::object* author = value == nullptr ? nullptr : value->if_object();
  if (author == nullptr) return;
  const std::string name = text(*author, "name");
  if (name.empty() || authors == name) return;
  if (!authors.empty()) authors += ", ";
  authors += name;
}

// "authors" of version 1.1, sometimes one object instead of a list, and "author" of 1.0.
std::string authors_of(const json::object& object) {
  std::string authors;
  if (const json::array* several = list(object, "authors")) {
    for (const json::value& author : *several) add_author(authors, &author);
  }
  add_author(authors, object.if_contains("authors"));
  add_author(authors, object.if_contains("author"));
  return authors;
}

void read_attachments(RawEntry& entry, const json::object& item, std::string_view url) {
  const json::array* attachments = list(item, "attachments");
  if (attachments == nullptr) return;
  for (const json::value& value : *attachments) {
    const json::object* attachment = value.if_object();
    if (attachment == nullptr) continue;
    Enclosure enclosure;
    enclosure.url = address(*attachment, "url", url);
    enclosure.type = text(*attachment, "mime_type");
    const json::value* size = attachment->if_contains("size_in_bytes");
    boost::system::error_code fault;
    if (size != nullptr) {
      const auto bytes = size->to_number<std::int64_t>(fault);
      if (!fault) enclosure.bytes = bytes;
    }
    if (!enclosure.url.empty()) entry.enclosures.push_back(std::move(enclosure));
  }
}

RawEntry read_item(const json::object& item, std::string_view url) {
  RawEntry entry;
  const std::string base(url);
  entry.id = text(item, "id");
  entry.link = address(item, "url", url);
  if (entry.link.empty()) entry.link = address(item, "external_url", url);
  entry.title = {text(item, "title"), TextKind::unsure, base};
  entry.summary = {text(item, "summary"), TextKind::unsure, base};
  entry.content = {text(item, "content_html"), TextKind::html, base};
  if (entry.content.empty()) entry.content = {text(item, "content_text"), TextKind::plain, base};
  entry.published = text(item, "date_published");
  entry.updated = text(item, "date_modified");
  entry.author = authors_of(item);
  entry.language = text(item, "language");
  if (const json::array* tags = list(item, "tags")) {
    for (const json::value& tag : *tags) add_category(entry.categories, string_of(&tag));
  }
  read_attachments(entry, item, url);
  return entry;
}

Error not_json(std::string_view text, const std::string& why) {
  return {Stage::read, "it looks like JSON but is not (" + why + "), and begins \"" +
                           shortened(collapsed(utf8_prefix(text, 200)), 40) + "\""};
}

}  // namespace

Result<RawFeed> read_json_feed(std::string_view text_of_feed, std::string_view url,
                               std::size_t entries_max) {
  json::parse_options options;
  options.max_depth = kJsonDepthMax;
  options.allow_trailing_commas = true;
  options.allow_comments = true;
  boost::system::error_code fault;
  const json::value value =
      json::parse(json::string_view(text_of_feed.data(), text_of_feed.size()), fault, {}, options);
  if (fault) return not_json(text_of_feed, fault.message());
  const json::object* root = value.if_object();
  const json::array* items = root == nullptr ? nullptr : list(*root, "items");
  const std::string version = root == nullptr ? "" : text(*root, "version");
  if (root == nullptr || (items == nullptr && version.find("jsonfeed.org") == std::string::npos)) {
    return Error{Stage::read, "a JSON document without \"items\", not a JSON Feed"};
  }
  RawFeed feed;
  feed.format = version.ends_with("1.1") ? "json11" : "json1";
  feed.title = {text(*root, "title"), TextKind::unsure, std::string(url)};
  feed.description = {text(*root, "description"), TextKind::unsure, std::string(url)};
  feed.link = address(*root, "home_page_url", url);
  feed.id = address(*root, "feed_url", url);
  feed.language = text(*root, "language");
  feed.author = authors_of(*root);
  if (items == nullptr) return feed;
  for (const json::value& item : *items) {
    if (!item.is_object()) continue;
    if (feed.entries.size() < entries_max) {
      feed.entries.push_back(read_item(item.get_object(), url));
      // The feed's authors are those of its items, unless an item names its own (version 1.1).
      fill(feed.entries.back().author, feed.author);
    } else {
      ++feed.entries_left_out;
    }
  }
  return feed;
}

}  // namespace fundwatch::feeds
