// store/answers.h — what subscribers made of cases.
#pragma once

#include <optional>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

class Answers {
 public:
  explicit Answers(Connection& database) : database_(database) {}

  // Replaces what the subscriber answered to that case before. False, and nothing changes, if the
  // subscriber or the case is not there any more.
  bool save(const Answer& answer);

  std::optional<Answer> find(SubscriberId subscriber, CaseId case_id) const;

  // The latest first.
  std::vector<Answer> of(SubscriberId subscriber) const;
  std::vector<Answer> of(CaseId id) const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
