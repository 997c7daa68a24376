// daemon/marking.h — keeps the marks of stored items (store/marks.h) up with the items.
#pragma once

#include <cstddef>

#include "matchers/marks.h"
#include "store/store.h"

namespace fundwatch::daemon {

class Marking {
 public:
  explicit Marking(store::Store& store) : store_(store) {}

  // Puts the marks of at most so many items that lack them, the newest first, in one transaction or
  // as part of the one that is open. Returns how many.
  std::size_t catch_up(std::size_t items_max);

 private:
  store::Store& store_;
  matchers::Marker marker_;
};

}  // namespace fundwatch::daemon
