#include "feeds/read/stated_reading.h"

#include "base/check.h"
#include "base/text.h"
#include "feeds/read/charset.h"
#include "feeds/read/eforms.h"
#include "feeds/read/identity.h"
#include "feeds/read/mail.h"
#include "feeds/read/sedia.h"
#include "feeds/read/ted.h"
#include "feeds/read/unreadable.h"
#include "feeds/read/vinnova.h"
#include "feeds/read/xml_document.h"

namespace fundwatch::feeds {
namespace {

constexpr std::string_view kUtf8 = "utf-8";

Result<Reading> read_eforms_document(const Document& document, const config::Read& limits) {
  auto decoded = decode(document.bytes, document.content_type, Markup::xml);
  if (!decoded) return decoded.error();
  pugi::xml_document tree;
  const bool is_shallow = survey(decoded->text, limits.depth_max).is_shallow;
  if (!is_shallow || !parse_strictly(decoded->text, tree)) {
    return Error{Stage::read,
                 "eForms: the XML is not well-formed, or cut off; a notice is only "
                 "read whole"};
  }
  if (!is_eforms(tree.document_element())) {
    return Error{Stage::read, "eForms: expected a notice, but the document is <" +
                                  std::string(tree.document_element().name()) + ">"};
  }
  Reading reading{.format = "eforms", .encoding = decoded->encoding};
  reading.items.push_back(
      read_eforms(tree.document_element(), Calendar(document.time_zone), reading.problems));
  return reading;
}

Result<Reading> read_ted_document(const Document& document, const config::Read& limits) {
  auto page = read_ted(document, limits.items_max);
  if (!page) return page.error();
  return Reading{.format = "ted",
                 .encoding = std::string(kUtf8),
                 .problems = std::move(page->problems),
                 .items = std::move(page->items)};
}

Result<Reading> read_sedia_document(const Document& document, const config::Read& limits) {
  auto page = read_sedia(document, limits.items_max);
  if (!page) return page.error();
  return Reading{.format = "sedia",
                 .encoding = std::string(kUtf8),
                 .problems = std::move(page->problems),
                 .items = std::move(page->items)};
}

Result<Reading> read_vinnova_document(const Document& document, const config::Read& limits) {
  auto items = read_vinnova({document});
  if (!items) return items.error();
  Reading reading{.format = "vinnova", .encoding = std::string(kUtf8), .items = *std::move(items)};
  if (reading.items.size() > limits.items_max) {
    reading.problems.push_back("only the first " + std::to_string(limits.items_max) + " of " +
                               std::to_string(reading.items.size()) + " items were read");
    reading.items.resize(limits.items_max);
  }
  return reading;
}

Result<Reading> read_mail_document(const Document& document, const config::Read& limits) {
  auto items = read_mail(document, limits);
  if (!items) return items.error();
  return Reading{.format = "mail", .encoding = std::string(kUtf8), .items = *std::move(items)};
}

Result<Reading> read_by_kind(const Document& document, const config::Read& limits) {
  switch (document.kind) {
    case SourceKind::eforms: return read_eforms_document(document, limits);
    case SourceKind::ted: return read_ted_document(document, limits);
    case SourceKind::sedia: return read_sedia_document(document, limits);
    case SourceKind::vinnova: return read_vinnova_document(document, limits);
    case SourceKind::mail: return read_mail_document(document, limits);
    case SourceKind::automatic:
    case SourceKind::rss:
    case SourceKind::atom:
    case SourceKind::json_feed:
    case SourceKind::page:
    case SourceKind::watch: break;
  }
  CHECK(states_facts(document.kind));
  return Reading{};
}

}  // namespace

bool states_facts(SourceKind kind) {
  return kind == SourceKind::eforms || kind == SourceKind::ted || kind == SourceKind::sedia ||
         kind == SourceKind::vinnova || kind == SourceKind::mail;
}

Result<Reading> read_stated(const Document& document, const config::Read& limits) {
  auto reading = read_by_kind(document, limits);
  if (reading) identify(reading->items);
  return reading;
}

}  // namespace fundwatch::feeds
