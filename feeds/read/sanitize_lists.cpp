#include "feeds/read/sanitize_lists.h"

#include <algorithm>
#include <array>
#include <span>

namespace fundwatch::feeds {
namespace {

// Each list is sorted: it is searched by halves.
constexpr std::array<std::string_view, 100> kElements{
    "a",      "abbr",     "acronym",    "address",  "area",       "article", "aside",    "audio",
    "b",      "bdi",      "bdo",        "big",      "blockquote", "br",      "canvas",   "caption",
    "center", "cite",     "code",       "col",      "colgroup",   "command", "datalist", "dd",
    "del",    "details",  "dfn",        "dialog",   "dir",        "div",     "dl",       "dt",
    "em",     "fieldset", "figcaption", "figure",   "font",       "footer",  "h1",       "h2",
    "h3",     "h4",       "h5",         "h6",       "header",     "hr",      "i",        "img",
    "ins",    "kbd",      "label",      "legend",   "li",         "m",       "main",     "map",
    "mark",   "menu",     "meter",      "multicol", "nav",        "nextid",  "ol",       "output",
    "p",      "picture",  "pre",        "progress", "q",          "rp",      "rt",       "ruby",
    "s",      "samp",     "section",    "small",    "sound",      "source",  "spacer",   "span",
    "strike", "strong",   "sub",        "summary",  "sup",        "table",   "tbody",    "td",
    "tfoot",  "th",       "thead",      "time",     "tr",         "track",   "tt",       "u",
    "ul",     "var",      "video",      "wbr"};
static_assert(std::is_sorted(kElements.begin(), kElements.end()));

constexpr std::array<std::string_view, 18> kVoid{
    "area",  "base",   "br",   "col",  "command", "embed",  "frame",  "hr",    "img",
    "input", "keygen", "link", "meta", "param",   "source", "spacer", "track", "wbr"};
static_assert(std::is_sorted(kVoid.begin(), kVoid.end()));

constexpr std::array<std::string_view, 10> kOptionalEnd{"dd", "dt",    "li", "p",     "tbody",
                                                        "td", "tfoot", "th", "thead", "tr"};
static_assert(std::is_sorted(kOptionalEnd.begin(), kOptionalEnd.end()));

// What stands within these is no text for readers.
constexpr std::array<std::string_view, 6> kDropped{"applet", "noembed",  "script",
                                                   "style",  "template", "xml"};
static_assert(std::is_sorted(kDropped.begin(), kDropped.end()));

constexpr std::array<std::string_view, 16> kLinks{
    "action",   "background", "cite",        "data",   "datasrc", "dynsrc", "href", "icon",
    "longdesc", "lowsrc",     "pluginspage", "poster", "profile", "src",    "urn",  "usemap"};
static_assert(std::is_sorted(kLinks.begin(), kLinks.end()));

// On the elements above none of these does anything but describe or shape. Event handlers, srcdoc,
// formaction and ping are missing on purpose.
constexpr std::array<std::string_view, 145> kAttributes{"abbr",
                                                        "accept",
                                                        "accept-charset",
                                                        "accesskey",
                                                        "action",
                                                        "align",
                                                        "alt",
                                                        "autocomplete",
                                                        "autofocus",
                                                        "autoplay",
                                                        "axis",
                                                        "background",
                                                        "balance",
                                                        "bgcolor",
                                                        "bgproperties",
                                                        "border",
                                                        "bordercolor",
                                                        "bordercolordark",
                                                        "bordercolorlight",
                                                        "bottompadding",
                                                        "cellpadding",
                                                        "cellspacing",
                                                        "ch",
                                                        "challenge",
                                                        "char",
                                                        "charoff",
                                                        "charset",
                                                        "checked",
                                                        "choff",
                                                        "cite",
                                                        "class",
                                                        "clear",
                                                        "color",
                                                        "cols",
                                                        "colspan",
                                                        "compact",
                                                        "contenteditable",
                                                        "controls",
                                                        "coords",
                                                        "data",
                                                        "datafld",
                                                        "datapagesize",
                                                        "datasrc",
                                                        "datetime",
                                                        "decoding",
                                                        "default",
                                                        "delay",
                                                        "dir",
                                                        "disabled",
                                                        "draggable",
                                                        "dynsrc",
                                                        "enctype",
                                                        "end",
                                                        "face",
                                                        "for",
                                                        "form",
                                                        "frame",
                                                        "galleryimg",
                                                        "gutter",
                                                        "headers",
                                                        "height",
                                                        "hidden",
                                                        "hidefocus",
                                                        "high",
                                                        "href",
                                                        "hreflang",
                                                        "hspace",
                                                        "icon",
                                                        "id",
                                                        "inputmode",
                                                        "ismap",
                                                        "keytype",
                                                        "label",
                                                        "lang",
                                                        "leftspacing",
                                                        "list",
                                                        "loading",
                                                        "longdesc",
                                                        "loop",
                                                        "loopcount",
                                                        "loopend",
                                                        "loopstart",
                                                        "low",
                                                        "lowsrc",
                                                        "max",
                                                        "maxlength",
                                                        "media",
                                                        "method",
                                                        "min",
                                                        "multiple",
                                                        "name",
                                                        "nohref",
                                                        "noshade",
                                                        "nowrap",
                                                        "open",
                                                        "optimum",
                                                        "pattern",
                                                        "point-size",
                                                        "poster",
                                                        "pqg",
                                                        "preload",
                                                        "prompt",
                                                        "radiogroup",
                                                        "readonly",
                                                        "rel",
                                                        "repeat-max",
                                                        "repeat-min",
                                                        "replace",
                                                        "required",
                                                        "rev",
                                                        "rightspacing",
                                                        "rows",
                                                        "rowspan",
                                                        "rules",
                                                        "scope",
                                                        "selected",
                                                        "shape",
                                                        "size",
                                                        "sizes",
                                                        "span",
                                                        "src",
                                                        "srcset",
                                                        "start",
                                                        "step",
                                                        "style",
                                                        "summary",
                                                        "suppress",
                                                        "tabindex",
                                                        "target",
                                                        "template",
                                                        "title",
                                                        "toppadding",
                                                        "type",
                                                        "unselectable",
                                                        "urn",
                                                        "usemap",
                                                        "valign",
                                                        "value",
                                                        "variable",
                                                        "volume",
                                                        "vrml",
                                                        "vspace",
                                                        "width",
                                                        "wrap",
                                                        "xml:lang"};
static_assert(std::is_sorted(kAttributes.begin(), kAttributes.end()));

// Nothing that moves an element over others (position, z-index) or loads anything.
constexpr std::array<std::string_view, 49> kStyleProperties{"azimuth",
                                                            "background-color",
                                                            "border-bottom-color",
                                                            "border-collapse",
                                                            "border-color",
                                                            "border-left-color",
                                                            "border-right-color",
                                                            "border-top-color",
                                                            "clear",
                                                            "color",
                                                            "cursor",
                                                            "direction",
                                                            "display",
                                                            "elevation",
                                                            "float",
                                                            "font",
                                                            "font-family",
                                                            "font-size",
                                                            "font-style",
                                                            "font-variant",
                                                            "font-weight",
                                                            "height",
                                                            "letter-spacing",
                                                            "line-height",
                                                            "list-style-type",
                                                            "max-width",
                                                            "overflow",
                                                            "pause",
                                                            "pause-after",
                                                            "pause-before",
                                                            "pitch",
                                                            "pitch-range",
                                                            "richness",
                                                            "speak",
                                                            "speak-header",
                                                            "speak-numeral",
                                                            "speak-punctuation",
                                                            "speech-rate",
                                                            "stress",
                                                            "text-align",
                                                            "text-decoration",
                                                            "text-indent",
                                                            "unicode-bidi",
                                                            "vertical-align",
                                                            "voice-family",
                                                            "volume",
                                                            "white-space",
                                                            "width",
                                                            "word-spacing"};
static_assert(std::is_sorted(kStyleProperties.begin(), kStyleProperties.end()));

constexpr std::array<std::string_view, 43> kStyleKeywords{
    "!important", "aqua",    "auto",   "black",    "block",  "blue",    "bold",    "both",
    "bottom",     "brown",   "center", "collapse", "dashed", "dotted",  "fuchsia", "gray",
    "green",      "initial", "italic", "left",     "lime",   "maroon",  "medium",  "navy",
    "none",       "normal",  "nowrap", "olive",    "orange", "pointer", "purple",  "red",
    "right",      "silver",  "solid",  "teal",     "thick",  "thin",    "top",     "transparent",
    "underline",  "white",   "yellow"};
static_assert(std::is_sorted(kStyleKeywords.begin(), kStyleKeywords.end()));

constexpr std::array<std::string_view, 4> kStyleFamilies{"background", "border", "margin",
                                                         "padding"};

bool contains(std::span<const std::string_view> list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

}  // namespace

bool is_allowed_element(std::string_view name) { return contains(kElements, name); }
bool is_allowed_attribute(std::string_view name) { return contains(kAttributes, name); }
bool is_link_attribute(std::string_view name) { return contains(kLinks, name); }
bool is_void_element(std::string_view name) { return contains(kVoid, name); }
bool has_optional_end(std::string_view name) { return contains(kOptionalEnd, name); }
bool is_dropped_with_content(std::string_view name) { return contains(kDropped, name); }
bool is_allowed_style_property(std::string_view name) { return contains(kStyleProperties, name); }
bool is_style_keyword(std::string_view word) { return contains(kStyleKeywords, word); }

bool is_style_family(std::string_view property) {
  return contains(kStyleFamilies, property.substr(0, property.find('-')));
}

}  // namespace fundwatch::feeds
