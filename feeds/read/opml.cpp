#include "feeds/read/opml.h"

#include <pugixml.hpp>
#include <set>

#include "base/text.h"
#include "base/url.h"

namespace fundwatch::feeds {
namespace {

std::string attribute(const pugi::xml_node& outline, const char* name) {
  // As other programs write it: xmlUrl, xmlURL or xmlurl.
  for (const pugi::xml_attribute& each : outline.attributes()) {
    if (equals_ignoring_ascii_case(each.name(), name)) return collapsed(each.value());
  }
  return {};
}

class OpmlReader {
 public:
  explicit OpmlReader(std::size_t depth_max) : depth_max_(depth_max) {}

  void read(const pugi::xml_node& parent, std::size_t depth) {
    if (depth > depth_max_) return;
    for (const pugi::xml_node& outline : parent.children("outline")) {
      add(outline);
      read(outline, depth + 1);
    }
  }

  std::vector<ListedFeed> take() { return std::move(feeds_); }

 private:
  void add(const pugi::xml_node& outline) {
    const std::string url = attribute(outline, "xmlUrl");
    const auto parsed = parse_url(url);
    const bool is_web = url.starts_with("http://") || url.starts_with("https://");
    if (!is_web || !parsed || parsed->has_userinfo || !known_.insert(url).second) return;
    std::string title = attribute(outline, "title");
    if (title.empty()) title = attribute(outline, "text");
    if (title.empty()) title = parsed->host;
    if (is_valid_utf8(title)) feeds_.push_back({title, url});
  }

  std::size_t depth_max_;
  std::set<std::string> known_;
  std::vector<ListedFeed> feeds_;
};

}  // namespace

Result<std::vector<ListedFeed>> read_opml(std::string_view bytes, std::size_t depth_max) {
  pugi::xml_document document;
  const auto parsed = document.load_buffer(bytes.data(), bytes.size());
  const pugi::xml_node body = document.child("opml").child("body");
  if (!parsed || !body) return Error{Stage::read, "this is no OPML file"};
  OpmlReader reader(depth_max);
  reader.read(body, 0);
  return reader.take();
}

}  // namespace fundwatch::feeds
