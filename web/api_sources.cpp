#include "web/api_sources.h"

#include <boost/json/array.hpp>

#include "base/names.h"
#include "base/text.h"
#include "config/source_check.h"
#include "web/item_json.h"
#include "web/json_values.h"
#include "web/numbers.h"
#include "web/source_addition.h"
#include "web/source_page.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

std::optional<Source> source_named(const ApiCall& call) {
  const auto id = whole_number(call.id);
  return id ? call.store().sources.find(SourceId{*id}) : std::nullopt;
}

// As commands print it, with how often it is asked and, in minutes, how often it has something new:
// null if that is learned.
json::object described(const ApiCall& call, const Source& source) {
  json::object object = to_json(source, call.store().sources.item_count(source.id));
  const auto expected = source.expected_every.count();
  object["interval_minutes"] = source.interval.count();
  object["expected_minutes"] = expected == 0 ? json::value(nullptr) : json::value(expected);
  return object;
}

json::array recent_of(const store::Store& store, SourceId id) {
  json::array recent;
  for (const Item& item : store.items.newest_of(id, kRecentItemsMax)) {
    recent.push_back(json::object{{"case", static_cast<std::int64_t>(item.case_id)},
                                  {"title", item.title},
                                  {"url", text_or_null(item.url)},
                                  {"published", instant_or_null(item.published)},
                                  {"first_seen", iso8601_utc(item.first_seen)}});
  }
  return recent;
}

json::array history_of(const store::Store& store, SourceId id) {
  json::array history;
  for (const store::SourceChange& change : store.source_history.of(id)) {
    history.push_back(json::object{{"at", iso8601_utc(change.at)},
                                   {"state", fundwatch::name_of(change.state)},
                                   {"words", text_or_null(change.words)}});
  }
  return history;
}

// Puts in what the body states. The fault of what is not as expected.
std::optional<ApiFault> take_stated(BodyReader& body, Source& source) {
  if (const auto name = body.text("name", kSourceNameCharactersMax)) source.name = collapsed(*name);
  if (const auto url = body.text("url", digest::kLinkBytesMax)) {
    if (!Link::web(*url)) return ApiFault{"expected a whole address: https://…", "url"};
    source.url = *url;
  }
  if (const auto minutes = body.whole_number("interval_minutes")) {
    if (*minutes < 1 || *minutes > kIntervalMinutesMax) {
      return ApiFault{"expected 1 to " + std::to_string(kIntervalMinutesMax), "interval_minutes"};
    }
    source.interval = std::chrono::minutes(*minutes);
  }
  if (const auto minutes = body.whole_number("expected_minutes")) {
    if (*minutes < 0 || *minutes > kExpectedMinutesMax) {
      return ApiFault{"expected 0 (learned) to " + std::to_string(kExpectedMinutesMax),
                      "expected_minutes"};
    }
    source.expected_every = std::chrono::minutes(*minutes);
  }
  return std::nullopt;
}

// What is wrong with a source as it would be stored.
std::optional<ApiFault> fault_of(const Source& source) {
  if (source.name.empty()) return ApiFault{"expected a name", "name"};
  if (source.url.empty()) return ApiFault{"expected an address", "url"};
  const auto faults = config::faults_of(source);
  if (!faults.empty()) return ApiFault{faults.front().words, faults.front().key};
  return std::nullopt;
}

// Another that has its name or its address already.
std::optional<ApiFault> rival_of(const ApiCall& call, const Source& source) {
  for (const Source& other : call.store().sources.all()) {
    if (other.id == source.id) continue;
    if (other.name == source.name) return ApiFault{"another source has this name", "name"};
    if (other.url == source.url) {
      return ApiFault{"this address is read already, as " + other.name, "url"};
    }
  }
  return std::nullopt;
}

// The same deeds in the record of changes as the page's.
void record_changes(const ApiCall& call, const Source& before, const Source& after) {
  const std::string changes = source_changes(before, after);
  if (!changes.empty()) record(call.desk, {"source.edit", before.name, changes});
  if (before.paused == after.paused) return;
  record(call.desk, {after.paused ? "source.pause" : "source.resume", after.name});
}

// What a preview found; the members beside it are put in its place.
std::optional<ApiFault> take_choice(BodyReader& body, Source& source) {
  const auto choice = body.text("choice", kChoiceCharactersMax);
  if (!choice) return std::nullopt;
  const auto chosen = chosen_source(*choice);
  if (!chosen || chosen->kind == SourceKind::mail) {
    return ApiFault{"expected a \"choice\" as a preview gave it", "choice"};
  }
  source = *chosen;
  return std::nullopt;
}

std::optional<ApiFault> take_kind(BodyReader& body, Source& source) {
  if (const auto word = body.text("kind", kWordCharactersMax)) {
    const auto kind = parse_source_kind(*word);
    if (!kind) return ApiFault{one_of(source_kind_names()), "kind"};
    // Its address may be a folder of this machine, which is the sysadmin's to name.
    if (*kind == SourceKind::mail) return ApiFault{"mail is added by fundwatch source add", "kind"};
    source.kind = *kind;
  }
  if (const auto language = body.text("language", kWordCharactersMax)) {
    if (!parse_language(*language)) return ApiFault{"expected \"sv\" or \"en\"", "language"};
    source.language = *language;
  }
  return std::nullopt;
}

}  // namespace

Reply api_sources(const ApiCall& call) {
  json::array sources;
  for (const Source& source : call.store().sources.all()) {
    sources.push_back(described(call, source));
  }
  return json_reply(json::object{{"sources", std::move(sources)}});
}

Reply api_source(const ApiCall& call) {
  const auto source = source_named(call);
  if (!source) return nothing_called("source", call.id);
  json::object object = described(call, *source);
  object["recent"] = recent_of(call.store(), source->id);
  object["history"] = history_of(call.store(), source->id);
  return json_reply(object);
}

Reply api_add_source(const ApiCall& call) {
  BodyReader body(call.body);
  Source source;
  auto fault = take_choice(body, source);
  if (!fault) fault = take_stated(body, source);
  if (!fault) fault = take_kind(body, source);
  if (!fault) fault = body.fault();
  if (!fault) fault = fault_of(source);
  if (fault) return refusal(422, *fault);
  if (const auto rival = rival_of(call, source)) return refusal(409, *rival);
  const SourceId id = add_source(call.desk, source);
  return json_reply(described(call, *call.store().sources.find(id)), 201);
}

Reply api_change_source(const ApiCall& call) {
  const auto before = source_named(call);
  if (!before) return nothing_called("source", call.id);
  BodyReader body(call.body);
  Source source = *before;
  auto fault = take_stated(body, source);
  source.paused = body.flag("paused").value_or(source.paused);
  const bool is_due = body.flag("read_now").value_or(false);
  if (!fault) fault = body.fault();
  if (!fault) fault = fault_of(source);
  if (fault) return refusal(422, *fault);
  if (const auto rival = rival_of(call, source)) return refusal(409, *rival);
  store::Transaction transaction = call.store().begin();
  call.store().sources.change(source);
  record_changes(call, *before, source);
  if (is_due) {
    call.store().sources.make_due(source.id, call.desk.site.clock.now());
    record(call.desk, {"source.read", source.name});
  }
  transaction.commit();
  return json_reply(described(call, *call.store().sources.find(source.id)));
}

Reply api_remove_source(const ApiCall& call) {
  const auto source = source_named(call);
  if (!source) return nothing_called("source", call.id);
  store::Transaction transaction = call.store().begin();
  call.store().sources.remove(source->id);
  record(call.desk, {"source.remove", source->name, source->url});
  transaction.commit();
  return json_reply(json::object{{"removed", static_cast<std::int64_t>(source->id)}});
}

}  // namespace fundwatch::web
