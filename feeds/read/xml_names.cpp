#include "feeds/read/xml_names.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "feeds/read/links.h"

namespace fundwatch::feeds {
namespace {

struct Known {
  std::string_view uri;  // without "http://", "https://" and a closing slash or hash, lower case
  Space space;
};

constexpr std::array<Known, 40> kSpaces{{
    {"www.w3.org/2005/atom", Space::atom},
    {"purl.org/atom/ns", Space::atom},
    {"example.com/newformat", Space::atom},
    {"example.com/necho", Space::atom},
    {"purl.org/echo", Space::atom},
    {"purl.org/pie", Space::atom},
    {"purl.org/net/rss1.1/payload", Space::xhtml},
    {"purl.org/dc/elements/1.1", Space::dublin_core},
    {"purl.org/dc/elements/1.0", Space::dublin_core},
    {"purl.org/dc/terms", Space::dublin_core_terms},
    {"purl.org/rss/1.0/modules/content", Space::content},
    {"search.yahoo.com/mrss", Space::media},
    {"video.search.yahoo.com/mrss", Space::media},
    {"tools.search.yahoo.com/mrss", Space::media},
    {"www.rssboard.org/media-rss", Space::media},
    {"www.itunes.com/dtds/podcast-1.0.dtd", Space::itunes},
    {"www.itunes.com/dtds/podcast-1.0", Space::itunes},
    {"example.com/dtds/podcast-1.0.dtd", Space::itunes},
    {"www.georss.org/georss", Space::georss},
    {"www.google.com/schemas/play-podcasts/1.0", Space::google_play},
    {"www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd", Space::google_play},
    {"www.w3.org/1999/xhtml", Space::xhtml},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", Space::rdf},
    {"purl.org/rss/1.0", Space::core},
    {"purl.org/rss/1.0/modules/rss091", Space::core},
    {"purl.org/net/rss1.1", Space::core},
    {"my.netscape.com/rdf/simple/0.9", Space::core},
    {"my.netscape.com/publish/formats/rss-0.91.dtd", Space::core},
    {"channel.netscape.com/rdf/simple/0.9", Space::core},
    {"backend.userland.com/rss", Space::core},
    {"backend.userland.com/rss2", Space::core},
    {"backend.userland.com/rss091", Space::core},
    {"backend.userland.com/rss092", Space::core},
    {"blogs.law.harvard.edu/tech/rss", Space::core},
    {"www.rssboard.org/rss-specification", Space::core},
    {"cyber.law.harvard.edu/rss/rss.html", Space::core},
    {"purl.org/net/rss1.1#", Space::core},
    {"backend.userland.com/rss1", Space::core},
    {"www.w3.org/1999/html", Space::xhtml},
    {"", Space::core},
}};

struct Customary {
  std::string_view prefix;
  Space space;
};

constexpr std::array<Customary, 14> kCustomary{{
    {"atom", Space::atom},
    {"atom10", Space::atom},
    {"dc", Space::dublin_core},
    {"dcterms", Space::dublin_core_terms},
    {"content", Space::content},
    {"media", Space::media},
    {"itunes", Space::itunes},
    {"georss", Space::georss},
    {"googleplay", Space::google_play},
    {"xhtml", Space::xhtml},
    {"html", Space::xhtml},
    {"rdf", Space::rdf},
    {"rss", Space::core},
    {"rss10", Space::core},
}};

// How many attributes are looked through for one declaration; no honest document has as many.
constexpr std::size_t kAttributesSeenMax = 200;

std::string_view without_ends(std::string_view uri) {
  uri = trimmed(uri);
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (uri.starts_with(scheme)) uri.remove_prefix(scheme.size());
  }
  // "http://purl.org/atom/ns#draft-ietf-atompub-format-00" and the like.
  return uri.substr(0, uri.find('#'));
}

std::optional<Space> space_of_uri(std::string_view uri) {
  std::string bare = ascii_lower(without_ends(uri));
  while (bare.ends_with('/')) bare.pop_back();
  for (const Known& known : kSpaces) {
    if (known.uri == bare) return known.space;
  }
  return std::nullopt;
}

bool declares(std::string_view attribute, std::string_view prefix) {
  if (!attribute.starts_with("xmlns")) return false;
  if (prefix.empty()) return attribute.size() == 5;
  return attribute.size() == prefix.size() + 6 && attribute[5] == ':' &&
         attribute.substr(6) == prefix;
}

// The URI bound to the prefix here or on the way up; nothing when it is not declared.
std::optional<std::string_view> bound(pugi::xml_node element, std::string_view prefix) {
  std::size_t seen = 0;
  for (; element; element = element.parent()) {
    for (const pugi::xml_attribute& attribute : element.attributes()) {
      if (declares(attribute.name(), prefix)) return attribute.value();
      if (++seen > kAttributesSeenMax) return std::nullopt;
    }
  }
  return std::nullopt;
}

Space customary(std::string_view prefix) {
  const std::string lower = ascii_lower(prefix);
  for (const Customary& known : kCustomary) {
    if (known.prefix == lower) return known.space;
  }
  return Space::other;
}

std::string_view prefix_of(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      default: out += c;
    }
  }
}

void append_value(std::string& out, std::string_view value) {
  for (const char c : value) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
}

// Which prefixes mean XHTML, asked once for a tree without declarations of its own.
class PrefixMemory {
 public:
  bool is_xhtml(const pugi::xml_node& element, std::string_view prefix) {
    if (!known_ || prefix != prefix_) {
      prefix_ = prefix;
      is_xhtml_ = name_of(element).space == Space::xhtml;
      known_ = true;
    }
    return is_xhtml_;
  }

 private:
  std::string prefix_;
  bool is_xhtml_ = false;
  bool known_ = false;
};

// What XHTML calls an element: "xhtml:p" is "p".
std::string_view markup_name(const pugi::xml_node& element, PrefixMemory& prefixes) {
  const std::string_view name = element.name();
  const std::string_view prefix = prefix_of(name);
  if (prefix.empty() || !prefixes.is_xhtml(element, prefix)) return name;
  return name.substr(prefix.size() + 1);
}

void append_start(std::string& out, const pugi::xml_node& element, std::string_view name) {
  out += '<';
  out += name;
  for (const pugi::xml_attribute& attribute : element.attributes()) {
    out.append(" ").append(attribute.name()).append("=\"");
    append_value(out, attribute.value());
    out += '"';
  }
  out += '>';
}

void append_markup(std::string& out, const pugi::xml_node& node, PrefixMemory& outer) {
  PrefixMemory own;
  PrefixMemory& prefixes = declares_namespaces(node) ? own : outer;
  switch (node.type()) {
    case pugi::node_pcdata: append_escaped(out, node.value()); break;
    case pugi::node_cdata: append_escaped(out, node.value()); break;
    case pugi::node_element: {
      const std::string_view name = markup_name(node, prefixes);
      append_start(out, node, name);
      for (const pugi::xml_node& child : node.children()) append_markup(out, child, prefixes);
      out.append("</").append(name).append(">");
      break;
    }
    default: break;
  }
}

}  // namespace

std::string_view namespace_uri(const pugi::xml_node& element) {
  return bound(element, prefix_of(element.name())).value_or(std::string_view{});
}

Name name_of(const pugi::xml_node& element) {
  const std::string_view whole = element.name();
  const std::string_view prefix = prefix_of(whole);
  Name name;
  name.local = prefix.empty() ? whole : whole.substr(prefix.size() + 1);
  const auto uri = bound(element, prefix);
  if (uri) {
    // A default namespace that nobody knows is the publisher's own word for the format's.
    name.space = space_of_uri(*uri).value_or(prefix.empty() ? Space::core : Space::other);
  } else {
    name.space = prefix.empty() ? Space::core : customary(prefix);
  }
  return name;
}

std::string base_of(const pugi::xml_node& element, const Scope& outer) {
  const auto base = element.attribute("xml:base");
  if (!base) return outer.base;
  std::string inner = resolved(outer.base, base.value());
  // A base that is no web address (javascript:, data:) is not a base.
  return !inner.empty() && is_safe_link(inner) ? inner : outer.base;
}

Scope within(const Scope& outer, const pugi::xml_node& element) {
  Scope scope{base_of(element, outer), outer.language};
  if (const auto language = element.attribute("xml:lang"))
    scope.language = language_tag(language.value());
  return scope;
}

std::string language_tag(std::string_view language) {
  std::string tag(trimmed(language));
  std::replace(tag.begin(), tag.end(), '_', '-');
  return tag;
}

std::string_view attribute(const pugi::xml_node& element, std::string_view name) {
  for (const pugi::xml_attribute& candidate : element.attributes()) {
    std::string_view local = candidate.name();
    if (const auto prefix = prefix_of(local); !prefix.empty()) {
      local.remove_prefix(prefix.size() + 1);
      if (prefix == "xmlns") continue;
    }
    if (equals_ignoring_ascii_case(local, name)) return candidate.value();
  }
  return {};
}

std::string text_of(const pugi::xml_node& element) {
  std::string text;
  for (const pugi::xml_node& child : element.children()) {
    if (is_text(child)) text += child.value();
  }
  return text;
}

std::string trimmed_text_of(const pugi::xml_node& element) {
  const pugi::xml_node first = element.first_child();
  // Nearly every element holds one text and nothing else: it is copied once.
  if (is_text(first) && !first.next_sibling()) return std::string(trimmed(first.value()));
  return std::string(trimmed(text_of(element)));
}

bool declares_namespaces(const pugi::xml_node& element) {
  for (const pugi::xml_attribute& attribute : element.attributes()) {
    if (std::string_view(attribute.name()).starts_with("xmlns")) return true;
  }
  return false;
}

bool has_elements(const pugi::xml_node& element) {
  for (const pugi::xml_node& child : element.children()) {
    if (child.type() == pugi::node_element) return true;
  }
  return false;
}

std::string inner_markup(const pugi::xml_node& element) {
  std::string out;
  PrefixMemory prefixes;
  for (const pugi::xml_node& child : element.children()) append_markup(out, child, prefixes);
  return out;
}

std::string outer_markup(const pugi::xml_node& node) {
  std::string out;
  PrefixMemory prefixes;
  append_markup(out, node, prefixes);
  return out;
}

}  // namespace fundwatch::feeds
