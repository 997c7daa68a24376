// feeds/read/xml_names.h — what an XML element is called, whatever its prefix.
// pugixml keeps names as written; here prefixes become the few namespaces that feeds use. A prefix
// that nobody declared means what it always means ("dc:date"), because publishers forget.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace fundwatch::feeds {

// core: no namespace, or one of the feed formats' own that are told apart by the root alone.
enum class Space {
  core,
  atom,
  dublin_core,
  dublin_core_terms,
  content,
  media,
  itunes,
  georss,
  google_play,
  xhtml,
  rdf,
  other
};

struct Name {
  Space space = Space::core;
  std::string_view local;  // a view into the document
};

Name name_of(const pugi::xml_node& element);

// What the element's own default or prefix declaration says, as an URI; empty without one.
std::string_view namespace_uri(const pugi::xml_node& element);

// Base address and language in force within an element (xml:base, xml:lang).
struct Scope {
  std::string base;
  std::string language;
};
Scope within(const Scope& outer, const pugi::xml_node& element);

// within(outer, element).base
std::string base_of(const pugi::xml_node& element, const Scope& outer);

// "sv_SE" and the like as BCP 47: "sv-SE".
std::string language_tag(std::string_view language);

// The attribute by its local name, ignoring case: publishers write "isPermalink".
std::string_view attribute(const pugi::xml_node& element, std::string_view name);

// All text and CDATA directly in the element.
std::string text_of(const pugi::xml_node& element);

// The same without white space at its ends.
std::string trimmed_text_of(const pugi::xml_node& element);

// Whether the element binds a prefix or the default namespace.
bool declares_namespaces(const pugi::xml_node& element);

bool has_elements(const pugi::xml_node& element);

// The element's content written out as markup, namespace prefixes of XHTML taken off.
std::string inner_markup(const pugi::xml_node& element);

// The same of the node itself, which may be a text.
std::string outer_markup(const pugi::xml_node& node);

}  // namespace fundwatch::feeds
