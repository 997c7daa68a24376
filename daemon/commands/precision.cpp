#include "daemon/commands/precision.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

#include "matchers/precision.h"
#include "web/judgement.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;

json::object to_json(const matchers::Marks& marks) {
  const auto precision = matchers::precision(marks);
  return {{"kept", marks.kept},
          {"dismissed", marks.dismissed},
          {"precision", precision ? json::value(*precision) : json::value(nullptr)}};
}

std::string in_words(const matchers::Marks& marks) {
  const auto precision = matchers::precision(marks);
  if (!precision) return "no marks";
  return "kept " + std::to_string(marks.kept) + " of " + std::to_string(marks.count()) + " (" +
         std::to_string(static_cast<int>(*precision * 100 + 0.5)) + " %)";
}

}  // namespace

json::object precision_json(const store::Store& store, const Profile& profile) {
  const web::Judgement judged = web::judge(store, profile);
  json::object object = to_json(judged.marks.marks);
  json::array terms;
  for (const matchers::TermMarks& term : judged.marks.terms) {
    json::object each{{"term", term.term}};
    for (auto& [key, value] : to_json(term.marks)) each[key] = value;
    terms.push_back(std::move(each));
  }
  json::array proposals;
  for (const matchers::Proposal& proposal : judged.proposals) {
    const bool is_veto = proposal.kind == matchers::ProposalKind::add_veto;
    proposals.push_back(json::object{{"kind", is_veto ? "veto" : "weaken"},
                                     {"term", proposal.term},
                                     {"dismissed", proposal.dismissed},
                                     {"of", proposal.of},
                                     {"words", matchers::words_of(proposal).english}});
  }
  object["terms"] = std::move(terms);
  object["proposals"] = std::move(proposals);
  return object;
}

std::string precision_text(const store::Store& store, const Profile& profile) {
  const web::Judgement judged = web::judge(store, profile);
  std::string text = profile.name + ": " + in_words(judged.marks.marks) + '\n';
  for (const matchers::TermMarks& term : judged.marks.terms) {
    if (term.marks.count() > 0) text += "  " + term.term + ": " + in_words(term.marks) + '\n';
  }
  for (const matchers::Proposal& proposal : judged.proposals) {
    text += "  " + matchers::words_of(proposal).english + '\n';
  }
  return text;
}

PrecisionCommands::PrecisionCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* precision = app.get_subcommand("profile")->add_subcommand(
      "precision", "how many hits of profiles and terms were kept, and what that suggests");
  precision->add_option("name", name_, "of one profile; all if left out");
  precision->add_flag("--json", json_, "one JSON object a line");
  precision->callback([this] { show(); });
}

void PrecisionCommands::show() const {
  const Installation installation(context_);
  std::vector<Profile> profiles = installation.store.profiles.all();
  if (!name_.empty()) {
    std::erase_if(profiles, [this](const Profile& profile) { return profile.name != name_; });
    if (profiles.empty()) {
      throw CommandError(Exit::bad_data,
                         "there is no profile \"" + name_ + "\"; see: fundwatch profile list");
    }
  }
  for (const Profile& profile : profiles) {
    if (!json_) {
      context_.out << precision_text(installation.store, profile);
      continue;
    }
    json::object object{{"profile", profile.name}};
    for (auto& [key, value] : precision_json(installation.store, profile)) object[key] = value;
    context_.out << json::serialize(object) << '\n';
  }
}

}  // namespace fundwatch::daemon
