#include "web/api_deeds.h"

#include <boost/json/array.hpp>

#include "base/text.h"
#include "web/api_hits.h"
#include "web/case_card.h"
#include "web/case_view.h"
#include "web/inbox_deeds.h"
#include "web/numbers.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

// Nothing unless all are numbers of cases with hits.
std::optional<std::vector<CaseId>> cases_in(const json::array& numbers, const store::Store& store) {
  std::vector<CaseId> cases;
  for (const json::value& number : numbers) {
    if (!number.is_int64()) return std::nullopt;
    cases.push_back(CaseId{number.as_int64()});
    const auto view = case_view(store, cases.back());
    if (!view || view->hits.empty()) return std::nullopt;
  }
  return cases;
}

json::object to_json(const store::AuditEntry& entry) {
  return {{"id", entry.id},         {"at", iso8601_utc(entry.at)}, {"account", entry.account},
          {"action", entry.action}, {"subject", entry.subject},    {"detail", entry.detail}};
}

}  // namespace

Reply api_mark(const ApiCall& call) {
  BodyReader body(call.body);
  const json::array* const numbers = body.list("cases");
  const auto review = review_in(body);
  if (const auto fault = body.fault()) return refusal(422, *fault);
  if (!review) return refusal(422, {one_of({"kept", "dismissed", "none"}), "review"});
  if (numbers == nullptr || numbers->empty() || numbers->size() > kCasesMarkedMax) {
    return refusal(422, {"expected 1 to " + std::to_string(kCasesMarkedMax) + " cases", "cases"});
  }
  const auto cases = cases_in(*numbers, call.store());
  if (!cases) return refusal(422, {"expected numbers of cases that there are", "cases"});
  const auto act = mark(call.desk, *cases, *review);
  return json_reply(json::object{
      {"act", act ? json::value(static_cast<std::int64_t>(*act)) : json::value(nullptr)},
      {"marked", act ? call.store().reviews.cases_of(*act).size() : 0}});
}

Reply api_undo(const ApiCall& call) {
  const auto id = whole_number(call.id);
  if (!id || !call.store().reviews.find(store::ReviewActId{*id})) {
    return nothing_called("act", call.id);
  }
  if (!undo(call.desk, store::ReviewActId{*id})) {
    return refusal(409, {"it was taken back already"});
  }
  return json_reply(json::object{{"undone", *id}});
}

Reply api_add_note(const ApiCall& call) {
  const auto view = hit_named(call);
  if (!view) return nothing_called("hit", call.id);
  BodyReader body(call.body);
  const std::string text(trimmed(body.text("text", kNoteCharactersMax).value_or("")));
  if (const auto fault = body.fault()) return refusal(422, *fault);
  if (text.empty()) return refusal(422, {"expected a few words", "text"});
  add_note(call.desk, view->id, view->item.title, text);
  return json_reply(json::object{{"notes", notes_of(call.store(), view->id)}}, 201);
}

Reply api_changes(const ApiCall& call) {
  const std::string before = call.request.query.text("fore");
  const auto number = before.empty() ? std::optional<std::int64_t>(0) : whole_number(before);
  if (!number || *number < 0) {
    return refusal(422, {"expected what \"next\" of the page before says", "fore"});
  }
  auto entries = call.store().audit.page(*number, kApiPageChanges + 1);
  json::value next = nullptr;
  if (entries.size() > kApiPageChanges) {
    entries.pop_back();
    next = "/api/v1/changes?fore=" + std::to_string(entries.back().id);
  }
  json::array changes;
  for (const store::AuditEntry& entry : entries) changes.push_back(to_json(entry));
  return json_reply(json::object{{"changes", std::move(changes)}, {"next", std::move(next)}});
}

}  // namespace fundwatch::web
