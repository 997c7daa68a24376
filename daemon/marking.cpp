#include "daemon/marking.h"

#include "base/check.h"

namespace fundwatch::daemon {

std::size_t Marking::catch_up(std::size_t items_max) {
  if (store_.marks.unmarked(1).empty()) return 0;  // nearly always: not worth a transaction
  store::Transaction transaction = store_.begin();
  const std::vector<ItemId> items = store_.marks.unmarked(items_max);
  for (const ItemId id : items) {
    const auto item = store_.items.find(id);
    CHECK(item.has_value());  // what is unmarked goes with its item
    store_.marks.put(*item, marker_.marks_of(*item));
  }
  transaction.commit();
  return items.size();
}

}  // namespace fundwatch::daemon
