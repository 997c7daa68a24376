#include "web/tune_json.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <cmath>
#include <span>

#include "base/names.h"
#include "web/json_values.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

std::string source_name(const store::Store& store, SourceId id) {
  const auto source = store.sources.find(id);
  return source ? source->name : "";
}

json::array in_short(std::span<const ItemId> ids, const store::Store& store) {
  json::array items;
  for (const ItemId id : ids) {
    const auto item = store.items.find(id);
    if (item) items.push_back(item_in_short(*item, source_name(store, item->source)));
  }
  return items;
}

json::array per_term(const Profile& profile, const matchers::Effect& effect) {
  json::array terms;
  for (std::size_t i = 0; i < profile.terms.size(); ++i) {
    const matchers::TermCount& count = effect.per_term[i];
    terms.push_back(json::object{{"term", profile.terms[i].text},
                                 {"weight", profile.terms[i].weight},
                                 {"role", fundwatch::name_of(profile.terms[i].role)},
                                 {"items", count.items},
                                 {"hits", count.hits},
                                 {"kept", count.kept},
                                 {"dismissed", count.dismissed}});
  }
  return terms;
}

}  // namespace

double per_week(std::size_t hits, double weeks) {
  return std::round(static_cast<double>(hits) / weeks * 100) / 100;
}

json::object item_in_short(const Item& item, const std::string& source) {
  return {{"id", static_cast<std::int64_t>(item.id)},
          {"key", item.key},
          {"title", item.title},
          {"url", text_or_null(item.url)},
          {"source", source},
          {"first_seen", instant_or_null(item.first_seen)}};
}

json::object tune_json(const TuneFindings& findings, const Profile& changed,
                       const store::Store& store) {
  const matchers::Effect& effect = findings.effect;
  const auto some_of = [&](const std::vector<ItemId>& ids) {
    return in_short(std::span(ids).first(std::min(ids.size(), findings.items_max)), store);
  };
  const std::size_t before = effect.kept + effect.lost.size();
  const std::size_t after = effect.kept + effect.gained.size();
  return {{"gained", some_of(effect.gained)},
          {"lost", some_of(effect.lost)},
          {"gained_count", effect.gained.size()},
          {"lost_count", effect.lost.size()},
          {"kept", effect.kept},
          {"per_week", json::object{{"before", per_week(before, findings.weeks)},
                                    {"after", per_week(after, findings.weeks)}}},
          {"per_term", per_term(changed, effect)}};
}

}  // namespace fundwatch::web
