#include "web/opml.h"

#include "digest/markup.h"

namespace fundwatch::web {
namespace {

bool is_feed(SourceKind kind) {
  switch (kind) {
    case SourceKind::automatic:
    case SourceKind::rss:
    case SourceKind::atom:
    case SourceKind::json_feed: return true;
    case SourceKind::page:
    case SourceKind::watch:
    case SourceKind::eforms:
    case SourceKind::ted:
    case SourceKind::sedia:
    case SourceKind::vinnova:
    case SourceKind::mail: return false;
  }
  return false;
}

}  // namespace

std::string opml_of(const std::vector<Source>& sources, const std::string& title) {
  digest::Markup xml;
  xml.tag("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>");
  xml.text(title).tag("</title></head>\n<body>\n");
  for (const Source& source : sources) {
    if (!is_feed(source.kind)) continue;
    xml.tag("<outline type=\"rss\" text=\"").text(source.name).tag("\" title=\"");
    xml.text(source.name).tag("\" xmlUrl=\"").text(source.url).tag("\"/>\n");
  }
  xml.tag("</body>\n</opml>\n");
  return xml.take();
}

}  // namespace fundwatch::web
