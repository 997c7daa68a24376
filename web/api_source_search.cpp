#include "web/api_source_search.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "base/names.h"
#include "web/json_values.h"
#include "web/opml.h"
#include "web/source_addition.h"
#include "web/source_addition_page.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

json::array items_of(const FoundSource& found) {
  json::array items;
  for (std::size_t at = 0; at < std::min(found.items.size(), kApiItemsPreviewed); ++at) {
    const Item& item = found.items[at];
    const std::string profiles = at < found.profiles.size() ? found.profiles[at] : std::string();
    items.push_back(json::object{{"title", item.title},
                                 {"url", text_or_null(item.url)},
                                 {"published", instant_or_null(item.published)},
                                 {"profiles", text_or_null(profiles)}});
  }
  return items;
}

json::object described(const FoundSource& found) {
  return {{"name", found.source.name},
          {"url", found.source.url},
          {"kind", fundwatch::name_of(found.source.kind)},
          {"choice", choice_of(found.source)},
          {"item_count", found.items.size()},
          {"items", items_of(found)}};
}

json::object described(const PageLine& line) {
  return {{"text", line.text},
          {"heading", line.is_heading},
          {"begins_block", line.begins_block},
          {"found", line.source ? json::value(*line.source) : json::value(nullptr)}};
}

}  // namespace

Reply api_preview(const ApiCall& call) {
  BodyReader body(call.body);
  const std::string typed = body.text("url", digest::kLinkBytesMax).value_or("");
  if (const auto fault = body.fault()) return refusal(422, *fault);
  const auto url = whole_address(typed);
  if (!url) return refusal(422, {"expected a whole address: https://…", "url"});
  if (const auto known = source_at(call.desk, *url)) {
    return refusal(409, {"this address is read already, as " + known->name, "url"});
  }
  Source wanted;
  wanted.url = *url;
  const auto found = call.desk.site.services.find_sources(wanted);
  if (!found) return refusal(422, {found.error().message, "url"});
  json::array sources;
  for (const FoundSource& each : found->all) sources.push_back(described(each));
  json::array page;
  for (const PageLine& line : found->page) page.push_back(described(line));
  return json_reply(json::object{{"found", std::move(sources)}, {"page", std::move(page)}});
}

Reply api_opml(const ApiCall& call) {
  const Site& site = call.desk.site;
  return json_reply(
      json::object{{"opml", opml_of(site.store.sources.all(), site.config.installation.name)}});
}

Reply api_import_opml(const ApiCall& call) {
  BodyReader body(call.body);
  const auto text = body.text("opml", kOpmlCharactersMax);
  if (const auto fault = body.fault()) return refusal(422, *fault);
  if (!text) return refusal(422, {"expected an OPML file as a text", "opml"});
  const auto sources = call.desk.site.services.read_opml(*text);
  if (!sources) return refusal(422, {sources.error().message, "opml"});
  if (sources->empty() || sources->size() > kImportedMax) {
    return refusal(422, {"expected 1 to " + std::to_string(kImportedMax) + " feeds, found " +
                             std::to_string(sources->size()),
                         "opml"});
  }
  const Imported imported = import_sources(call.desk, *sources);
  return json_reply(json::object{{"added", imported.added}, {"known", imported.known}});
}

}  // namespace fundwatch::web
