#include "matchers/profile.h"

#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "matchers/phrases.h"
#include "matchers/term.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

// Weights are decimal fractions that a person adds up: 0.4 + 0.6 reaches 1 whatever doubles make of
// it.
constexpr double kRounding = 1e-9;

constexpr std::size_t kShownTermCharacters = 60;

// What of a profile stood in an item.
struct Tally {
  std::vector<std::size_t> places;  // how many, by term
  std::vector<Reason> reasons;
};

bool is_allowed(const Profile& profile, const Tally& tally) {
  for (std::size_t i = 0; i < profile.terms.size(); ++i) {
    const bool stood = tally.places[i] > 0;
    if (profile.terms[i].role == TermRole::veto && stood) return false;
    if (profile.terms[i].role == TermRole::required && !stood) return false;
  }
  return true;
}

double score_of(const Profile& profile, const Tally& tally) {
  double score = 0;
  for (std::size_t i = 0; i < profile.terms.size(); ++i) {
    if (tally.places[i] > 0) score += profile.terms[i].weight;
  }
  return score;
}

std::optional<Hit> hit_of(const Profile& profile, Tally tally) {
  if (tally.reasons.empty() || !is_allowed(profile, tally)) return std::nullopt;
  const double score = score_of(profile, tally);
  if (score + kRounding < profile.threshold) return std::nullopt;
  Hit hit;
  hit.profile = profile.id;
  hit.profile_version = profile.version;
  hit.score = score;
  hit.reasons = std::move(tally.reasons);
  return hit;
}

std::string describe(const TermFault& fault) {
  const std::string_view before = std::string_view(fault.term).substr(0, fault.position);
  const std::string place =
      fault.position == 0 ? ": " : ", character " + std::to_string(utf8_length(before) + 1) + ": ";
  return "term \"" + shortened(fault.term, kShownTermCharacters) + "\"" + place + fault.message;
}

}  // namespace

std::vector<TermFault> faults(const Profile& profile) {
  std::vector<TermFault> found;
  std::set<std::string> known;
  for (const Term& term : profile.terms) {
    if (std::optional<TermFault> fault = fault_in(term)) {
      found.push_back(*std::move(fault));
    } else if (!known.insert(collapsed(term.text)).second) {
      found.push_back({term.text, 0, "it stands twice; remove one of the two"});
    }
  }
  return found;
}

std::string describe(const std::vector<TermFault>& faults) {
  std::string sentence;
  for (const TermFault& fault : faults) {
    if (!sentence.empty()) sentence += "; ";
    sentence += describe(fault);
  }
  return sentence;
}

struct Matcher::Compiled {
  struct Owner {
    std::size_t profile = 0;
    std::size_t term = 0;
  };

  std::vector<Profile> profiles;
  Phrases phrases;
  std::vector<Owner> owners;  // by the number of the phrase

  void tally(Field field, const std::string& text, std::vector<Tally>& tallies) const {
    for (const Place& place : phrases.find(text)) {
      const Owner& owner = owners[place.phrase];
      const Term& term = profiles[owner.profile].terms[owner.term];
      Tally& tally = tallies[owner.profile];
      if (++tally.places[owner.term] > kPlacesPerTermMax) continue;
      tally.reasons.push_back({term.text, term.weight, field, place.begin, place.end});
    }
  }
};

Result<Matcher> Matcher::compile(std::vector<Profile> profiles) {
  auto compiled = std::make_unique<Compiled>();
  std::string problems;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const std::string problem = describe(faults(profiles[i]));
    if (!problem.empty()) problems += "\nprofile \"" + profiles[i].name + "\": " + problem;
    if (!problems.empty()) continue;
    for (std::size_t k = 0; k < profiles[i].terms.size(); ++k) {
      compiled->phrases.add(words(profiles[i].terms[k].text));
      compiled->owners.push_back({i, k});
    }
  }
  if (!problems.empty()) return Error{Stage::match, problems.substr(1)};
  compiled->profiles = std::move(profiles);
  return Matcher(std::move(compiled));
}

Matcher::Matcher(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

std::vector<Hit> Matcher::match(const Item& item) const {
  std::vector<Tally> tallies;
  for (const Profile& profile : compiled_->profiles) {
    tallies.push_back({std::vector<std::size_t>(profile.terms.size()), {}});
  }
  compiled_->tally(Field::title, item.title, tallies);
  compiled_->tally(Field::summary, item.summary, tallies);
  compiled_->tally(Field::text, item.text, tallies);

  std::vector<Hit> hits;
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    std::optional<Hit> hit = hit_of(compiled_->profiles[i], std::move(tallies[i]));
    if (hit) hits.push_back(*std::move(hit));
  }
  return hits;
}

const std::vector<Profile>& Matcher::profiles() const { return compiled_->profiles; }

}  // namespace fundwatch::matchers
