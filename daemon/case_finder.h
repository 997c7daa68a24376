// daemon/case_finder.h — makes items that announce the same thing one case, across sources,
// languages and truncations. Where matchers, which say how alike two items are, and the store,
// which finds the few that a new one is compared with, meet. In doubt items stay apart: a missed
// call is worse than one told twice.
#pragma once

#include <optional>
#include <vector>

#include "base/model.h"
#include "matchers/duplicate.h"
#include "store/store.h"

namespace fundwatch::daemon {

class CaseFinder {
 public:
  explicit CaseFinder(store::Store& store) : store_(store) {}

  // Within the item's own transaction, once it is stored with its facts, anew or edited; `print` is
  // of the item. It joins the case of the item that announces the same, unless its own has other
  // items or was told to somebody. A later last day that is said to be an extension, and that
  // something is called off, raise the version of that case.
  void place(const Item& item, const matchers::Fingerprint& print);

 private:
  std::optional<Item> same_as(const Item& item, const matchers::Fingerprint& print,
                              const std::vector<matchers::Trait>& traits) const;
  void join(const Item& item, const Item& known);

  store::Store& store_;
};

}  // namespace fundwatch::daemon
