#include "web/case_view.h"

#include <algorithm>

namespace fundwatch::web {
namespace {

Review state_of(const std::vector<Hit>& hits) {
  const auto is_marked = [&hits](Review review) {
    return std::ranges::any_of(hits, [review](const Hit& hit) { return hit.review == review; });
  };
  if (is_marked(Review::kept)) return Review::kept;
  return hits.empty() || is_marked(Review::none) ? Review::none : Review::dismissed;
}

}  // namespace

std::string Names::source(SourceId id) const {
  const auto found = sources.find(id);
  return found == sources.end() ? std::string() : found->second;
}

Names names_in(const store::Store& store) {
  Names names;
  for (const Source& source : store.sources.all()) names.sources.emplace(source.id, source.name);
  for (Profile& profile : store.profiles.all()) {
    names.profiles.emplace(profile.id, std::move(profile));
  }
  return names;
}

std::optional<CaseView> case_view(const store::Store& store, CaseId id) {
  auto speaker = store.cases.find_speaker(id);
  if (!speaker) return std::nullopt;
  CaseView view;
  view.id = id;
  view.version = store.cases.version(id);
  view.item = *std::move(speaker);
  view.items = store.cases.items(id);
  view.hits = store.hits.of(id);
  view.state = state_of(view.hits);
  view.answers = store.answers.of(id);
  return view;
}

std::vector<std::string> other_sources(const CaseView& view, const Names& names) {
  std::vector<std::string> others;
  for (const Item& item : view.items) {
    if (item.source == view.item.source) continue;
    std::string name = names.source(item.source);
    if (std::ranges::find(others, name) == others.end()) others.push_back(std::move(name));
  }
  return others;
}

const Item& item_of(const CaseView& view, const Hit& hit) {
  const auto found = std::ranges::find(view.items, hit.item, &Item::id);
  return found == view.items.end() ? view.item : *found;
}

}  // namespace fundwatch::web
