#include "feeds/read/rss.h"

#include <algorithm>

#include "base/text.h"
#include "feeds/read/feed_fields.h"
#include "feeds/read/links.h"

namespace fundwatch::feeds {
namespace {

// Publishers write the address as text, or, borrowing from Atom, as an attribute.
void read_link(std::string& link, const pugi::xml_node& element, const Scope& scope) {
  const std::string_view rel = attribute(element, "rel");
  if (!rel.empty() && rel != "alternate") return;
  std::string address = trimmed_text_of(element);
  if (address.empty()) address = trimmed(attribute(element, "href"));
  if (address.empty()) return;
  std::string found = resolved(base_of(element, scope), address);
  if (!found.empty()) link = std::move(found);
}

void read_atom_enclosure(RawEntry& entry, const pugi::xml_node& element, const Scope& scope) {
  if (attribute(element, "rel") == "enclosure") add_enclosure(entry.enclosures, element, scope);
}

void read_categories(std::vector<std::string>& categories, const pugi::xml_node& element) {
  bool has_children = false;
  for (const pugi::xml_node& child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    has_children = true;
    add_category(categories, text_of(child));
  }
  if (!has_children) add_category(categories, category_name(element));
}

void read_itunes_categories(std::vector<std::string>& categories, const pugi::xml_node& element) {
  add_category(categories, attribute(element, "text"));
  for (const pugi::xml_node& child : element.children()) {
    if (field_of(child) == FeedField::itunes_category) read_itunes_categories(categories, child);
  }
}

// What only stands in when the feed's own elements are missing.
struct Spare {
  RawText title;
  RawText description;
  std::string author;
  std::string link;
};

class EntryReader {
 public:
  EntryReader(Scope scope, FieldMemory& fields) : scope_(std::move(scope)), fields_(fields) {}
  RawEntry read(const pugi::xml_node& item);

 private:
  void read_field(const pugi::xml_node& element);
  void read_id(const pugi::xml_node& element);
  void read_description(const pugi::xml_node& element);
  void read_content(const pugi::xml_node& element);
  void read_media(const pugi::xml_node& element);
  void use_spares();

  Scope scope_;
  FieldMemory& fields_;
  RawEntry entry_;
  Spare spare_;
  std::string permalink_;
};

RawEntry EntryReader::read(const pugi::xml_node& item) {
  entry_.id = trimmed(attribute(item, "about"));
  for (const pugi::xml_node& child : item.children()) {
    if (child.type() == pugi::node_element) read_field(child);
  }
  use_spares();
  fill(entry_.language, scope_.language);
  return std::move(entry_);
}

void EntryReader::read_field(const pugi::xml_node& element) {
  switch (fields_.field_of(element)) {
    case FeedField::id: read_id(element); break;
    case FeedField::link:
      read_link(entry_.link, element, scope_);
      read_atom_enclosure(entry_, element, scope_);
      break;
    case FeedField::title: fill(entry_.title, rss_text(element, scope_)); break;
    case FeedField::description: read_description(element); break;
    case FeedField::secondary_title: fill(spare_.title, rss_text(element, scope_)); break;
    case FeedField::secondary_description:
      fill(spare_.description, rss_text(element, scope_));
      break;
    case FeedField::content: read_content(element); break;
    case FeedField::published: replace(entry_.published, trimmed_text_of(element)); break;
    case FeedField::updated: replace(entry_.updated, trimmed_text_of(element)); break;
    case FeedField::author: fill(entry_.author, person(element)); break;
    case FeedField::secondary_author: fill(spare_.author, person(element)); break;
    case FeedField::category: read_categories(entry_.categories, element); break;
    case FeedField::itunes_category: read_itunes_categories(entry_.categories, element); break;
    case FeedField::keywords: add_keywords(entry_.categories, element); break;
    case FeedField::enclosure: add_enclosure(entry_.enclosures, element, scope_); break;
    case FeedField::language: fill(entry_.language, trimmed_text_of(element)); break;
    case FeedField::media_title:
    case FeedField::media_description:
    case FeedField::media_content:
    case FeedField::media_credit:
    case FeedField::media_player:
    case FeedField::media_group: read_media(element); break;
    case FeedField::itunes_summary: spare_.description = rss_text(element, scope_); break;
    case FeedField::owner:
    case FeedField::entry:
    case FeedField::entries:
    case FeedField::none: break;
  }
}

void EntryReader::read_id(const pugi::xml_node& element) {
  const std::string id(trimmed(has_elements(element) ? inner_markup(element) : text_of(element)));
  if (equals_ignoring_ascii_case(attribute(element, "isPermaLink"), "false")) {
    fill(entry_.id, id);
    return;
  }
  fill(permalink_, id);
  fill(entry_.id, id);
}

// A second description beside the first is the longer text of those who know both words.
void EntryReader::read_description(const pugi::xml_node& element) {
  RawText text = rss_text(element, scope_);
  if (entry_.summary.empty()) {
    entry_.summary = std::move(text);
  } else if (entry_.content.empty() && !text.empty()) {
    entry_.content = std::move(text);
  }
}

void EntryReader::read_content(const pugi::xml_node& element) {
  RawText text = rss_text(element, scope_);
  text.kind = TextKind::html;
  if (!text.empty()) entry_.content = std::move(text);
}

void EntryReader::read_media(const pugi::xml_node& element) {
  switch (field_of(element)) {
    case FeedField::media_title: fill(spare_.title, rss_text(element, scope_)); return;
    case FeedField::media_description: fill(spare_.description, rss_text(element, scope_)); return;
    case FeedField::media_credit:
      if (attribute(element, "role") == "author") fill(spare_.author, person(element));
      return;
    case FeedField::media_content: add_enclosure(entry_.enclosures, element, scope_); break;
    case FeedField::media_player:
      fill(spare_.link, resolved(scope_.base, attribute(element, "url")));
      break;
    default: break;
  }
  for (const pugi::xml_node& child : element.children()) {
    if (child.type() == pugi::node_element) read_media(child);
  }
}

void EntryReader::use_spares() {
  fill(entry_.title, std::move(spare_.title));
  fill(entry_.summary, std::move(spare_.description));
  fill(entry_.author, std::move(spare_.author));
  fill(entry_.link, std::move(spare_.link));
  // "Permalink" is the default, so that any number or word may claim to be one: never resolved.
  fill(entry_.link, std::move(permalink_));
}

class FeedReader {
 public:
  FeedReader(const Scope& scope, std::size_t entries_max)
      : scope_(scope), entries_max_(entries_max) {}
  RawFeed read(const pugi::xml_node& root);

 private:
  void read_channel(const pugi::xml_node& channel);
  void read_field(const pugi::xml_node& element);
  void read_entries(const pugi::xml_node& parent);
  void read_entry(const pugi::xml_node& element);
  void expect_entries_like(const pugi::xml_node& first);

  Scope scope_;
  std::size_t entries_max_;
  RawFeed feed_;
  Spare spare_;
  std::string owner_;
  std::string entry_name_;
  FieldMemory entry_fields_;
};

std::string rss_format(const pugi::xml_node& root) {
  const std::string local = ascii_lower(name_of(root).local);
  if (local != "rss") {
    std::string_view uri = namespace_uri(root);
    for (const pugi::xml_attribute& declaration : root.attributes()) {
      if (std::string_view(declaration.value()).find("rss/1.0") != std::string_view::npos ||
          std::string_view(declaration.value()).find("/simple/0.9") != std::string_view::npos) {
        uri = declaration.value();
      }
      if (uri.find("simple/0.9") != std::string_view::npos) return "rss090";
    }
    return local == "rdf" ? "rss10" : "rss";
  }
  const std::string version(trimmed(attribute(root, "version")));
  if (version.starts_with("2")) return "rss20";
  if (version == "0.91") return "rss091u";
  if (version == "0.90" || version == "0.92" || version == "0.93" || version == "0.94") {
    return "rss0" + version.substr(2);
  }
  return "rss";
}

bool is_channel(const pugi::xml_node& node) {
  return node.type() == pugi::node_element &&
         equals_ignoring_ascii_case(name_of(node).local, "channel");
}

bool has_channel(const pugi::xml_node& root) {
  const auto children = root.children();
  return std::any_of(children.begin(), children.end(), is_channel);
}

RawFeed FeedReader::read(const pugi::xml_node& root) {
  feed_.format = rss_format(root);
  scope_ = within(scope_, root);
  if (!has_channel(root)) {
    read_channel(root);
  } else {
    for (const pugi::xml_node& child : root.children()) {
      if (is_channel(child)) read_channel(child);
      if (child.type() == pugi::node_element && field_of(child) == FeedField::entry) {
        read_entry(child);
      }
    }
  }
  fill(feed_.title, std::move(spare_.title));
  fill(feed_.description, std::move(spare_.description));
  fill(feed_.author, std::move(spare_.author));
  fill(feed_.author, std::move(owner_));
  fill(feed_.language, scope_.language);
  return std::move(feed_);
}

void FeedReader::read_channel(const pugi::xml_node& channel) {
  scope_ = within(scope_, channel);
  fill(feed_.id, std::string(trimmed(attribute(channel, "about"))));
  for (const pugi::xml_node& child : channel.children()) {
    if (child.type() == pugi::node_element) read_field(child);
  }
}

void FeedReader::read_field(const pugi::xml_node& element) {
  // Items by the thousand: what the first was called need not be looked up again.
  if (!entry_name_.empty() && entry_name_ == element.name()) {
    read_entry(element);
    return;
  }
  switch (field_of(element)) {
    case FeedField::entry:
      entry_name_ = element.name();
      expect_entries_like(element);
      read_entry(element);
      break;
    case FeedField::entries: read_entries(element); break;
    case FeedField::id: feed_.id = trimmed_text_of(element); break;
    case FeedField::link: read_link(feed_.link, element, scope_); break;
    case FeedField::title: fill(feed_.title, rss_text(element, scope_)); break;
    case FeedField::secondary_title: fill(spare_.title, rss_text(element, scope_)); break;
    case FeedField::description: fill(feed_.description, rss_text(element, scope_)); break;
    case FeedField::secondary_description:
      fill(spare_.description, rss_text(element, scope_));
      break;
    case FeedField::itunes_summary: spare_.description = rss_text(element, scope_); break;
    case FeedField::published: replace(feed_.published, trimmed_text_of(element)); break;
    case FeedField::updated: replace(feed_.updated, trimmed_text_of(element)); break;
    case FeedField::author: fill(feed_.author, person(element)); break;
    case FeedField::secondary_author: fill(spare_.author, person(element)); break;
    case FeedField::owner: fill(owner_, person(element)); break;
    case FeedField::language: fill(feed_.language, trimmed_text_of(element)); break;
    default: break;  // the channel has no fields of its own for the rest
  }
}

// RSS 1.1 holds its items in <items>; RDF has only a list of references there.
void FeedReader::read_entries(const pugi::xml_node& parent) {
  for (const pugi::xml_node& child : parent.children()) {
    if (field_of(child) == FeedField::entry) read_entry(child);
  }
}

// Makes room at once for the entries that stand beside the first.
void FeedReader::expect_entries_like(const pugi::xml_node& first) {
  const auto same = first.parent().children(first.name());
  const auto count = static_cast<std::size_t>(std::distance(same.begin(), same.end()));
  feed_.entries.reserve(std::min(feed_.entries.size() + count, entries_max_));
}

void FeedReader::read_entry(const pugi::xml_node& element) {
  if (feed_.entries.size() >= entries_max_) {
    ++feed_.entries_left_out;
    return;
  }
  feed_.entries.push_back(EntryReader(within(scope_, element), entry_fields_).read(element));
}

}  // namespace

RawFeed read_rss(const pugi::xml_node& root, const Scope& scope, std::size_t entries_max) {
  return FeedReader(scope, entries_max).read(root);
}

}  // namespace fundwatch::feeds
