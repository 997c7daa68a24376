#include "store/follow_up.h"

#include "store/lists.h"
#include "store/query.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

std::string word_of(Goal goal) { return goal == Goal::partnership ? "partnership" : "policy"; }

std::map<std::string, int> counts_of(Query& row, const TimeSpan& span) {
  row.bind(span.begin).bind(span.end);
  std::map<std::string, int> counts;
  while (row.step()) {
    const std::string name = row.text();
    counts[name] = row.number();
  }
  return counts;
}

}  // namespace

std::vector<AnswerStep> FollowUp::steps(Instant end) const {
  Query row(database_,
            "SELECT answerer, case_id, kind, amount, at, municipality FROM answer_step "
            "WHERE at < ? ORDER BY id");
  row.bind(end);
  std::vector<AnswerStep> steps;
  while (row.step()) {
    AnswerStep step;
    step.answerer = row.integer();
    step.case_id = CaseId{row.integer()};
    step.kind = answer_kind(row.text(), row.file());
    step.amount = row.maybe_integer();
    step.at = row.instant();
    step.municipality = row.text();
    steps.push_back(std::move(step));
  }
  return steps;
}

int FollowUp::found(const TimeSpan& span) const {
  Query row(database_, "SELECT count(*) FROM inbox WHERE found_at >= ? AND found_at < ?");
  row.bind(span.begin).bind(span.end).step();
  return row.number();
}

std::map<std::string, int> FollowUp::found_by_profile(const TimeSpan& span) const {
  Query row(database_,
            "SELECT profile.name, count(*) FROM profile CROSS JOIN inbox_profile "
            "ON inbox_profile.profile = profile.id "
            "WHERE found_at >= ? AND found_at < ? GROUP BY profile.id");
  return counts_of(row, span);
}

std::map<std::string, int> FollowUp::found_by_municipality(const TimeSpan& span) const {
  Query row(database_,
            "SELECT municipality, count(*) FROM inbox INDEXED BY inbox_found_place "
            "WHERE municipality <> '' AND found_at >= ? AND found_at < ? GROUP BY municipality");
  return counts_of(row, span);
}

std::map<CaseId, std::vector<std::string>> FollowUp::profiles_of_answered(Instant end) const {
  Query row(database_,
            "SELECT answered.case_id, profile.name "
            "FROM (SELECT DISTINCT case_id FROM answer_step WHERE at < ?) AS answered "
            "CROSS JOIN inbox_profile ON inbox_profile.case_id = answered.case_id "
            "CROSS JOIN profile ON profile.id = inbox_profile.profile "
            "WHERE inbox_profile.found_at < ? ORDER BY profile.name");
  row.bind(end).bind(end);
  std::map<CaseId, std::vector<std::string>> profiles;
  while (row.step()) {
    const CaseId id{row.integer()};
    profiles[id].push_back(row.text());
  }
  return profiles;
}

GoalNoteId FollowUp::add(const GoalNote& note) {
  Query query(database_,
              "INSERT INTO goal_note (goal, day, municipality, text) VALUES (?, ?, ?, ?)");
  query.bind(word_of(note.goal)).bind(std::optional(note.day));
  query.bind(note.municipality).bind(note.text).run();
  return GoalNoteId{last_id(database_)};
}

bool FollowUp::remove(GoalNoteId id) {
  Query query(database_, "DELETE FROM goal_note WHERE id = ?");
  return query.bind(static_cast<std::int64_t>(id)).run() == 1;
}

std::vector<GoalNote> FollowUp::notes() const {
  Query row(database_, "SELECT id, goal, day, municipality, text FROM goal_note ORDER BY day, id");
  std::vector<GoalNote> notes;
  while (row.step()) {
    GoalNote note;
    note.id = GoalNoteId{row.integer()};
    note.goal = row.text() == "policy" ? Goal::policy : Goal::partnership;
    note.day = row.maybe_day().value_or(Day{});
    note.municipality = row.text();
    note.text = row.text();
    notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace fundwatch::store
