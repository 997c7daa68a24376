#include "web/api_profile_versions.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <utility>

#include "base/text.h"
#include "web/api_profiles.h"
#include "web/json_values.h"
#include "web/judgement.h"
#include "web/profile_versions.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

using matchers::ProposalKind;

json::object described(const store::Profiles::Saved& saved) {
  return {{"version", saved.profile.version},
          {"at", iso8601_utc(saved.change.at)},
          {"author", saved.change.author},
          {"reason", text_or_null(saved.change.reason)}};
}

std::string_view name_of(ProposalKind kind) {
  switch (kind) {
    case ProposalKind::add_veto: return "add_veto";
    case ProposalKind::weaken_term: return "weaken_term";
  }
  return "add_veto";
}

std::optional<ProposalKind> parse_kind(std::string_view word) {
  for (const ProposalKind kind : {ProposalKind::add_veto, ProposalKind::weaken_term}) {
    if (word == name_of(kind)) return kind;
  }
  return std::nullopt;
}

json::object described(const matchers::Proposal& proposal) {
  return {{"kind", name_of(proposal.kind)},
          {"term", proposal.term},
          {"dismissed", proposal.dismissed},
          {"of", proposal.of}};
}

struct Taken {
  ProposalKind kind = ProposalKind::add_veto;
  std::string term;
  std::int64_t based_on = 0;
  std::string reason;
};

std::optional<ApiFault> read_taken(BodyReader& body, Taken& taken) {
  const auto kind = parse_kind(body.text("kind", kWordCharactersMax).value_or(""));
  taken.term = collapsed(body.text("term", kTermCharactersMax).value_or(""));
  taken.based_on = body.whole_number("based_on").value_or(0);
  taken.reason = collapsed(body.text("reason", kReasonCharactersMax).value_or(""));
  if (auto fault = body.fault()) return fault;
  if (!kind) return ApiFault{one_of({"add_veto", "weaken_term"}), "kind"};
  if (taken.term.empty()) return ApiFault{"expected the term of a proposal", "term"};
  taken.kind = *kind;
  return std::nullopt;
}

}  // namespace

Reply api_versions(const ApiCall& call) {
  const auto profile = call.store().profiles.find(call.id);
  if (!profile) return nothing_called("profile", call.id);
  // One more, for what the last of them changed.
  const auto saved = call.store().profiles.versions(profile->id, kVersionsShownMax + 1);
  json::array versions;
  for (std::size_t at = 0; at < std::min(saved.size(), kVersionsShownMax); ++at) {
    json::object version = described(saved[at]);
    version["removed"] = version["added"] = nullptr;
    if (at + 1 < saved.size()) {
      const auto changes = difference(saved[at + 1].profile, saved[at].profile, Language::english);
      version["removed"] = array_of(changes.removed);
      version["added"] = array_of(changes.added);
    }
    versions.push_back(std::move(version));
  }
  return json_reply(json::object{{"versions", std::move(versions)}});
}

Reply api_revert(const ApiCall& call) {
  const auto profile = call.store().profiles.find(call.id);
  if (!profile) return nothing_called("profile", call.id);
  BodyReader body(call.body);
  const auto version = body.whole_number("version");
  const std::int64_t based_on = body.whole_number("based_on").value_or(0);
  if (const auto fault = body.fault()) return refusal(422, *fault);
  const auto old = version_called(call.store(), *profile, version.value_or(0));
  if (!old) {
    return refusal(422,
                   {"expected a version from 1 to " + std::to_string(profile->version), "version"});
  }
  if (const auto fault = unread(call)) return refusal(422, *fault);
  return saved_reply(call, revert_to(call.desk, *old, based_on));
}

Reply api_proposals(const ApiCall& call) {
  const auto profile = call.store().profiles.find(call.id);
  if (!profile) return nothing_called("profile", call.id);
  json::array proposals;
  for (const auto& each : judge(call.store(), *profile).proposals) {
    proposals.push_back(described(each));
  }
  return json_reply(
      json::object{{"version", profile->version}, {"proposals", std::move(proposals)}});
}

Reply api_take_proposal(const ApiCall& call) {
  const auto stored = call.store().profiles.find(call.id);
  if (!stored) return nothing_called("profile", call.id);
  BodyReader body(call.body);
  Taken taken;
  if (const auto fault = read_taken(body, taken)) return refusal(422, *fault);
  if (const auto fault = unread(call)) return refusal(422, *fault);
  if (taken.based_on != stored->version) return saved_reply(call, std::nullopt);
  ProfileDraft draft = draft_of(*stored);
  if (!take_up(draft, taken.kind, taken.term)) {
    return refusal(422, {"the profile has no such term", "term"});
  }
  const auto changed = checked(draft, Language::english);
  if (!changed) return refusal(422, {fault_of(draft).message, "term"});
  return saved_reply(call, save_version(call.desk, *changed, taken.reason, taken.based_on));
}

}  // namespace fundwatch::web
