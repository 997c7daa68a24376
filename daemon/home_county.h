// daemon/home_county.h — whether an item concerns the installation's home county, for digests that
// leave out what happens elsewhere, and count it. Profiles do not change by it.
#pragma once

#include <string>

#include "base/counties.h"
#include "base/model.h"

namespace fundwatch::daemon {

class HomeCounty {
 public:
  // nullptr: everywhere is home.
  explicit HomeCounty(const County* county) : county_(county) {}

  // Whether it is known to concern other places alone. A call that can be applied for concerns
  // everybody, wherever its funder sits, unless its words limit it to other regions; what is
  // bought, decided or held somewhere concerns that place.
  bool is_outside(const Item& item) const;

 private:
  bool is_home(const std::string& nuts) const;

  const County* county_;
};

}  // namespace fundwatch::daemon
