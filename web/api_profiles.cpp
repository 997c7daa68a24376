#include "web/api_profiles.h"

#include <boost/json/array.hpp>
#include <utility>

#include "base/names.h"
#include "base/text.h"
#include "web/item_json.h"
#include "web/numbers.h"
#include "web/profile_trial.h"
#include "web/tune_json.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

std::string field_of(std::size_t term, const char* member = "") {
  return "terms[" + std::to_string(term) + "]" + member;
}

std::optional<ApiFault> take_term(const json::value& value, std::size_t at, ProfileDraft& draft) {
  const json::object* object = value.if_object();
  if (object == nullptr) return ApiFault{"expected an object", field_of(at)};
  BodyReader body(*object);
  TermRow row{collapsed(body.text("term", kTermCharactersMax).value_or("")), ""};
  if (const auto weight = body.number("weight")) row.weight = exact_words(*weight);
  const std::string role = body.text("role", kTermCharactersMax).value_or("adds");
  if (auto fault = body.fault()) {
    fault->field = field_of(at, ".") + fault->field;
    return fault;
  }
  if (row.text.empty()) return ApiFault{"expected a rule", field_of(at, ".term")};
  const auto known = parse_term_role(role);
  if (!known) {
    return ApiFault{one_of(term_role_names()), field_of(at, ".role")};
  }
  row.role = *known;
  draft.rows.push_back(std::move(row));
  return std::nullopt;
}

std::optional<ApiFault> take_title(BodyReader& body, ProfileDraft& draft) {
  const json::object* title = body.object("title");
  if (title == nullptr) return std::nullopt;
  BodyReader texts(*title);
  draft.title = collapsed(texts.text("sv", kProfileTitleCharactersMax).value_or(""));
  draft.english_title = collapsed(texts.text("en", kProfileTitleCharactersMax).value_or(""));
  return texts.fault();
}

// What the body states, in the place of what the draft had.
std::optional<ApiFault> take_stated(BodyReader& body, ProfileDraft& draft) {
  if (const auto fault = take_title(body, draft)) return fault;
  if (const auto threshold = body.number("threshold")) draft.threshold = exact_words(*threshold);
  draft.reason = collapsed(body.text("reason", kReasonCharactersMax).value_or(""));
  const std::int64_t based_on = body.whole_number("based_on").value_or(0);
  draft.based_on = std::in_range<int>(based_on) ? static_cast<int>(based_on) : 0;
  if (const json::array* terms = body.list("terms")) {
    if (terms->size() > kTermRowsMax) {
      return ApiFault{"expected at most " + std::to_string(kTermRowsMax), "terms"};
    }
    draft.rows.clear();
    for (std::size_t at = 0; at < terms->size(); ++at) {
      if (const auto fault = take_term((*terms)[at], at, draft)) return fault;
    }
  }
  return body.fault();
}

struct Stated {
  ProfileDraft draft;
  Profile profile;
};

// Fills in the profile that the body makes of the stored one, or of nothing.
std::optional<ApiFault> read_stated(BodyReader& body, const std::optional<Profile>& stored,
                                    Stated& stated) {
  stated.draft.threshold = "1";
  if (stored) stated.draft = draft_of(*stored);
  if (auto fault = take_stated(body, stated.draft)) return fault;
  auto profile = checked(stated.draft, Language::english);
  if (!profile) return fault_of(stated.draft);
  stated.profile = *std::move(profile);
  return std::nullopt;
}

// How many of its hits people kept and dismissed.
json::object with_marks(const store::Store& store, const Profile& profile) {
  const store::ReviewCounts marks = store.hits.review_counts(profile.id);
  json::object object = profile_json(profile);
  object["marks"] = json::object{{"kept", marks.kept}, {"dismissed", marks.dismissed}};
  return object;
}

}  // namespace

json::object profile_json(const Profile& profile) {
  json::array terms;
  for (const Term& term : profile.terms) {
    terms.push_back(json::object{
        {"term", term.text}, {"weight", term.weight}, {"role", fundwatch::name_of(term.role)}});
  }
  return {{"name", profile.name},
          {"title", json::object{{"sv", profile.title.swedish}, {"en", profile.title.english}}},
          {"version", profile.version},
          {"threshold", profile.threshold},
          {"terms", std::move(terms)}};
}

std::optional<Profile> version_called(const store::Store& store, const Profile& profile,
                                      std::int64_t version) {
  if (!std::in_range<int>(version)) return std::nullopt;
  return store.profiles.at_version(profile.id, static_cast<int>(version));
}

ApiFault fault_of(const ProfileDraft& draft) {
  if (!draft.title_fault.empty()) return {draft.title_fault, "title"};
  if (!draft.threshold_fault.empty()) return {draft.threshold_fault, "threshold"};
  for (std::size_t at = 0; at < draft.rows.size(); ++at) {
    const auto& fault = draft.rows[at].fault;
    if (fault) return {fault->words, field_of(at), fault->character};
  }
  return {draft.fault, "terms"};
}

std::optional<ApiFault> unread(const ApiCall& call) {
  if (call.body.contains("based_on")) return std::nullopt;
  return ApiFault{"expected the version that was read", "based_on"};
}

Reply saved_reply(const ApiCall& call, const std::optional<SavedVersion>& saved) {
  if (saved) return json_reply(profile_json(saved->profile), saved->is_new ? 201 : 200);
  const auto stored = call.store().profiles.find(call.id);
  if (!stored) return nothing_called("profile", call.id);
  return refusal(409, {"version " + std::to_string(stored->version) +
                           " was saved meanwhile: read it, and state it as \"based_on\"",
                       "based_on"});
}

Reply api_profiles(const ApiCall& call) {
  json::array profiles;
  for (const Profile& profile : call.store().profiles.all()) {
    profiles.push_back(with_marks(call.store(), profile));
  }
  return json_reply(json::object{{"profiles", std::move(profiles)}});
}

Reply api_profile(const ApiCall& call) {
  const auto profile = call.store().profiles.find(call.id);
  if (!profile) return nothing_called("profile", call.id);
  if (!call.request.query.has("version")) return json_reply(with_marks(call.store(), *profile));
  const std::string version = call.request.query.text("version");
  const auto then = version_called(call.store(), *profile, whole_number(version).value_or(0));
  return then ? json_reply(profile_json(*then)) : nothing_called("version", version);
}

Reply api_add_profile(const ApiCall& call) {
  BodyReader body(call.body);
  Stated stated;
  if (const auto fault = read_stated(body, std::nullopt, stated)) return refusal(422, *fault);
  const auto saved = stated.profile.name == kNewProfile
                         ? std::nullopt
                         : save_version(call.desk, stated.profile, stated.draft.reason, 0);
  if (saved) return saved_reply(call, saved);
  return refusal(409, {"there is a profile " + stated.profile.name + " already", "title"});
}

Reply api_change_profile(const ApiCall& call) {
  const auto stored = call.store().profiles.find(call.id);
  if (!stored) return nothing_called("profile", call.id);
  BodyReader body(call.body);
  Stated stated;
  if (const auto fault = read_stated(body, stored, stated)) return refusal(422, *fault);
  if (const auto fault = unread(call)) return refusal(422, *fault);
  return saved_reply(
      call, save_version(call.desk, stated.profile, stated.draft.reason, stated.draft.based_on));
}

Reply api_try(const ApiCall& call) {
  const auto stored = call.store().profiles.find(call.id);
  if (!stored) return nothing_called("profile", call.id);
  BodyReader body(call.body);
  const std::string text = body.text("text", kTriedCharactersMax).value_or("");
  Stated stated;
  if (const auto fault = read_stated(body, stored, stated)) return refusal(422, *fault);
  if (trimmed(text).empty()) return refusal(422, {"expected a text to try it on", "text"});
  const auto matcher = matcher_of(call.desk, stated.profile);
  if (!matcher) return refusal(422, {"the profile has a fault", "terms"});
  const Item item = item_tried(text);
  const auto hit = hit_tried(*matcher, item);
  return json_reply(json::object{
      {"threshold", stated.profile.threshold},
      {"hit", hit ? json::value(to_json(*hit, item, stored->name)) : json::value(nullptr)}});
}

Reply api_tune(const ApiCall& call) {
  const auto stored = call.store().profiles.find(call.id);
  if (!stored) return nothing_called("profile", call.id);
  BodyReader body(call.body);
  Stated stated;
  if (const auto fault = read_stated(body, stored, stated)) return refusal(422, *fault);
  const auto result = call.desk.site.services.tune(stated.profile, std::nullopt);
  if (!result) return refusal(422, {result.error().message});
  return json_reply(
      tune_json({result->effect, result->weeks, kTunedItemsMax}, stated.profile, call.store()));
}

}  // namespace fundwatch::web
