// store/personal_data.h — everything that is stored about one subscriber, for them to have (GDPR
// art. 15 and 20). A test holds it to the schema: each table that refers to subscribers is here.
#pragma once

#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

struct PersonalTable {
  std::string name;
  std::vector<std::string> rows;  // each a JSON object
};

class PersonalData {
 public:
  explicit PersonalData(Connection& database) : database_(database) {}

  // The tables in a fixed order, those without rows too.
  std::vector<PersonalTable> of(SubscriberId subscriber) const;

  // Their names.
  static std::vector<std::string> tables();

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
