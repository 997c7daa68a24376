#include "feeds/read/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "base/check.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kChunkBytes = 1'000'000;  // libxml2 counts in int

// How many elements libxml2 may hold open beyond the depth that is built. It looks through all of
// them for every end tag that closes nothing.
constexpr std::size_t kOpenBeyondDepthMax = 256;

// What libxml2's events build on; handed to its C callbacks as their context.
struct Builder {
  pugi::xml_node innermost;
  std::size_t depth_max = 0;
  htmlParserCtxtPtr parser = nullptr;
  std::size_t depth = 0;
  std::size_t hidden = 0;  // how many scripts, styles and templates are open
};

const char* text(const xmlChar* chars) { return reinterpret_cast<const char*>(chars); }

// Their content is not markup.
bool is_raw(std::string_view name) { return name == "script" || name == "style"; }

bool is_hidden(std::string_view name) { return is_raw(name) || name == "template"; }

// Makes libxml2 forget the element that it has just opened.
void forget_innermost(Builder& builder) {
  htmlParserCtxt& parser = *builder.parser;
  --parser.nameNr;
  parser.name = parser.nameTab[parser.nameNr - 1];
  parser.nameTab[parser.nameNr] = nullptr;
}

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  auto& builder = *static_cast<Builder*>(context);
  const bool is_too_deep = builder.depth > builder.depth_max + kOpenBeyondDepthMax;
  if (is_too_deep && !is_raw(text(name)) && builder.parser->nameNr > 1) {
    forget_innermost(builder);
    return;
  }
  if (is_hidden(text(name))) ++builder.hidden;
  if (++builder.depth > builder.depth_max || builder.hidden > 0) return;
  builder.innermost = builder.innermost.append_child(text(name));
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    const char* value = attributes[1] == nullptr ? "" : text(attributes[1]);
    builder.innermost.append_attribute(text(attributes[0])).set_value(value);
  }
}

void on_end(void* context, const xmlChar* name) {
  auto& builder = *static_cast<Builder*>(context);
  const bool was_built = builder.depth <= builder.depth_max && builder.hidden == 0;
  if (is_hidden(text(name)) && builder.hidden > 0) --builder.hidden;
  if (builder.depth == 0) return;
  --builder.depth;
  if (was_built) builder.innermost = builder.innermost.parent();
}

void on_text(void* context, const xmlChar* chars, int length) {
  auto& builder = *static_cast<Builder*>(context);
  if (builder.hidden > 0 || builder.depth == 0) return;
  const std::string value(text(chars), static_cast<std::size_t>(length));
  builder.innermost.append_child(pugi::node_pcdata).set_value(value.c_str());
}

struct FreeContext {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

pugi::xml_document html_tree(std::string_view html, std::size_t depth_max) {
  pugi::xml_document document;
  Builder builder{document, depth_max};
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(
      htmlCreatePushParserCtxt(&handler, &builder, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
  CHECK(context != nullptr);
  builder.parser = context.get();
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                        HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  for (std::size_t at = 0; at < html.size(); at += kChunkBytes) {
    const std::string_view chunk = html.substr(at, kChunkBytes);
    htmlParseChunk(context.get(), chunk.data(), static_cast<int>(chunk.size()), 0);
  }
  htmlParseChunk(context.get(), nullptr, 0, 1);
  return document;
}

}  // namespace fundwatch::feeds
