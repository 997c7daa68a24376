// daemon/home_county.h — whether an item concerns a reader's home: the installation's county, or
// less where the reader wants less. Digests leave out what happens elsewhere, and count it.
// Profiles do not change by it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/counties.h"
#include "base/model.h"

namespace fundwatch::daemon {

class HomeCounty {
 public:
  // nullptr: everywhere is home. With `municipalities`, which may lie in another county, what is
  // known to be in none of them is elsewhere.
  explicit HomeCounty(const County* county, std::vector<std::string> municipalities = {})
      : county_(county), municipalities_(std::move(municipalities)) {}

  // The reader's own, where they chose a reach; else the installation's.
  static HomeCounty of(const Subscriber& subscriber, const County* installation);

  // Whether it is known to concern other places alone. A call that can be applied for concerns
  // everybody, wherever its funder sits, unless its words limit it to other regions; what is
  // bought, decided or held somewhere concerns that place.
  bool is_outside(const Item& item) const;

 private:
  const County* county_;
  std::vector<std::string> municipalities_;
};

}  // namespace fundwatch::daemon
