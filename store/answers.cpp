#include "store/answers.h"

#include "store/query.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

const char* const kSelect = "SELECT subscriber, case_id, kind, amount, at FROM answer ";

Answer read_answer(Query& row) {
  Answer answer;
  answer.subscriber = SubscriberId{row.integer()};
  answer.case_id = CaseId{row.integer()};
  answer.kind = answer_kind(row.text(), row.file());
  answer.amount = row.maybe_integer();
  answer.at = row.instant();
  return answer;
}

}  // namespace

bool Answers::save(const Answer& answer) {
  Query query(database_,
              "INSERT INTO answer (subscriber, case_id, kind, amount, at) "
              "SELECT subscriber.id, cases.id, ?, ?, ? FROM subscriber, cases "
              "WHERE subscriber.id = ? AND cases.id = ? "
              "ON CONFLICT (subscriber, case_id) DO UPDATE "
              "SET (kind, amount, at) = (excluded.kind, excluded.amount, excluded.at)");
  query.bind(word(answer.kind));
  if (answer.amount) {
    query.bind(*answer.amount);
  } else {
    query.bind_null();
  }
  return query.bind(answer.at).bind(answer.subscriber).bind(answer.case_id).run() == 1;
}

std::optional<Answer> Answers::find(SubscriberId subscriber, CaseId case_id) const {
  Query row(database_, std::string(kSelect) + "WHERE subscriber = ? AND case_id = ?");
  if (!row.bind(subscriber).bind(case_id).step()) return std::nullopt;
  return read_answer(row);
}

std::vector<Answer> Answers::of(SubscriberId subscriber) const {
  Query row(database_, std::string(kSelect) + "WHERE subscriber = ? ORDER BY at DESC, case_id");
  row.bind(subscriber);
  std::vector<Answer> answers;
  while (row.step()) answers.push_back(read_answer(row));
  return answers;
}

std::vector<Answer> Answers::of(CaseId id) const {
  Query row(database_, std::string(kSelect) + "WHERE case_id = ? ORDER BY at DESC, subscriber");
  row.bind(id);
  std::vector<Answer> answers;
  while (row.step()) answers.push_back(read_answer(row));
  return answers;
}

}  // namespace fundwatch::store
