#include "store/follow_up.h"

#include "store/lists.h"
#include "store/query.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

std::string word_of(Goal goal) { return goal == Goal::partnership ? "partnership" : "policy"; }

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

// One row for each case and profile; the first item's words stand for its case.
std::vector<FoundCase> FollowUp::found(Instant end) const {
  Query row(database_,
            "SELECT item.case_id, profile.name, min(hit.found_at), min(item.title), "
            "max(iif(item.municipality = '', item.found_municipality, item.municipality)) "
            "FROM hit JOIN item ON item.id = hit.item JOIN profile ON profile.id = hit.profile "
            "WHERE hit.review <> 'dismissed' AND hit.found_at < ? "
            "GROUP BY item.case_id, profile.name ORDER BY item.case_id, profile.name");
  row.bind(end);
  std::vector<FoundCase> found;
  while (row.step()) {
    const CaseId case_id{row.integer()};
    const std::string profile = row.text();
    const Instant at = row.instant();
    const std::string title = row.text();
    const std::string municipality = row.text();
    if (found.empty() || found.back().case_id != case_id) {
      found.push_back({case_id, title, municipality, {}, at});
    }
    found.back().profiles.push_back(profile);
    found.back().at = std::min(found.back().at, at);
  }
  return found;
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
