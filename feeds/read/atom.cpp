#include "feeds/read/atom.h"

#include "base/text.h"
#include "feeds/read/base64.h"
#include "feeds/read/feed_fields.h"
#include "feeds/read/links.h"

namespace fundwatch::feeds {
namespace {

constexpr std::string_view kRegistry = "http://www.iana.org/assignments/relation/";

bool is_markup_type(std::string_view type) {
  return type == "xhtml" || type.ends_with("+xml") || type.ends_with("/xml");
}

bool is_html_type(std::string_view type) { return type == "html" || type == "text/html"; }

// RFC 4287 § 3.1.1.3: the div that holds XHTML is not part of it.
const pugi::xml_node content_holder(const pugi::xml_node& element) {
  pugi::xml_node only;
  for (const pugi::xml_node& child : element.children()) {
    if (child.type() == pugi::node_element) {
      if (only) return element;
      only = child;
    } else if (!trimmed(child.value()).empty()) {
      return element;
    }
  }
  return only && name_of(only).local == "div" ? only : element;
}

RawText inline_text(const pugi::xml_node& element, const Scope& scope, std::string_view type) {
  // Atom 0.3 has no such rule.
  const bool has_holder =
      type == "xhtml" || type == "html" || namespace_uri(element) == "http://www.w3.org/2005/Atom";
  const pugi::xml_node holder = has_holder ? content_holder(element) : element;
  const std::string base = within(scope, holder).base;
  // Escaped HTML wrapped in a div, as TypePad wrote it.
  const bool is_escaped = type == "html" && !has_elements(holder);
  const std::string markup = is_escaped ? text_of(holder) : inner_markup(holder);
  return {std::string(trimmed(markup)), TextKind::html, base};
}

// A text construct of either version: type, and Atom 0.3's mode.
RawText atom_text(const pugi::xml_node& element, const Scope& outer) {
  const Scope scope = within(outer, element);
  const std::string type = ascii_lower(trimmed(attribute(element, "type")));
  const std::string mode = ascii_lower(trimmed(attribute(element, "mode")));
  if (has_elements(element)) return inline_text(element, scope, type);
  std::string text = trimmed_text_of(element);
  const bool is_other = !type.empty() && type != "text" && !type.starts_with("text/") &&
                        !is_html_type(type) && !is_markup_type(type);
  if (mode == "base64" || is_other) {
    auto bytes = decoded_base64(text);
    if (bytes && is_valid_utf8(*bytes)) return {*std::move(bytes), TextKind::html, scope.base};
  }
  if (is_html_type(type) || mode == "escaped") {
    const bool is_plain = type == "text/plain";
    return {std::move(text), is_plain ? TextKind::unsure : TextKind::html, scope.base};
  }
  if (is_markup_type(type)) return {inner_markup(element), TextKind::html, scope.base};
  return {std::move(text), type.empty() ? TextKind::unsure : TextKind::plain, scope.base};
}

struct Links {
  std::string alternate;
  std::string fallback;
};

// The first alternate wins, one for browsers before others.
void read_link(Links& links, std::vector<Enclosure>* enclosures, const pugi::xml_node& element,
               const Scope& outer) {
  const Scope scope = within(outer, element);
  std::string_view rel = trimmed(attribute(element, "rel"));
  if (rel.starts_with(kRegistry)) rel.remove_prefix(kRegistry.size());
  const std::string type = ascii_lower(trimmed(attribute(element, "type")));
  if (rel == "enclosure") {
    if (enclosures != nullptr) add_enclosure(*enclosures, element, scope);
    return;
  }
  if (!rel.empty() && !equals_ignoring_ascii_case(rel, "alternate")) return;
  std::string_view address = trimmed(attribute(element, "href"));
  const std::string text = trimmed_text_of(element);
  if (address.empty()) address = text;
  if (address.empty()) return;
  const bool is_page = type.empty() || type.find("html") != std::string::npos;
  fill(is_page ? links.alternate : links.fallback, resolved(scope.base, address));
}

void add_author(std::string& author, const std::string& name) {
  if (name.empty() || author == name) return;
  if (!author.empty()) author += ", ";
  author += name;
}

// What only stands in when Atom's own elements are missing.
struct Spare {
  RawText title;
  RawText summary;
  RawText content;
  std::string author;
  std::string source_author;
};

void use_spares(RawEntry& entry, Spare spare) {
  fill(entry.title, std::move(spare.title));
  fill(entry.summary, std::move(spare.summary));
  fill(entry.content, std::move(spare.content));
  fill(entry.author, std::move(spare.author));
  fill(entry.author, std::move(spare.source_author));
}

class AtomReader {
 public:
  explicit AtomReader(std::size_t entries_max) : entries_max_(entries_max) {}
  RawFeed read(const pugi::xml_node& root, const Scope& scope);

 private:
  void read_feed_field(const pugi::xml_node& element, const Scope& scope);
  void read_entry(const pugi::xml_node& element, const Scope& outer);
  static void read_entry_text(RawEntry& entry, const pugi::xml_node& element, const Scope& scope);
  static void read_module(RawEntry& entry, Spare& spare, const pugi::xml_node& element,
                          const Scope& scope);
  static void read_media(RawEntry& entry, Spare& spare, const pugi::xml_node& element,
                         const Scope& scope);

  std::size_t entries_max_;
  RawFeed feed_;
  Links links_;
  std::string module_author_;  // where the feed names none in Atom's own way
};

std::string atom_format(const pugi::xml_node& root) {
  const std::string_view uri = namespace_uri(root);
  if (uri == "http://www.w3.org/2005/Atom") return "atom10";
  if (attribute(root, "version") == "0.3") return "atom03";
  if (attribute(root, "version") == "0.2") return "atom02";
  if (attribute(root, "version") == "0.1") return "atom01";
  return uri.find("purl.org/atom/ns") != std::string_view::npos ? "atom03" : "atom";
}

RawFeed AtomReader::read(const pugi::xml_node& root, const Scope& outer) {
  feed_.format = atom_format(root);
  if (name_of(root).local == "entry") {
    read_entry(root, outer);
    return std::move(feed_);
  }
  const Scope scope = within(outer, root);
  feed_.language = scope.language;
  for (const pugi::xml_node& child : root.children()) {
    if (child.type() == pugi::node_element) read_feed_field(child, scope);
  }
  feed_.link = links_.alternate.empty() ? links_.fallback : links_.alternate;
  fill(feed_.author, std::move(module_author_));
  return std::move(feed_);
}

void AtomReader::read_feed_field(const pugi::xml_node& element, const Scope& scope) {
  const Name name = name_of(element);
  const std::string_view local = name.local;
  if (name.space != Space::core && name.space != Space::atom) {
    const FeedField field = field_of(element);
    if (field == FeedField::language) fill(feed_.language, trimmed_text_of(element));
    if (field == FeedField::author || field == FeedField::secondary_author) {
      fill(module_author_, person(element));
    }
    return;
  }
  if (local == "entry") {
    if (feed_.entries.size() < entries_max_) {
      read_entry(element, scope);
    } else {
      ++feed_.entries_left_out;
    }
  } else if (local == "title") {
    if (feed_.title.empty()) feed_.title = atom_text(element, scope);
  } else if (local == "subtitle" || local == "tagline") {
    if (feed_.description.empty()) feed_.description = atom_text(element, scope);
  } else if (local == "id" || local == "guid") {
    fill(feed_.id, trimmed_text_of(element));
  } else if (local == "link") {
    read_link(links_, nullptr, element, scope);
  } else if (local == "updated" || local == "modified") {
    replace(feed_.updated, trimmed_text_of(element));
  } else if (local == "published" || local == "issued" || local == "created") {
    replace(feed_.published, trimmed_text_of(element));
  } else if (local == "author") {
    add_author(feed_.author, person(element));
  } else if (local == "language") {
    fill(feed_.language, trimmed_text_of(element));
  }
}

void AtomReader::read_entry(const pugi::xml_node& element, const Scope& outer) {
  const Scope scope = within(outer, element);
  RawEntry entry;
  Links links;
  Spare spare;
  for (const pugi::xml_node& child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    const Name name = name_of(child);
    const std::string_view local = name.local;
    if (name.space == Space::media) {
      read_media(entry, spare, child, scope);
    } else if (name.space != Space::core && name.space != Space::atom) {
      read_module(entry, spare, child, scope);
    } else if (local == "link") {
      read_link(links, &entry.enclosures, child, scope);
    } else if (local == "category") {
      add_category(entry.categories, category_name(child));
    } else if (local == "author") {
      add_author(entry.author, person(child));
    } else if (local == "source") {
      spare.source_author = person(child.child("author"));
    } else if (local == "id" || local == "guid") {
      fill(entry.id, trimmed_text_of(child));
    } else if (local == "updated" || local == "modified") {
      replace(entry.updated, trimmed_text_of(child));
    } else if (local == "published" || local == "issued" || local == "created") {
      replace(entry.published, trimmed_text_of(child));
    } else {
      read_entry_text(entry, child, scope);
    }
  }
  entry.link = links.alternate.empty() ? links.fallback : links.alternate;
  use_spares(entry, std::move(spare));
  entry.language = scope.language;
  feed_.entries.push_back(std::move(entry));
}

void AtomReader::read_entry_text(RawEntry& entry, const pugi::xml_node& element,
                                 const Scope& scope) {
  const std::string_view local = name_of(element).local;
  if (local == "title") {
    if (entry.title.empty()) entry.title = atom_text(element, scope);
  } else if (local == "summary") {
    if (entry.summary.empty()) entry.summary = atom_text(element, scope);
  } else if (local == "content") {
    if (entry.content.empty()) entry.content = atom_text(element, scope);
  }
}

// RSS's modules within an entry.
void AtomReader::read_module(RawEntry& entry, Spare& spare, const pugi::xml_node& element,
                             const Scope& scope) {
  switch (field_of(element)) {
    case FeedField::title:
    case FeedField::secondary_title: fill(spare.title, rss_text(element, scope)); break;
    case FeedField::description:
    case FeedField::secondary_description:
    case FeedField::itunes_summary: fill(spare.summary, rss_text(element, scope)); break;
    case FeedField::content: fill(spare.content, rss_text(element, scope)); break;
    case FeedField::author: add_author(entry.author, person(element)); break;
    case FeedField::secondary_author: fill(spare.author, person(element)); break;
    case FeedField::category: add_category(entry.categories, text_of(element)); break;
    case FeedField::keywords: add_keywords(entry.categories, element); break;
    case FeedField::updated: fill(entry.updated, trimmed_text_of(element)); break;
    case FeedField::published: fill(entry.published, trimmed_text_of(element)); break;
    default: break;
  }
}

void AtomReader::read_media(RawEntry& entry, Spare& spare, const pugi::xml_node& element,
                            const Scope& scope) {
  switch (field_of(element)) {
    case FeedField::media_title: fill(spare.title, rss_text(element, scope)); return;
    case FeedField::media_description: fill(spare.summary, rss_text(element, scope)); return;
    case FeedField::category: add_category(entry.categories, text_of(element)); return;
    case FeedField::keywords: add_keywords(entry.categories, element); return;
    case FeedField::media_content: add_enclosure(entry.enclosures, element, scope); break;
    case FeedField::media_group: break;
    default: return;
  }
  for (const pugi::xml_node& child : element.children()) {
    if (child.type() == pugi::node_element) read_media(entry, spare, child, scope);
  }
}

}  // namespace

RawFeed read_atom(const pugi::xml_node& root, const Scope& scope, std::size_t entries_max) {
  return AtomReader(entries_max).read(root, scope);
}

}  // namespace fundwatch::feeds
