// web/case_view.h — a case with all that pages show of it: its items, hits and answers.
// Read in a few queries by the case's id; knows no markup (web/case_card.h).
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "web/frame.h"

namespace fundwatch::web {

// Names of what cases refer to; read once a page.
struct Names {
  std::unordered_map<SourceId, std::string> sources;
  std::unordered_map<ProfileId, Profile> profiles;  // those in use

  std::string source(SourceId id) const;
};

Names names_in(const store::Store& store);

struct CaseView {
  CaseId id{};
  int version = 1;              // above 1: it has changed since it was announced
  Review state = Review::none;  // kept if any hit is, else none if any waits
  Item item;                    // the one that speaks
  std::vector<Item> items;      // all, as they came
  std::vector<Hit> hits;        // the strongest first
  std::vector<Answer> answers;  // the latest first
};

// Nothing if there is no such case.
std::optional<CaseView> case_view(const store::Store& store, CaseId id);

// The titles of the other sources that have it, without repetition.
std::vector<std::string> other_sources(const CaseView& view, const Names& names);

// The item of the case in which a hit was found.
const Item& item_of(const CaseView& view, const Hit& hit);

}  // namespace fundwatch::web
