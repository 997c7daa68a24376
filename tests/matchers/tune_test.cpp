// What tuning says against matching every item again, on random profiles and items.
#include "matchers/tune.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "matchers/matcher.h"
#include "tests/matchers/small_dictionary.h"

namespace fundwatch::matchers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kWords[] = {"kvinnor",
                                  "kvinnojouren",
                                  "planeter",
                                  "upphandlingarna",
                                  "kommunala",
                                  "arbetslöshetsprojekt",
                                  "förslaget",
                                  "stads-",
                                  "och",
                                  "kommunplan",
                                  "bidrag",
                                  "Bidragen",
                                  "statsbidrag",
                                  "LÖNESTÖD",
                                  "stöd",
                                  "ASF",
                                  "asf",
                                  "ASF:s",
                                  "företag",
                                  "Företagens",
                                  "sociala",
                                  "socialt",
                                  "och",
                                  "att",
                                  "det",
                                  "the",
                                  "and",
                                  "of",
                                  "löne-",
                                  "-stöd",
                                  "före-\ntag",
                                  "lönestöd",
                                  "anställning,",
                                  "18",
                                  "§",
                                  "e-post",
                                  "Straße",
                                  "är",
                                  "grants",
                                  "granting",
                                  "Fo\xCC\x88retag"};

constexpr const char* kTerms[] = {"kvinna",
                                  "plan",
                                  "kommun",
                                  "projekt",
                                  "upphandling",
                                  "kvinna NEAR/4 plan",
                                  "kommunalt bidrag",
                                  "bidrag",
                                  "=bidrag",
                                  "bidrag -statsbidrag",
                                  "lönestöd",
                                  "företag",
                                  "sociala företag",
                                  "\"sociala företag\"",
                                  "=\"Företagens\"",
                                  "ASF",
                                  "stöd*",
                                  "*stöd",
                                  "*drag*",
                                  "title:bidrag",
                                  "title:(lönestöd OR stöd)",
                                  "social NEAR/3 (företag OR bidrag)",
                                  "sociala företag NEAR/2 (stöd OR grant NEAR/1 of)",
                                  "title:bidrag NEAR/1 stöd",
                                  "bidrag NOT företag",
                                  "(ASF OR lönestöd) AND stöd",
                                  "grant",
                                  "lang:sv",
                                  "lang:en",
                                  "lang:de",
                                  "nuts:SE31",
                                  "cpv:98*",
                                  "reserved:res-ws",
                                  "social:opp",
                                  "place:Gävle",
                                  "deadline:<10d",
                                  "deadline:>5d",
                                  "status:open",
                                  "limited:elsewhere",
                                  "limited:SE31",
                                  "source:Regionen",
                                  "18 §",
                                  "strasse"};

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(engine_);
  }
  bool one_in(std::size_t count) { return below(count) == 0; }

 private:
  std::mt19937 engine_;
};

std::string random_text(Dice& dice, std::size_t words) {
  std::string text;
  for (std::size_t count = dice.below(words + 1); count > 0; --count) {
    text += kWords[dice.below(std::size(kWords))];
    text += dice.one_in(8) ? "\n" : dice.one_in(8) ? ", " : " ";
  }
  return text;
}

Item random_item(Dice& dice, std::int64_t id) {
  Item item;
  item.id = ItemId{id};
  item.source = SourceId{static_cast<std::int64_t>(1 + dice.below(3))};
  item.title = random_text(dice, 4);
  item.summary = random_text(dice, 8);
  item.text = random_text(dice, 12);
  if (dice.one_in(20)) item.text += std::string(300, 'x') + " bidrag";
  item.language = dice.one_in(2) ? "de-AT" : dice.one_in(2) ? "sv" : "";
  item.first_seen = Instant(std::chrono::hours(500'000 + dice.below(2000)));
  if (dice.one_in(2)) {
    item.deadline = DueDate{std::chrono::floor<std::chrono::days>(item.first_seen) +
                            std::chrono::days(static_cast<int>(dice.below(20)) - 4)};
  }
  if (dice.one_in(3)) item.place = {"Gävle", {"SE313"}};
  if (dice.one_in(3)) item.status = CallStatus::open;
  for (const char* code : {"SE313", "SE22", "SE", "NO", kUnnamedRegion}) {
    if (dice.one_in(6)) item.limited_to.emplace_back(code);
  }
  if (dice.one_in(3)) {
    item.notice.emplace();
    item.notice->cpv = {dice.one_in(2) ? "98310000" : "45000000"};
    item.notice->social_objectives = {"opp"};
    item.notice->lots.resize(1);
    if (dice.one_in(2)) item.notice->lots[0].reserved = Reserved::sheltered;
  }
  return item;
}

Profile random_profile(Dice& dice) {
  constexpr TermRole kRoles[] = {TermRole::adds,    TermRole::adds,     TermRole::adds,
                                 TermRole::context, TermRole::required, TermRole::veto};
  Profile profile;
  profile.name = "p";
  std::set<std::string> known;
  for (std::size_t count = 1 + dice.below(6); count > 0; --count) {
    const std::string text = kTerms[dice.below(std::size(kTerms))];
    if (!known.insert(text).second) continue;
    profile.terms.push_back({text, 0.25 * static_cast<double>(1 + dice.below(4)),
                             kRoles[dice.below(std::size(kRoles))]});
  }
  return profile;
}

// All items there are, in a tuner and beside it.
class World {
 public:
  explicit World(std::shared_ptr<const Lexicon> lexicon)
      : lexicon_(lexicon),
        tuner_(MarkTable(lexicon), Index(), [this](ItemId id) { return find(id); }) {}

  void put(const Item& item) {
    items_[item.id] = item;
    std::vector<MarkId> marks;
    for (const std::string& text : marker_.marks_of(item)) {
      const auto id = MarkId{static_cast<std::uint32_t>(marks_.size() + 1)};
      const auto [known, is_new] = marks_.emplace(text, id);
      if (is_new) tuner_.marks().add(id, text);
      marks.push_back(known->second);
    }
    std::ranges::sort(marks);
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
    tuner_.index().put(item.id, item.first_seen, marks);
  }

  void remove(ItemId id) {
    items_.erase(id);
    tuner_.index().remove(id);
  }

  std::size_t memory() const { return tuner_.memory(); }

  Effect tune(const Profile* before, const Profile& after, std::optional<Instant> since = {}) {
    return tuner_.effect_of({before, after, since, names_, reviews_, county_}).value();
  }

  // By matching every item with both.
  Effect matched(const Profile* before, const Profile& after, std::optional<Instant> since = {}) {
    Effect effect;
    effect.per_term.resize(after.terms.size());
    std::vector<std::pair<Instant, ItemId>> gained;
    std::vector<std::pair<Instant, ItemId>> lost;
    for (const auto& [id, item] : items_) {
      if (since && item.first_seen < *since) continue;
      const auto old_terms = before == nullptr ? std::set<std::string>{} : terms_of(*before, item);
      const auto terms = terms_of(after, item);
      if (!old_terms.empty() && !terms.empty()) ++effect.kept;
      if (old_terms.empty() && !terms.empty()) gained.emplace_back(item.first_seen, id);
      if (!old_terms.empty() && terms.empty()) lost.emplace_back(item.first_seen, id);
      for (std::size_t i = 0; i < after.terms.size(); ++i) {
        Profile alone{.threshold = 0, .terms = {after.terms[i]}};
        alone.terms[0].role = TermRole::adds;
        if (!terms_of(alone, item).empty()) ++effect.per_term[i].items;
        if (terms.contains(after.terms[i].text)) ++effect.per_term[i].hits;
      }
    }
    effect.gained = newest_first(gained);
    effect.lost = newest_first(lost);
    return effect;
  }

  std::unordered_map<ItemId, Review>& reviews() { return reviews_; }
  void move_home(const std::string& county) { county_ = county; }
  void rename_source(std::int64_t id, const std::string& name) { names_[SourceId{id}] = name; }

 private:
  std::optional<Item> find(ItemId id) const {
    const auto found = items_.find(id);
    return found == items_.end() ? std::nullopt : std::optional(found->second);
  }

  static std::vector<ItemId> newest_first(std::vector<std::pair<Instant, ItemId>>& found) {
    std::ranges::sort(found, std::greater{});
    std::vector<ItemId> ids;
    for (const auto& [seen, id] : found) ids.push_back(id);
    return ids;
  }

  // Of the hit, if there is one.
  std::set<std::string> terms_of(const Profile& profile, const Item& item) {
    std::string key = county_ + std::to_string(profile.threshold);
    for (const Term& term : profile.terms) {
      key += '|' + term.text + std::to_string(static_cast<int>(term.role)) +
             std::to_string(term.weight);
    }
    auto matcher = matchers_.find(key);
    if (matcher == matchers_.end()) {
      matcher =
          matchers_.emplace(key, Matcher::compile({profile}, lexicon_, county_).value()).first;
    }
    const auto name = names_.find(item.source);
    std::set<std::string> terms;
    for (const Hit& hit : matcher->second.match(
             {item, name == names_.end() ? "" : std::string_view(name->second)})) {
      for (const Reason& reason : hit.reasons) terms.insert(reason.term);
    }
    return terms;
  }

  std::shared_ptr<const Lexicon> lexicon_;
  std::map<ItemId, Item> items_;
  std::map<std::string, MarkId> marks_;
  std::map<std::string, Matcher> matchers_;
  SourceNames names_{{SourceId{1}, "Regionen"}, {SourceId{2}, "Tillväxt"}};
  std::unordered_map<ItemId, Review> reviews_;
  std::string county_;
  Marker marker_;
  Tuner tuner_;
};

void expect_same(const Effect& found, const Effect& expected, const Profile& after) {
  EXPECT_EQ(found.gained, expected.gained);
  EXPECT_EQ(found.lost, expected.lost);
  EXPECT_EQ(found.kept, expected.kept);
  for (std::size_t i = 0; i < after.terms.size(); ++i) {
    EXPECT_EQ(found.per_term[i].items, expected.per_term[i].items) << after.terms[i].text;
    EXPECT_EQ(found.per_term[i].hits, expected.per_term[i].hits) << after.terms[i].text;
  }
}

void play(const std::shared_ptr<const Lexicon>& lexicon, unsigned seed) {
  Dice dice(seed);
  World world(lexicon);
  std::int64_t last = 0;
  for (int round = 0; round < 60 && !testing::Test::HasFailure(); ++round) {
    for (std::size_t count = dice.below(20); count > 0; --count) {
      const bool is_edit = last > 0 && dice.one_in(3);
      const auto id =
          is_edit ? static_cast<std::int64_t>(1 + dice.below(static_cast<std::size_t>(last)))
                  : ++last;
      world.put(random_item(dice, id));
    }
    if (last > 0 && dice.one_in(2)) {
      world.remove(
          ItemId{static_cast<std::int64_t>(1 + dice.below(static_cast<std::size_t>(last)))});
    }
    if (dice.one_in(6)) world.rename_source(2, dice.one_in(2) ? "Regionen" : "Tillväxt");
    if (dice.one_in(6)) world.move_home(dice.one_in(3) ? "" : dice.one_in(2) ? "SE313" : "SE224");
    const Profile before = random_profile(dice);
    const Profile after = random_profile(dice);
    const Profile* const given = dice.one_in(5) ? nullptr : &before;
    std::optional<Instant> since;
    if (dice.one_in(4)) since = Instant(std::chrono::hours(500'000 + dice.below(2000)));
    expect_same(world.tune(given, after, since), world.matched(given, after, since), after);
  }
}

TEST(Tune, IsWhatMatchingEverythingAgainSays) {
  for (unsigned seed = 1; seed <= 2; ++seed) {
    play(small_lexicon(), seed);
    play(nullptr, seed);
  }
}

Profile profile(std::vector<Term> terms) {
  Profile profile;
  profile.name = "p";
  profile.terms = std::move(terms);
  return profile;
}

Item item(std::int64_t id, const std::string& title) {
  Item item;
  item.id = ItemId{id};
  item.title = title;
  item.first_seen = Instant(std::chrono::hours(id));
  return item;
}

TEST(Tune, SaysWhatIsGainedLostAndKeptAndWhatPeopleDismissed) {
  World world(nullptr);
  world.put(item(1, "bidrag"));
  world.put(item(2, "stöd och bidrag"));
  world.put(item(3, "lån"));
  world.put(item(4, "stöd"));
  world.reviews() = {{ItemId{2}, Review::dismissed}, {ItemId{4}, Review::kept}};
  const Profile before = profile({{"bidrag"}});
  const Profile after = profile({{"stöd"}, {"lån", 0.5}});
  const Effect effect = world.tune(&before, after);
  EXPECT_THAT(effect.gained, ElementsAre(ItemId{4}));
  EXPECT_THAT(effect.lost, ElementsAre(ItemId{1}));
  EXPECT_EQ(effect.kept, 1U);
  EXPECT_EQ(effect.oldest, Instant(std::chrono::hours(1)));
  EXPECT_EQ(effect.per_term[0].hits, 2U);
  EXPECT_EQ(effect.per_term[0].dismissed, 1U);
  EXPECT_EQ(effect.per_term[0].kept, 1U);
  EXPECT_EQ(effect.per_term[1].items, 1U);
  EXPECT_EQ(effect.per_term[1].hits, 0U);
}

TEST(Tune, KnowsItemsBeyondOneSegment) {
  World world(nullptr);
  const auto last = static_cast<std::int64_t>(Index::kSegmentSlots + 100);
  for (std::int64_t id = 1; id <= last; ++id) {
    world.put(item(id, id % 1000 == 0 ? "sociala företag" : id % 3 == 0 ? "bidrag" : "annat"));
  }
  const Profile after = profile({{"bidrag"}, {"\"sociala företag\""}});
  const Effect effect = world.tune(nullptr, after);
  EXPECT_EQ(effect.per_term[1].hits, static_cast<std::size_t>(last / 1000));
  EXPECT_EQ(effect.per_term[0].hits, static_cast<std::size_t>(last / 3 - last / 3000));
  world.put(item(last, "sociala företag"));
  EXPECT_EQ(world.tune(nullptr, after).per_term[1].hits, static_cast<std::size_t>(last / 1000 + 1));
}

// Where each word stands that was ever asked for would grow without end.
TEST(Tune, WhatWasAskedLongAgoIsForgotten) {
  World world(nullptr);
  world.put(item(1, "bidrag"));
  const auto ask = [&](std::size_t from, std::size_t to) {
    for (; from < to; ++from) world.tune(nullptr, profile({{"ord" + std::to_string(from)}}));
    return world.memory();
  };
  const std::size_t full = ask(0, kRememberedWordsMax);
  EXPECT_LE(ask(kRememberedWordsMax, 2 * kRememberedWordsMax), full + full / 10);
}

TEST(Tune, AProfileWithAFaultIsRefused) {
  Tuner tuner(MarkTable(nullptr), Index(), [](ItemId) { return std::nullopt; });
  const Profile faulty = profile({{"(bidrag"}});
  const SourceNames names;
  const std::unordered_map<ItemId, Review> reviews;
  const auto effect = tuner.effect_of({nullptr, faulty, {}, names, reviews});
  ASSERT_FALSE(effect.ok());
  EXPECT_EQ(effect.error().stage, Stage::match);
}

}  // namespace
}  // namespace fundwatch::matchers
