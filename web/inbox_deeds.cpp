#include "web/inbox_deeds.h"

#include <algorithm>

#include "base/names.h"
#include "digest/words.h"
#include "web/case_card.h"
#include "web/inbox_filter.h"
#include "web/inbox_phrases.h"
#include "web/numbers.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Words;

std::string joined(const std::string& query, const std::string& more) {
  return query.empty() ? more : query + "&" + more;
}

// In words, of one case by its title.
std::string words_of(const Desk& desk, const store::ReviewAct& act,
                     const std::vector<CaseId>& cases) {
  const CasePhrases& words = case_phrases(desk.language());
  if (cases.size() == 1) {
    const auto item = desk.site.store.cases.find_speaker(cases.front());
    std::string_view phrase = words.waits_one;
    if (act.review == Review::kept) phrase = words.kept_one;
    if (act.review == Review::dismissed) phrase = words.dismissed_one;
    return fill(phrase, {{"title", item ? item->title : std::string()}});
  }
  const digest::Counted* counted = &words.waits_many;
  if (act.review == Review::kept) counted = &words.kept_many;
  if (act.review == Review::dismissed) counted = &words.dismissed_many;
  return Words(desk.language()).count(*counted, static_cast<int>(cases.size()));
}

void put_undo(Markup& html, const Desk& desk, store::ReviewActId id, const std::string& back) {
  html.tag("<form method=\"post\" action=\"/inkorg\">");
  put_csrf(html, desk);
  html.tag("<input type=\"hidden\" name=\"till\" value=\"").text(back);
  html.tag("\"><button name=\"angra\" value=\"");
  html.text(std::to_string(static_cast<std::int64_t>(id))).tag("\">");
  html.text(case_phrases(desk.language()).undo).tag("</button></form>\n");
}

void put_act(Markup& html, const Desk& desk, store::ReviewActId id, const std::string& back) {
  const auto act = desk.site.store.reviews.find(id);
  if (!act || act->is_undone) return;
  const std::vector<CaseId> cases = desk.site.store.reviews.cases_of(id);
  html.tag("<div class=\"note ok undo\" role=\"status\"><p>").text(words_of(desk, *act, cases));
  html.tag("</p>\n");
  if (desk.may_change()) put_undo(html, desk, id, back);
  html.tag("</div>\n");
}

std::vector<CaseId> chosen(const Request& request) {
  std::vector<CaseId> cases;
  for (const std::string& text : request.form.texts("fall")) {
    const auto number = whole_number(text);
    if (number && cases.size() < kCasesMarkedMax) cases.push_back(CaseId{*number});
  }
  return cases;
}

// Whoever names a case twice means it once.
std::vector<CaseId> each_once(std::vector<CaseId> cases) {
  std::ranges::sort(cases);
  cases.erase(std::unique(cases.begin(), cases.end()), cases.end());
  return cases;
}

Reply undone(const Desk& desk, const Request& request, std::int64_t id) {
  undo(desk, store::ReviewActId{id});
  const std::vector<CaseId> cases = desk.site.store.reviews.cases_of(store::ReviewActId{id});
  if (request.form.text("till") == "traff" && cases.size() == 1) {
    return redirect(address_of(cases.front()) + "?angrat=1");
  }
  return to_inbox(request, "angrat=1");
}

}  // namespace

std::optional<store::ReviewActId> mark(const Desk& desk, const std::vector<CaseId>& named,
                                       Review review) {
  const std::vector<CaseId> cases = each_once(named);
  store::Transaction transaction = desk.site.store.begin();
  const auto act = desk.site.store.reviews.mark(
      cases, {.at = desk.site.clock.now(), .author = author_of(desk), .review = review});
  if (!act) return std::nullopt;
  for (const CaseId id : cases) {
    const auto item = desk.site.store.cases.find_speaker(id);
    record(desk, {"hit." + std::string(fundwatch::name_of(review)),
                  item ? item->title : std::to_string(static_cast<std::int64_t>(id))});
  }
  transaction.commit();
  return act;
}

bool undo(const Desk& desk, store::ReviewActId id) {
  store::Transaction transaction = desk.site.store.begin();
  if (!desk.site.store.reviews.undo(id)) return false;
  record(desk, {"hit.undo", std::to_string(static_cast<std::int64_t>(id))});
  transaction.commit();
  return true;
}

void add_note(const Desk& desk, CaseId id, const std::string& title, const std::string& text) {
  store::Transaction transaction = desk.site.store.begin();
  desk.site.store.case_notes.add(
      id, {.at = desk.site.clock.now(), .author = author_of(desk), .text = text});
  record(desk, {"hit.note", title});
  transaction.commit();
}

std::string done_by(store::ReviewActId id) {
  return "gjort=" + std::to_string(static_cast<std::int64_t>(id));
}

void put_deed_note(Markup& html, const Desk& desk, const Fields& query, const std::string& back) {
  const CasePhrases& words = case_phrases(desk.language());
  if (const auto id = whole_number(query.text("gjort"))) {
    put_act(html, desk, store::ReviewActId{*id}, back);
  }
  if (query.has("angrat")) put_done(html, words.undone);
  if (query.has("antecknat")) put_done(html, words.note_saved);
  if (query.has("inget")) {
    html.tag("<div class=\"note warn\" role=\"status\"><p>");
    html.text(inbox_phrases(desk.language()).none_chosen).tag("</p></div>\n");
  }
}

Reply to_inbox(const Request& request, const std::string& done) {
  // Read and written anew: nothing of a form goes into an address as it came.
  const auto back = parse_form(request.form.text("till"));
  std::string address = "/?" + joined(back ? query_of(inbox_view(*back)) : std::string(), done);
  if (const auto next = whole_number(request.form.text("nasta"))) {
    address += "#t-" + std::to_string(*next);
  }
  return redirect(std::move(address));
}

Reply inbox_deed(const Desk& desk, const Request& request) {
  if (const auto id = whole_number(request.form.text("angra"))) return undone(desk, request, *id);
  const auto review = parse_review(request.form.text("svar"));
  const std::vector<CaseId> cases = chosen(request);
  if (!review || cases.empty()) return to_inbox(request, "inget=1");
  const auto act = mark(desk, cases, *review);
  return to_inbox(request, act ? done_by(*act) : std::string("inget=1"));
}

}  // namespace fundwatch::web
