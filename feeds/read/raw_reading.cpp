#include "feeds/read/raw_reading.h"

#include <algorithm>

#include "base/text.h"
#include "feeds/read/atom.h"
#include "feeds/read/charset.h"
#include "feeds/read/json_feed.h"
#include "feeds/read/page_reading.h"
#include "feeds/read/rss.h"
#include "feeds/read/unreadable.h"
#include "feeds/read/xml_document.h"

namespace fundwatch::feeds {
namespace {

// How far down the feed's root may stand below what a broken server wrote around it.
constexpr int kRootDepthMax = 4;

bool is_feed_root(const pugi::xml_node& node) {
  if (node.type() != pugi::node_element) return false;
  const std::string local = ascii_lower(name_of(node).local);
  return local == "rss" || local == "rdf" || local == "feed" || local == "channel" ||
         local == "entry";
}

pugi::xml_node find_root(const pugi::xml_node& parent, int depth) {
  for (const pugi::xml_node& child : parent.children()) {
    if (is_feed_root(child)) return child;
  }
  if (depth >= kRootDepthMax) return {};
  for (const pugi::xml_node& child : parent.children()) {
    if (child.type() != pugi::node_element) continue;
    if (const pugi::xml_node root = find_root(child, depth + 1)) return root;
  }
  return {};
}

// The DOCTYPE, which the parser passes over, is all that tells Netscape's RSS 0.91 from UserLand's.
bool is_netscape(std::string_view text) {
  return text.substr(0, 2048).find("DTD RSS 0.91") != std::string_view::npos;
}

RawFeed read_root(const pugi::xml_node& root, const Document& document,
                  const config::Read& limits) {
  const Scope scope{document.url, {}};
  const std::string local = ascii_lower(name_of(root).local);
  if (local == "feed" || local == "entry") return read_atom(root, scope, limits.items_max);
  return read_rss(root, scope, limits.items_max);
}

Result<RawReading> read_json(const Document& document, const config::Read& limits) {
  auto decoded = decode(document.bytes, document.content_type, Markup::json);
  if (!decoded) return decoded.error();
  auto feed = read_json_feed(decoded->text, document.url, limits.items_max);
  if (!feed) return feed.error();
  return RawReading{decoded->encoding, problems_of(*decoded), *std::move(feed), {}};
}

// Whether the text is well-formed but for names of HTML's. Uses it up.
bool read_strictly(std::string& text, std::size_t depth_max, pugi::xml_document& tree,
                   std::size_t& html_names) {
  const Survey seen = survey(text, depth_max);
  if (!seen.is_shallow) return false;
  if (seen.has_html_names) html_names = replace_html_names(text);
  return parse_strictly(text, tree);
}

void tell_html_names(std::size_t count, std::vector<std::string>& problems) {
  if (count == 0) return;
  problems.push_back(std::to_string(count) +
                     " references to characters are HTML's (\"&nbsp;\"), not XML's");
}

// The second try: mends what it can. Errors as read()'s.
Result<Done> read_tolerantly(const Document& document, std::size_t depth_max,
                             pugi::xml_document& tree, std::vector<std::string>& problems) {
  // The first used its text up; decoding again costs less than always keeping a copy.
  auto decoded = decode(document.bytes, document.content_type, Markup::xml);
  if (!decoded) return decoded.error();
  if (const auto page = page_instead_of_feed(decoded->text)) return *page;
  tell_html_names(replace_html_names(decoded->text), problems);
  const auto done = parse_tolerantly(decoded->text, depth_max, tree, problems);
  if (done && problems.empty()) problems.push_back("the XML is not well-formed");
  return done;
}

Result<RawReading> read_xml(const Document& document, const config::Read& limits) {
  auto decoded = decode(document.bytes, document.content_type, Markup::xml);
  if (!decoded) return decoded.error();
  RawReading reading{decoded->encoding, problems_of(*decoded), {}, {}};
  const bool netscape = is_netscape(decoded->text);
  pugi::xml_document tree;
  std::size_t html_names = 0;
  if (read_strictly(decoded->text, limits.depth_max, tree, html_names)) {
    tell_html_names(html_names, reading.problems);
  } else {
    decoded->text = {};
    tree.reset();
    const auto done = read_tolerantly(document, limits.depth_max, tree, reading.problems);
    if (!done) return done.error();
  }
  const pugi::xml_node root = find_root(tree, 0);
  if (!root) return not_a_feed(document, tree);
  reading.feed = read_root(root, document, limits);
  if (netscape && reading.feed.format == "rss091u") reading.feed.format = "rss091n";
  return reading;
}

bool looks_like_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

Result<RawReading> read_feed(const Document& document, const config::Read& limits) {
  if (const auto error = plainly_not_a_feed(document.bytes)) return *error;
  return looks_like_json(document.bytes) ? read_json(document, limits) : read_xml(document, limits);
}

Result<RawReading> read_by_kind(const Document& document, const config::Read& limits) {
  switch (document.kind) {
    case SourceKind::page: return read_list_of_page(document, limits);
    case SourceKind::watch: return read_visit(document, limits);
    case SourceKind::automatic:
    case SourceKind::rss:
    case SourceKind::atom:
    case SourceKind::json_feed:
    case SourceKind::eforms:
    case SourceKind::ted:
    case SourceKind::sedia:
    case SourceKind::vinnova:
    case SourceKind::mail: break;
  }
  return read_feed(document, limits);
}

}  // namespace

Result<RawReading> read_raw(const Document& document, const config::Read& limits) {
  auto reading = read_by_kind(document, limits);
  if (reading && reading->feed.entries_left_out > 0) {
    reading->problems.push_back(
        "only the first " + std::to_string(limits.items_max) + " of " +
        std::to_string(reading->feed.entries.size() + reading->feed.entries_left_out) +
        " items were read");
  }
  return reading;
}

}  // namespace fundwatch::feeds
