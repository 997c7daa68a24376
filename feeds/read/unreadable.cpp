#include "feeds/read/unreadable.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "feeds/obstacle.h"
#include "feeds/read/charset.h"
#include "feeds/read/plain_text.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kTitleCharactersMax = 80;
constexpr std::size_t kHeadBytesMax = 16UL * 1024;

struct Signature {
  std::string_view bytes;
  std::string_view name;
};

constexpr std::array<Signature, 7> kSignatures{{
    {"%PDF-", "a PDF document"},
    {"PK\x03\x04", "a zip archive or an Office document"},
    {"\x1F\x8B", "compressed data (gzip)"},
    {"\x89PNG", "a PNG image"},
    {"\xFF\xD8\xFF", "a JPEG image"},
    {"GIF8", "a GIF image"},
    {"BEGIN:VCALENDAR", "a calendar file"},
}};

Error error(const std::string& what) { return {Stage::read, what + ", not a feed"}; }

// The text of the first <title>, if there is one.
std::string page_title(std::string_view html) {
  const std::string lower = ascii_lower(html);
  const auto begin = lower.find("<title");
  if (begin == std::string::npos) return {};
  const auto open = lower.find('>', begin);
  const auto close = lower.find("</title", begin);
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  const std::string title = plain_text(html.substr(open + 1, close - open - 1));
  return shortened(collapsed(title), kTitleCharactersMax);
}

bool is_page(std::string_view head) {
  const std::string lower = ascii_lower(head);
  return lower.find("<html") != std::string::npos || lower.find("<!doctype html") == 0 ||
         lower.find("<body") != std::string::npos || lower.find("<head>") != std::string::npos;
}

bool has_feed_root(std::string_view head) {
  const std::string lower = ascii_lower(head);
  for (const std::string_view root : {"<rss", "<feed", "<rdf", ":feed", ":rdf", "<channel"}) {
    if (lower.find(root) != std::string::npos) return true;
  }
  return false;
}

// Of what is neither a feed nor a page, by its first bytes; empty for what may be one.
std::string plain_name(std::string_view bytes) {
  if (trimmed(bytes).empty()) return "an empty document";
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return std::string(signature.name);
  }
  return {};
}

}  // namespace

std::optional<Error> plainly_not_a_feed(std::string_view bytes) {
  const std::string name = plain_name(bytes);
  return name.empty() ? std::nullopt : std::optional(error(name));
}

std::optional<Error> plainly_not_a_page(std::string_view bytes) {
  std::string name = plain_name(bytes);
  const std::string_view head = bytes.substr(0, kHeadBytesMax);
  if (!is_page(head) && has_feed_root(head)) name = "a feed (of kind auto)";
  if (name.empty()) return std::nullopt;
  return Error{Stage::read, name + ", not a page"};
}

std::optional<Error> page_instead_of_feed(std::string_view text) {
  const std::string_view head = text.substr(0, kHeadBytesMax);
  if (!is_page(head) || has_feed_root(head)) return std::nullopt;
  const std::string title = page_title(head);
  const std::string page = title.empty() ? "an HTML page" : "an HTML page titled «" + title + "»";
  const auto obstacle = obstacle_in(head);
  if (!obstacle) return error(page);
  return Error{Stage::read, page + ", not a feed: " + words_for(*obstacle)};
}

Error not_a_feed(const Document& document, const pugi::xml_document& tree) {
  const auto decoded =
      decode(document.bytes.substr(0, kHeadBytesMax), document.content_type, Markup::html);
  const std::string head = decoded ? decoded->text : std::string{};
  if (const auto page = page_instead_of_feed(head)) return *page;
  const pugi::xml_node root = tree.document_element();
  if (root) {
    return error("an XML document <" + std::string(utf8_prefix(root.name(), 60)) + ">");
  }
  return error("a text that begins \"" + shortened(collapsed(head.substr(0, 400)), 40) + "\"");
}

}  // namespace fundwatch::feeds
