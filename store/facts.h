// store/facts.h — what was found in the words of items, beside what their feeds said of them.
// Kept apart, as linked texts are, so that reading a feed again is no edit. An Item that is read
// from the store has a found fact where its feed gave none.
#pragma once

#include <optional>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

class Facts {
 public:
  explicit Facts(Connection& database) : database_(database) {}

  // The item as its feed said it, with the text of its page: what facts are found in. Nothing if it
  // is not there.
  std::optional<Item> unread(ItemId id) const;

  // The facts of this item, as they are when it is new, and when its page is.
  void add(const Item& item);
  void put(const Item& item);

  // The same after its feed has edited it: a date that people act on and that has moved raises the
  // version of its case, and so does its being called off, unless another
  // item of the case said so before. That a day which has passed is no longer stated moves nothing.
  void revise(const Item& item, Instant now);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
