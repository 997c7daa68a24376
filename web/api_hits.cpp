#include "web/api_hits.h"

#include <array>
#include <boost/json/array.hpp>

#include "base/names.h"
#include "base/text.h"
#include "web/addition_page.h"
#include "web/api_corrections.h"
#include "web/case_view.h"
#include "web/inbox_deeds.h"
#include "web/inbox_filter.h"
#include "web/inbox_phrases.h"
#include "web/item_json.h"
#include "web/json_values.h"
#include "web/numbers.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

std::int64_t number_of(CaseId id) { return static_cast<std::int64_t>(id); }

json::object described(const CaseView& view, const Names& names, const Calendar& calendar) {
  json::array hits;
  for (const Hit& hit : view.hits) {
    const auto profile = names.profiles.find(hit.profile);
    if (profile == names.profiles.end()) continue;
    hits.push_back(listed_hit(hit, item_of(view, hit), profile->second.name));
  }
  json::array sources{names.source(view.item.source)};
  for (const std::string& other : other_sources(view, names)) sources.emplace_back(other);
  return {{"case", number_of(view.id)},
          {"version", view.version},
          {"review", fundwatch::name_of(view.state)},
          {"item", listed(view.item, calendar)},
          {"hits", std::move(hits)},
          {"sources", std::move(sources)}};
}

// Those of subscribers that are gone are nobody's, and left out as on the page.
json::array answers_of(const store::Store& store, const CaseView& view) {
  json::array answers;
  for (const Answer& answer : view.answers) {
    const auto subscriber = store.subscribers.find(answer.subscriber);
    if (!subscriber) continue;
    answers.push_back(
        json::object{{"subscriber", static_cast<std::int64_t>(subscriber->id)},
                     {"organisation", text_or_null(subscriber->organisation)},
                     {"kind", fundwatch::name_of(answer.kind)},
                     {"amount", answer.amount ? json::value(*answer.amount) : json::value(nullptr)},
                     {"at", iso8601_utc(answer.at)}});
  }
  return answers;
}

json::array history_of(const store::Store& store, CaseId id) {
  json::array history;
  for (const store::ReviewAct& act : store.reviews.of(id)) {
    history.push_back(json::object{{"act", static_cast<std::int64_t>(act.id)},
                                   {"at", iso8601_utc(act.at)},
                                   {"author", act.author},
                                   {"review", fundwatch::name_of(act.review)},
                                   {"undone", act.is_undone}});
  }
  return history;
}

// The page leaves out what it does not know; a program must hear of it.
std::optional<ApiFault> fault_in(const Fields& query, const InboxView& view) {
  constexpr std::array<std::string_view, 6> kNames{"profil", "stanger", "kommun",
                                                   "q",      "status",  "efter"};
  std::size_t known = 0;
  for (const std::string_view name : kNames) known += query.texts(name).size();
  if (known < query.size()) {
    return ApiFault{"expected no parameters but profil, stanger, kommun, q, status and efter"};
  }
  if (query.text("stanger") != word_of(view.closing)) {
    return ApiFault{one_of({"7", "30", "senare", "lopande"}), "stanger"};
  }
  if (query.text("status") != word_of(view.status)) {
    return ApiFault{one_of({"behallna", "avfardade", "alla"}), "status"};
  }
  if (!query.text("efter").empty() && !view.after) {
    return ApiFault{"expected what \"next\" of the page before says", "efter"};
  }
  return std::nullopt;
}

}  // namespace

Reply api_hits(const ApiCall& call) {
  const Site& site = call.desk.site;
  const InboxView view = inbox_view(call.request.query);
  if (const auto fault = fault_in(call.request.query, view)) return refusal(422, *fault);
  const store::InboxFilter filter =
      filter_of(view, site.store.profiles.all(), site.calendar.day(site.clock.now()));
  if (!view.profile.empty() && !filter.profile) return nothing_called("profile", view.profile);
  const store::InboxPage page = site.store.inbox.page(filter, view.after, kApiPageHits);
  const Names names = names_in(site.store);
  json::array hits;
  for (const CaseId id : page.cases) {
    if (const auto each = case_view(site.store, id)) {
      hits.push_back(described(*each, names, site.calendar));
    }
  }
  json::value next = nullptr;
  if (page.next) {
    InboxView following = view;
    following.after = page.next;
    next = "/api/v1/hits?" + query_of(following);
  }
  return json_reply(json::object{{"hits", std::move(hits)}, {"next", std::move(next)}});
}

Reply api_hit(const ApiCall& call) {
  const auto id = whole_number(call.id);
  return id ? hit_reply(call, CaseId{*id}) : nothing_called("hit", call.id);
}

Reply api_review(const ApiCall& call) {
  const auto view = hit_named(call);
  if (!view) return nothing_called("hit", call.id);
  BodyReader body(call.body);
  const auto review = review_in(body);
  if (const auto fault = body.fault()) return refusal(422, *fault);
  if (!review) return refusal(422, {one_of({"kept", "dismissed", "none"}), "review"});
  mark(call.desk, {view->id}, *review);
  return hit_reply(call, view->id);
}

Reply api_add_item(const ApiCall& call) {
  BodyReader body(call.body);
  const std::string hand_source(
      inbox_phrases(call.desk.site.config.coordinator.language).hand_source);
  const HandEntry entry{
      .url = body.text("url", digest::kLinkBytesMax).value_or(""),
      .title = collapsed(body.text("title", kAddedTitleCharactersMax).value_or("")),
      .text = body.text("text", kAddedTextCharactersMax).value_or(""),
      .source_name = hand_source};
  if (const auto fault = body.fault()) return refusal(422, *fault);
  if (!entry.url.empty() && !Link::web(entry.url)) {
    return refusal(422, {"expected a whole address: https://…", "url"});
  }
  if (entry.url.empty() && entry.title.empty()) {
    return refusal(422, {"expected an address, or a title with a text", "title"});
  }
  const auto done = call.desk.site.services.add_by_hand(entry);
  if (!done) return refusal(422, {done.error().message, "url"});
  record(call.desk, {"hit.add", done->title});
  return json_reply(
      json::object{
          {"case", number_of(done->case_id)}, {"title", done->title}, {"hits", done->hits}},
      201);
}

std::optional<CaseView> hit_named(const ApiCall& call) {
  const auto id = whole_number(call.id);
  auto view = id ? case_view(call.store(), CaseId{*id}) : std::nullopt;
  if (view && view->hits.empty()) return std::nullopt;
  return view;
}

Reply hit_reply(const ApiCall& call, CaseId id) {
  const auto view = case_view(call.store(), id);
  if (!view) return nothing_called("hit", call.id);
  json::object hit = described(*view, names_in(call.store()), call.desk.site.calendar);
  hit["notes"] = notes_of(call.store(), id);
  hit["correction"] = correction_of(call.desk, view->item.id);
  hit["answers"] = answers_of(call.store(), *view);
  hit["history"] = history_of(call.store(), id);
  return json_reply(hit);
}

std::optional<Review> review_in(BodyReader& body) {
  const std::string word = body.text("review", kWordCharactersMax).value_or("");
  for (const Review review : {Review::none, Review::kept, Review::dismissed}) {
    if (word == fundwatch::name_of(review)) return review;
  }
  return std::nullopt;
}

json::array notes_of(const store::Store& store, CaseId id) {
  json::array notes;
  for (const store::CaseNote& note : store.case_notes.of(id)) {
    notes.push_back(
        json::object{{"at", iso8601_utc(note.at)}, {"author", note.author}, {"text", note.text}});
  }
  return notes;
}

}  // namespace fundwatch::web
