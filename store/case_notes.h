// store/case_notes.h — what people who log in note about cases, for each other. They go with the
// case.
#pragma once

#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

struct CaseNote {
  Instant at{};
  std::string author;
  std::string text;
  bool operator==(const CaseNote&) const = default;
};

class CaseNotes {
 public:
  explicit CaseNotes(Connection& database) : database_(database) {}

  // False if there is no such case.
  bool add(CaseId id, const CaseNote& note);

  // The newest first.
  std::vector<CaseNote> of(CaseId id) const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
