// store/cases.h — cases: the items that announce one thing, and which of them speaks for it.
// A case's version rises when those who were told of it must be told again; the item that says the
// news speaks for it from then on, until then the first one that states a day. Ids are never given
// twice, and the ledger of what was told outlives cases.
#pragma once

#include <optional>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// What so many items say alike is no announcement of one thing but a phrase of their publishers'.
inline constexpr int kCaseItemsMax = 50;

class Cases {
 public:
  explicit Cases(Connection& database) : database_(database) {}

  CaseId add();

  // The item that speaks for the case; it has one.
  Item speaker(CaseId id) const;

  // The same; nothing if there is no such case, or it lost its items.
  std::optional<Item> find_speaker(CaseId id) const;

  // All of its items, in the order in which they came.
  std::vector<Item> items(CaseId id) const;

  // Of one that has been there: 1, and higher once people must be told again.
  int version(CaseId id) const;

  // Whether any subscriber was told of it.
  bool was_told(CaseId id) const;

  // Whether the item's case may no longer change: it has other items too, or somebody was told.
  bool is_settled(const Item& item) const;

  // Whether it has kCaseItemsMax items.
  bool is_full(CaseId id) const;

  // Moves the item, whose case is not settled, into this one.
  void join(const Item& item, CaseId id);

  // The item has news of its case: the version rises, and it speaks.
  void tell_anew(CaseId id, ItemId item);

  // The item speaks without news.
  void let_speak(CaseId id, ItemId item);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
