#include "feeds/read/discovery.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "base/url.h"
#include "feeds/read/links.h"

namespace fundwatch::feeds {
namespace {

constexpr std::array<std::string_view, 5> kTypes{"application/rss+xml", "application/atom+xml",
                                                 "application/feed+json", "application/rdf+xml",
                                                 "text/rss"};
constexpr std::array<std::string_view, 2> kLooseTypes{"application/xml", "text/xml"};

// announced: the head says so. typed: a link states a feed's type. by_address: its address is a
// feed's. by_words: its words or its address speak of one. comments: it has what readers wrote.
enum class Promise { announced, typed, by_address, by_words, comments };

struct PromisedFeed {
  Promise promise;
  FoundFeed feed;
};

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The type without its parameters, lower case.
std::string type_of(const pugi::xml_node& link) {
  const std::string type = ascii_lower(link.attribute("type").value());
  return std::string(trimmed(type.substr(0, type.find(';'))));
}

std::optional<Promise> promise_in_head(const pugi::xml_node& link) {
  const std::string relations = ascii_lower(link.attribute("rel").value());
  const auto words = split(relations, ' ');
  const auto has = [&words](std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  const std::string type = type_of(link);
  if (has("feed")) return Promise::announced;
  if (!has("alternate")) return std::nullopt;
  if (is_one_of(kTypes, type)) return Promise::announced;
  return is_one_of(kLooseTypes, type) ? std::optional(Promise::by_words) : std::nullopt;
}

// "rss" as a word of its own: not within "pressmeddelanden" or "kurssida".
bool has_word(std::string_view text, std::string_view word) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; };
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) {
      return true;
    }
  }
  return false;
}

bool is_feed_address(const Url& url) {
  const std::string path = ascii_lower(url.path);
  const std::string query = ascii_lower(url.query);
  if (path.ends_with(".portlet") && query.find("state=rss") != query.npos) return true;
  for (const std::string_view end :
       {".rss", ".atom", ".rdf", "/rss", "/rss/", "/feed", "/feed/", "/atom", "/atom/", "/rss.xml",
        "/atom.xml", "/feed.xml", "/index.xml", "/feed.json", "/rss.aspx", "/rssfeed"}) {
    if (path.ends_with(end)) return true;
  }
  return has_word(query, "feed=rss") || has_word(query, "format=feed") ||
         has_word(query, "type=rss");
}

bool speaks_of_feed(const Url& url, std::string_view words) {
  const std::string path = ascii_lower(url.path);
  if (path.find("sitemap") != path.npos) return false;
  const std::string lower = ascii_lower(words);
  const bool is_xml = path.ends_with(".xml");
  return is_xml || has_word(path, "rss") || has_word(path, "feed") || has_word(lower, "rss") ||
         has_word(lower, "atom") || has_word(lower, "rss-flöde");
}

std::optional<Promise> promise_of_link(const pugi::xml_node& link, const std::string& address) {
  const auto url = parse_url(address);
  if (!url) return std::nullopt;
  if (is_one_of(kTypes, type_of(link))) return Promise::typed;
  if (is_feed_address(*url)) return Promise::by_address;
  const std::string words = line_of(link) + " " + link.attribute("title").value();
  return speaks_of_feed(*url, words) ? std::optional(Promise::by_words) : std::nullopt;
}

bool is_of_comments(const FoundFeed& feed) {
  return feed.url.find("/comments/") != std::string::npos ||
         ascii_lower(feed.title).find("komment") != std::string::npos;
}

// The address and what it promises, if it does.
std::optional<PromisedFeed> promised(const pugi::xml_node& link, const std::string& base) {
  std::string_view href = trimmed(link.attribute("href").value());
  if (href.starts_with("feed:")) href.remove_prefix(5);  // "feed://…", "feed:https://…"
  FoundFeed feed{web_link(base, href), {}};
  if (feed.url.empty()) return std::nullopt;
  const bool is_in_head = std::string_view(link.name()) == "link";
  const auto promise = is_in_head ? promise_in_head(link) : promise_of_link(link, feed.url);
  if (!promise) return std::nullopt;
  feed.title = collapsed(link.attribute("title").value());
  if (feed.title.empty() && !is_in_head) feed.title = line_of(link);
  return PromisedFeed{is_of_comments(feed) ? Promise::comments : *promise, std::move(feed)};
}

void collect(const pugi::xml_node& element, const std::string& base,
             std::vector<PromisedFeed>& found) {
  const std::string_view name = element.name();
  if (name == "link" || name == "a") {
    if (auto feed = promised(element, base)) found.push_back(std::move(*feed));
  }
  for (const pugi::xml_node& child : element.children()) collect(child, base, found);
}

}  // namespace

std::vector<FoundFeed> find_feeds(const Page& page) {
  std::vector<PromisedFeed> found;
  collect(page.tree, page.base, found);
  std::stable_sort(found.begin(), found.end(), [](const PromisedFeed& a, const PromisedFeed& b) {
    return a.promise < b.promise;
  });
  std::vector<FoundFeed> feeds;
  std::set<std::string> known;
  for (PromisedFeed& candidate : found) {
    if (feeds.size() == kFoundFeedsMax) break;
    if (known.insert(candidate.feed.url).second) feeds.push_back(std::move(candidate.feed));
  }
  return feeds;
}

}  // namespace fundwatch::feeds
