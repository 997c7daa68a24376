#include "store/reviews.h"

#include "store/query.h"
#include "store/transaction.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

const char* const kColumns =
    "review_act.id, review_act.at, review_act.author, review_act.review, review_act.is_undone";

std::int64_t number(ReviewActId id) { return static_cast<std::int64_t>(id); }

ReviewAct read_act(Query& row) {
  ReviewAct act;
  act.id = ReviewActId{row.integer()};
  act.at = row.instant();
  act.author = row.text();
  act.review = review(row.text(), row.file());
  act.is_undone = row.flag();
  return act;
}

ReviewActId add_act(const Connection& database, const ReviewAct& act) {
  Query query(database, "INSERT INTO review_act (at, author, review) VALUES (?, ?, ?)");
  query.bind(act.at).bind(act.author).bind(word(act.review)).run();
  return ReviewActId{last_id(database)};
}

// Remembers the hits of the case that are marked otherwise; returns how many.
int remember(const Connection& database, ReviewActId act, CaseId id, Review review) {
  Query query(database,
              "INSERT INTO review_mark (act, hit, case_id, before, note) "
              "SELECT ?, hit.id, item.case_id, hit.review, hit.note "
              "FROM item CROSS JOIN hit ON hit.item = item.id "
              "WHERE item.case_id = ? AND hit.review <> ?");
  return query.bind(number(act)).bind(id).bind(word(review)).run();
}

}  // namespace

std::optional<ReviewActId> Reviews::mark(const std::vector<CaseId>& cases, const ReviewAct& act) {
  Transaction transaction(database_);
  const ReviewActId id = add_act(database_, act);
  int marked = 0;
  for (const CaseId each : cases) marked += remember(database_, id, each, act.review);
  if (marked == 0) {
    Query(database_, "DELETE FROM review_act WHERE id = ?").bind(number(id)).run();
    transaction.commit();
    return std::nullopt;
  }
  Query(database_,
        "UPDATE hit SET review = ? WHERE id IN (SELECT hit FROM review_mark WHERE act = ?)")
      .bind(word(act.review))
      .bind(number(id))
      .run();
  transaction.commit();
  return id;
}

bool Reviews::undo(ReviewActId id) {
  Transaction transaction(database_);
  Query done(database_, "UPDATE review_act SET is_undone = 1 WHERE id = ? AND is_undone = 0");
  if (done.bind(number(id)).run() == 0) return false;
  Query(database_,
        "UPDATE hit SET (review, note) = (review_mark.before, review_mark.note) "
        "FROM review_mark CROSS JOIN review_act "
        "WHERE review_mark.act = ? AND review_act.id = review_mark.act "
        "AND hit.id = review_mark.hit AND hit.review = review_act.review")
      .bind(number(id))
      .run();
  transaction.commit();
  return true;
}

std::optional<ReviewAct> Reviews::find(ReviewActId id) const {
  Query row(database_, std::string("SELECT ") + kColumns + " FROM review_act WHERE id = ?");
  if (!row.bind(number(id)).step()) return std::nullopt;
  return read_act(row);
}

std::vector<CaseId> Reviews::cases_of(ReviewActId id) const {
  Query row(database_, "SELECT DISTINCT case_id FROM review_mark WHERE act = ?");
  row.bind(number(id));
  std::vector<CaseId> cases;
  while (row.step()) cases.push_back(CaseId{row.integer()});
  return cases;
}

std::vector<ReviewAct> Reviews::of(CaseId id) const {
  Query row(database_, std::string("SELECT ") + kColumns +
                           " FROM review_act WHERE id IN "
                           "(SELECT act FROM review_mark WHERE case_id = ?) ORDER BY id DESC");
  row.bind(id);
  std::vector<ReviewAct> acts;
  while (row.step()) acts.push_back(read_act(row));
  return acts;
}

}  // namespace fundwatch::store
