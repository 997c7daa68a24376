// store/reviews.h — what people say of whole cases: one act marks every hit of each, and can be
// taken back as one. Each hit's own mark is store/hits.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

enum class ReviewActId : std::int64_t {};

struct ReviewAct {
  ReviewActId id{};
  Instant at{};
  std::string author;
  Review review = Review::none;
  bool is_undone = false;
  bool operator==(const ReviewAct&) const = default;
};

class Reviews {
 public:
  explicit Reviews(Connection& database) : database_(database) {}

  // Marks all hits of these cases. Nothing if that changes no mark: then nothing is written.
  std::optional<ReviewActId> mark(const std::vector<CaseId>& cases, const ReviewAct& act);

  // Gives the hits that still have the act's mark the marks and notes that they had before. False
  // if there is no such act, or it was taken back already.
  bool undo(ReviewActId id);

  std::optional<ReviewAct> find(ReviewActId id) const;

  // The cases of the act.
  std::vector<CaseId> cases_of(ReviewActId id) const;

  // The newest first.
  std::vector<ReviewAct> of(CaseId id) const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
