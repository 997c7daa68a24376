#include "matchers/matcher.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <mutex>
#include <span>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "matchers/home.h"
#include "matchers/judge.h"
#include "matchers/marks.h"
#include "matchers/profile.h"
#include "matchers/query.h"
#include "matchers/reading.h"
#include "matchers/rules.h"
#include "matchers/tally.h"

namespace fundwatch::matchers {
namespace {

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

}  // namespace

struct Matcher::Compiled {
  // Of a rule; weight and role are the term's, close at hand.
  struct Owner {
    std::uint32_t profile = 0;
    std::uint32_t term = 0;
    double weight = 0;
    TermRole role = TermRole::adds;
  };

  explicit Compiled(std::shared_ptr<const Lexicon> lexicon) : rules(std::move(lexicon)) {
    rules.add_function_words();  // for the marks
  }

  void add(const Profile& profile, const std::string& county);
  // And what is kept of the item, if that is wanted.
  void find(const Subject& subject, Findings& found, Matched* kept);
  void find_profile(std::span<const RuleId> held, Judge& judge, Workspace& work,
                    Findings& found) const;
  void append_sightings(std::vector<Cause>& causes, const Reading& reading,
                        std::vector<Sighting>& sightings) const;
  Hit hit_of(const Findings::Finding& finding, std::span<const Sighting> sightings) const;
  std::unique_ptr<Workspace> take_workspace();
  void give_back(std::unique_ptr<Workspace> workspace);
  const Owner& owner(RuleId rule) const { return owners[static_cast<std::size_t>(rule)]; }

  std::vector<Profile> profiles;
  std::vector<std::size_t> required;  // terms, by profile
  std::vector<Owner> owners;          // by rule; those of a profile follow each other
  Rules rules;
  std::mutex mutex;
  std::vector<std::unique_ptr<Workspace>> idle;
};

void Matcher::Compiled::add(const Profile& profile, const std::string& county) {
  const auto number = static_cast<std::uint32_t>(required.size());
  for (std::uint32_t i = 0; i < profile.terms.size(); ++i) {
    const auto parsed = parse_query(profile.terms[i].text);
    const auto* query = std::get_if<Query>(&parsed);
    CHECK(query != nullptr);
    rules.add(at_home_in(county, *query));
    owners.push_back({number, i, profile.terms[i].weight, profile.terms[i].role});
  }
  required.push_back(
      static_cast<std::size_t>(std::ranges::count(profile.terms, TermRole::required, &Term::role)));
}

void Matcher::Compiled::find(const Subject& subject, Findings& found, Matched* kept) {
  found.findings.clear();
  found.sightings.clear();
  std::unique_ptr<Workspace> work = take_workspace();
  work->reading.read(subject.item);
  Judge judge(rules, work->reading, subject);
  wake(rules, judge, *work);
  work->held.move_to(work->found);
  const std::span<const RuleId> held = work->found;
  for (std::size_t begin = 0; begin < held.size();) {
    std::size_t end = begin;
    const std::uint32_t profile = owner(held[begin]).profile;
    while (end < held.size() && owner(held[end]).profile == profile) ++end;
    find_profile(held.subspan(begin, end - begin), judge, *work, found);
    begin = end;
  }
  if (kept != nullptr) {
    kept->marks = marks_of(subject.item, work->reading);
    kept->print = fingerprint(subject.item, work->reading);
  }
  give_back(std::move(work));
}

void Matcher::Compiled::find_profile(std::span<const RuleId> held, Judge& judge, Workspace& work,
                                     Findings& found) const {
  const std::uint32_t number = owner(held[0]).profile;
  Tally tally;
  for (const RuleId rule : held) tally.add(owner(rule).role, owner(rule).weight);
  if (!tally.is_hit(required[number], profiles[number].threshold)) return;
  work.causes.clear();
  for (const RuleId rule : held) {
    if (tally.counts(owner(rule).role)) append_causes(rule, judge, work);
  }
  // A condition that adds nothing and that facts alone meet explains nothing beside what does.
  const auto is_bare = [this](const Cause& cause) {
    return cause.place.first == kNoToken && owner(cause.rule).weight == 0;
  };
  if (!std::ranges::all_of(work.causes, is_bare)) std::erase_if(work.causes, is_bare);
  append_sightings(work.causes, work.reading, found.sightings);
  found.findings.push_back(
      {number, tally.score(), static_cast<std::uint32_t>(found.sightings.size())});
}

void Matcher::Compiled::append_sightings(std::vector<Cause>& causes, const Reading& reading,
                                         std::vector<Sighting>& sightings) const {
  if (causes.size() > 1)
    std::ranges::sort(causes, [](const Cause& a, const Cause& b) {
      return std::tie(a.place.first, a.rule, a.place.last) <
             std::tie(b.place.first, b.rule, b.place.last);
    });
  for (const Cause& cause : causes) {
    Sighting& sighting = sightings.emplace_back();
    sighting.term = owner(cause.rule).term;
    if (cause.place.first == kNoToken) continue;
    sighting.field = reading.field_of(cause.place.first);
    sighting.begin = reading.begin_of(cause.place);
    sighting.end = reading.end_of(cause.place);
  }
}

Hit Matcher::Compiled::hit_of(const Findings::Finding& finding,
                              std::span<const Sighting> sightings) const {
  const Profile& profile = profiles[finding.profile];
  Hit hit;
  hit.profile = profile.id;
  hit.profile_version = profile.version;
  hit.score = finding.score;
  hit.reasons.reserve(sightings.size());
  for (const Sighting& sighting : sightings) {
    const Term& term = profile.terms[sighting.term];
    hit.reasons.push_back(
        {term.text, term.weight, sighting.field, sighting.begin, sighting.end, term.role});
  }
  return hit;
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
                                 std::shared_ptr<const Lexicon> lexicon,
                                 const std::string& county) {
  std::string problems;
  for (const Profile& profile : profiles) {
    const std::string problem = describe(faults(profile), Language::english);
    if (!problem.empty()) problems += "\nprofile \"" + profile.name + "\": " + problem;
  }
  if (!problems.empty()) return Error{Stage::match, problems.substr(1)};
  auto compiled = std::make_unique<Compiled>(std::move(lexicon));
  for (const Profile& profile : profiles) compiled->add(profile, county);
  compiled->profiles = std::move(profiles);
  compiled->rules.seal();
  return Matcher(std::move(compiled));
}

Matcher::Matcher(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

void Matcher::find(const Subject& subject, Findings& found) const {
  compiled_->find(subject, found, nullptr);
}

std::vector<Hit> Matcher::match(const Subject& subject) const {
  Findings found;
  find(subject, found);
  return in_words(found);
}

Matcher::Matched Matcher::match_and_mark(const Subject& subject) const {
  Findings found;
  Matched matched;
  compiled_->find(subject, found, &matched);
  matched.hits = in_words(found);
  return matched;
}

std::vector<Hit> Matcher::in_words(const Findings& found) const {
  std::vector<Hit> hits;
  hits.reserve(found.findings.size());
  std::size_t begin = 0;
  for (const Findings::Finding& finding : found.findings) {
    const std::span<const Sighting> sightings(found.sightings);
    hits.push_back(
        compiled_->hit_of(finding, sightings.subspan(begin, finding.sightings_end - begin)));
    begin = finding.sightings_end;
  }
  return hits;
}

const std::vector<Profile>& Matcher::profiles() const { return compiled_->profiles; }

}  // namespace fundwatch::matchers
