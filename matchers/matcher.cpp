#include "matchers/matcher.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <mutex>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "matchers/judge.h"
#include "matchers/profile.h"
#include "matchers/query.h"
#include "matchers/reading.h"
#include "matchers/rules.h"

namespace fundwatch::matchers {
namespace {

// Weights are decimal fractions that a person adds up: 0.4 + 0.6 reaches 1 whatever doubles make of
// it.
constexpr double kRounding = 1e-9;

constexpr std::uint32_t kNoToken = std::numeric_limits<std::uint32_t>::max();

// A set of rules that is emptied by looking at it.
class RuleSet {
 public:
  explicit RuleSet(std::size_t rules) : words_((rules + 63) / 64) {}

  // False if it was there already.
  bool insert(RuleId rule) {
    const auto i = static_cast<std::size_t>(rule);
    const std::uint64_t bit = std::uint64_t{1} << (i % 64);
    const bool is_new = (words_[i / 64] & bit) == 0;
    words_[i / 64] |= bit;
    return is_new;
  }

  // Ascending.
  void move_to(std::vector<RuleId>& rules) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (; words_[i] != 0; words_[i] &= words_[i] - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(words_[i]));
        rules.push_back(RuleId{static_cast<std::uint32_t>(i * 64 + bit)});
      }
    }
  }

  void clear() { std::ranges::fill(words_, 0); }

 private:
  std::vector<std::uint64_t> words_;
};

// One reason of a hit before it is put into words. Without a place it is one of the facts, and
// stands last.
struct Cause {
  Place place{kNoToken, kNoToken};
  RuleId rule{};
};

// What one thread matches with; kept from item to item for the sake of its memory.
struct Workspace {
  explicit Workspace(const Rules& rules)
      : reading(rules.vocabulary()), held(rules.size()), tried(rules.size()) {}

  Reading reading;
  RuleSet held;
  RuleSet tried;
  std::vector<RuleId> found;  // the rules that held
  std::vector<Cause> causes;  // of one hit
  std::vector<Place> places;  // of one rule
};

void wake(const Rules& rules, Judge& judge, Workspace& work) {
  const auto attempt = [&](RuleId rule) {
    if (work.tried.insert(rule) && judge.holds(rule)) work.held.insert(rule);
  };
  for (const AtomId atom : work.reading.atoms()) {
    for (const Posting& posting : rules.woken_by(atom)) {
      if (posting.is_sure)
        work.held.insert(posting.rule);
      else
        attempt(posting.rule);
    }
  }
  for (const RuleId rule : rules.always_awake()) attempt(rule);
  work.tried.clear();
}

void append_causes(RuleId rule, Judge& judge, Workspace& work) {
  work.places.clear();
  judge.append_places(rule, work.places);
  if (work.places.empty()) work.causes.push_back({.rule = rule});
  if (work.places.size() > kPlacesPerTermMax) work.places.resize(kPlacesPerTermMax);
  for (const Place& place : work.places) work.causes.push_back({place, rule});
}

// What of a profile held in an item.
struct Tally {
  double strong = 0;
  double context = 0;
  bool has_strong = false;
  bool has_veto = false;
  std::size_t required = 0;

  double score() const { return strong + (has_strong ? context : 0); }

  void add(TermRole role, double weight) {
    switch (role) {
      case TermRole::veto: has_veto = true; return;
      case TermRole::context: context += weight; return;
      case TermRole::required: ++required; break;
      case TermRole::adds: break;
    }
    strong += weight;
    has_strong = has_strong || weight > 0;
  }
};

}  // namespace

struct Matcher::Compiled {
  // Of a rule; weight and role are the term's, close at hand.
  struct Owner {
    std::uint32_t profile = 0;
    std::uint32_t term = 0;
    double weight = 0;
    TermRole role = TermRole::adds;
  };

  explicit Compiled(std::shared_ptr<const Lexicon> lexicon) : rules(std::move(lexicon)) {}

  void add(const Profile& profile);
  std::optional<Hit> hit_of(std::span<const RuleId> held, Judge& judge, Workspace& work) const;
  std::vector<Reason> reasons_of(std::vector<Cause>& causes, const Reading& reading) const;
  std::unique_ptr<Workspace> take_workspace();
  void give_back(std::unique_ptr<Workspace> workspace);
  const Owner& owner(RuleId rule) const { return owners[static_cast<std::size_t>(rule)]; }
  const Term& term(RuleId rule) const {
    return profiles[owner(rule).profile].terms[owner(rule).term];
  }

  std::vector<Profile> profiles;
  std::vector<std::size_t> required;  // terms, by profile
  std::vector<Owner> owners;          // by rule; those of a profile follow each other
  Rules rules;
  std::mutex mutex;
  std::vector<std::unique_ptr<Workspace>> idle;
};

void Matcher::Compiled::add(const Profile& profile) {
  const auto number = static_cast<std::uint32_t>(required.size());
  for (std::uint32_t i = 0; i < profile.terms.size(); ++i) {
    const auto parsed = parse_query(profile.terms[i].text);
    const auto* query = std::get_if<Query>(&parsed);
    CHECK(query != nullptr);
    rules.add(*query);
    owners.push_back({number, i, profile.terms[i].weight, profile.terms[i].role});
  }
  required.push_back(
      static_cast<std::size_t>(std::ranges::count(profile.terms, TermRole::required, &Term::role)));
}

std::optional<Hit> Matcher::Compiled::hit_of(std::span<const RuleId> held, Judge& judge,
                                             Workspace& work) const {
  const std::size_t number = owner(held[0]).profile;
  const Profile& profile = profiles[number];
  Tally tally;
  for (const RuleId rule : held) tally.add(owner(rule).role, owner(rule).weight);
  if (tally.has_veto || tally.required < required[number]) return std::nullopt;
  if (tally.score() + kRounding < profile.threshold) return std::nullopt;
  Hit hit;
  hit.profile = profile.id;
  hit.profile_version = profile.version;
  hit.score = tally.score();
  work.causes.clear();
  for (const RuleId rule : held) {
    const bool counts = owner(rule).role != TermRole::context || tally.has_strong;
    if (counts) append_causes(rule, judge, work);
  }
  if (work.causes.empty()) return std::nullopt;
  hit.reasons = reasons_of(work.causes, work.reading);
  return hit;
}

std::vector<Reason> Matcher::Compiled::reasons_of(std::vector<Cause>& causes,
                                                  const Reading& reading) const {
  std::ranges::sort(causes, [](const Cause& a, const Cause& b) {
    return std::tie(a.place.first, a.rule, a.place.last) <
           std::tie(b.place.first, b.rule, b.place.last);
  });
  std::vector<Reason> reasons;
  reasons.reserve(causes.size());
  for (const Cause& cause : causes) {
    const Term& why = term(cause.rule);
    Reason& reason = reasons.emplace_back();
    reason = {.term = why.text, .weight = why.weight, .field = Field::facts, .role = why.role};
    if (cause.place.first == kNoToken) continue;
    reason.field = reading.field_of(cause.place.first);
    reason.begin = reading.begin_of(cause.place);
    reason.end = reading.end_of(cause.place);
  }
  return reasons;
}

std::unique_ptr<Workspace> Matcher::Compiled::take_workspace() {
  const std::lock_guard lock(mutex);
  if (idle.empty()) return std::make_unique<Workspace>(rules);
  std::unique_ptr<Workspace> workspace = std::move(idle.back());
  idle.pop_back();
  return workspace;
}

void Matcher::Compiled::give_back(std::unique_ptr<Workspace> workspace) {
  workspace->found.clear();
  const std::lock_guard lock(mutex);
  idle.push_back(std::move(workspace));
}

Result<Matcher> Matcher::compile(std::vector<Profile> profiles,
                                 std::shared_ptr<const Lexicon> lexicon) {
  std::string problems;
  for (const Profile& profile : profiles) {
    const std::string problem = describe(faults(profile), Language::english);
    if (!problem.empty()) problems += "\nprofile \"" + profile.name + "\": " + problem;
  }
  if (!problems.empty()) return Error{Stage::match, problems.substr(1)};
  auto compiled = std::make_unique<Compiled>(std::move(lexicon));
  for (const Profile& profile : profiles) compiled->add(profile);
  compiled->profiles = std::move(profiles);
  compiled->rules.seal();
  return Matcher(std::move(compiled));
}

Matcher::Matcher(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

std::vector<Hit> Matcher::match(const Subject& subject) const {
  std::unique_ptr<Workspace> work = compiled_->take_workspace();
  work->reading.read(subject.item);
  Judge judge(compiled_->rules, work->reading, subject);
  wake(compiled_->rules, judge, *work);
  work->held.move_to(work->found);
  std::vector<Hit> hits;
  const std::span<const RuleId> held = work->found;
  for (std::size_t begin = 0; begin < held.size();) {
    std::size_t end = begin;
    const std::uint32_t profile = compiled_->owner(held[begin]).profile;
    while (end < held.size() && compiled_->owner(held[end]).profile == profile) ++end;
    auto hit = compiled_->hit_of(held.subspan(begin, end - begin), judge, *work);
    if (hit) hits.push_back(*std::move(hit));
    begin = end;
  }
  compiled_->give_back(std::move(work));
  return hits;
}

const std::vector<Profile>& Matcher::profiles() const { return compiled_->profiles; }

}  // namespace fundwatch::matchers
