#include "daemon/commands/tune.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <cmath>
#include <memory>
#include <ostream>

#include "base/names.h"
#include "base/text.h"
#include "config/catalogue.h"
#include "daemon/app.h"
#include "daemon/commands/table.h"
#include "daemon/item_json.h"
#include "daemon/log.h"
#include "matchers/matcher.h"
#include "web/tune_json.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;

constexpr std::size_t kExamplesMax = 10;  // of each kind
constexpr std::size_t kTitleCharactersMax = 60;

// Of the profile as it is and as it would be.
struct Matchers {
  matchers::Matcher before;
  matchers::Matcher after;
};

std::size_t hits_before(const matchers::Effect& effect) { return effect.kept + effect.lost.size(); }
std::size_t hits_after(const matchers::Effect& effect) {
  return effect.kept + effect.gained.size();
}

std::string source_name(const store::Store& store, SourceId id) {
  const auto source = store.sources.find(id);
  return source ? source->name : "";
}

// The newest, with why they are hits of the profile that has them.
json::array examples(const std::vector<ItemId>& ids, const matchers::Matcher& matcher,
                     const store::Store& store) {
  json::array items;
  for (const ItemId id : ids) {
    if (items.size() == kExamplesMax) break;
    const auto item = store.items.find(id);
    if (!item) continue;
    const std::string source = source_name(store, item->source);
    json::object example = web::item_in_short(*item, source);
    for (const Hit& hit : matcher.match({*item, source})) {
      example["hit"] = to_json(hit, *item, matcher.profiles().front().name);
    }
    items.push_back(std::move(example));
  }
  return items;
}

json::object answer_of(const TuneAnswer& answer, const Profile& changed, const Matchers& matchers,
                       const store::Store& store) {
  const matchers::Effect& effect = answer.effect;
  const std::size_t all = std::max(effect.gained.size(), effect.lost.size());
  json::object object = web::tune_json({effect, answer.weeks, all}, changed, store);
  object["examples"] = json::object{{"gained", examples(effect.gained, matchers.after, store)},
                                    {"lost", examples(effect.lost, matchers.before, store)}};
  return object;
}

std::string shown(const char* heading, const std::vector<ItemId>& ids, const store::Store& store) {
  std::string text = fmt::format("{}: {}\n", heading, ids.size());
  for (std::size_t i = 0; i < std::min(ids.size(), kExamplesMax); ++i) {
    const auto item = store.items.find(ids[i]);
    if (!item) continue;
    text +=
        fmt::format("  {}  {}, {}\n", iso8601_utc(item->first_seen).substr(0, 10),
                    shortened(item->title, kTitleCharactersMax), source_name(store, item->source));
  }
  if (ids.size() > kExamplesMax)
    text += fmt::format("  … and {} more\n", ids.size() - kExamplesMax);
  return text;
}

std::string to_text(const TuneAnswer& answer, const Profile& changed, const store::Store& store) {
  const matchers::Effect& effect = answer.effect;
  std::string text = shown("gained", effect.gained, store) + shown("lost", effect.lost, store);
  text += fmt::format("kept: {}\nhits a week: {} before, {} after\n\n", effect.kept,
                      web::per_week(hits_before(effect), answer.weeks),
                      web::per_week(hits_after(effect), answer.weeks));
  std::vector<std::vector<std::string>> rows{
      {"TERM", "WEIGHT", "ROLE", "ITEMS", "HITS", "KEPT", "DISMISSED"}};
  for (std::size_t i = 0; i < changed.terms.size(); ++i) {
    const Term& term = changed.terms[i];
    const matchers::TermCount& count = effect.per_term[i];
    rows.push_back({shortened(term.text, kTitleCharactersMax), fmt::format("{}", term.weight),
                    std::string(name_of(term.role)), std::to_string(count.items),
                    std::to_string(count.hits), std::to_string(count.kept),
                    std::to_string(count.dismissed)});
  }
  return text + as_table(rows);
}

}  // namespace

TuneCommand::TuneCommand(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* tune =
      app.add_subcommand("tune", "what a changed profile would gain and lose among stored items");
  tune->add_option("--profile", name_, "the stored profile; a new one if there is none")
      ->required();
  tune->add_option("--with", file_, "a TOML file with the profile as changed; - is standard input")
      ->required();
  tune->add_option("--since", since_, "of items first seen at or after: 2027-02-26");
  tune->add_flag("--text", is_text_, "for people, as at a terminal; else one JSON object");
  tune->callback([this] { this->tune(); });
}

// The one of that name, or the only one there.
Profile TuneCommand::changed() const {
  const auto read = config::read_profiles(read_input(context_, file_), file_);
  if (!read) throw CommandError(Exit::bad_data, read.error().message);
  for (const Profile& profile : *read) {
    if (profile.name == name_) return profile;
  }
  if (read->size() != 1) {
    throw CommandError(Exit::bad_data, file_ + " has no profile \"" + name_ + "\"");
  }
  Profile profile = read->front();
  profile.name = name_;
  return profile;
}

void TuneCommand::tune() const {
  std::optional<Instant> since;
  if (!since_.empty()) {
    since = parse_iso8601(since_);
    if (!since) throw CommandError(Exit::usage, "--since " + since_ + ": expected a date");
  }
  const Profile profile = changed();
  Installation installation(context_);
  const std::string& county = installation.config.place.county;
  std::shared_ptr<const matchers::Lexicon> lexicon;
  const auto read = [&] {
    lexicon = read_lexicon(context_.dictionary, *make_log("warn"));
    return lexicon;
  };
  Tuning tuning(installation.store,
                {.database = installation.config.database(), .lexicon = read, .county = county});
  tuning.refresh();
  const auto begin = std::chrono::steady_clock::now();
  const auto answer = tuning.answer(profile, since, context_.clock.now());
  const auto took = std::chrono::steady_clock::now() - begin;
  if (!answer) throw CommandError(Exit::bad_data, answer.error().message);
  const double took_ms = std::round(std::chrono::duration<double, std::milli>(took).count());
  if (!is_text_ && !context_.is_terminal) {
    const Matchers matchers{
        matchers::Matcher::compile({answer->before.value_or(profile)}, lexicon, county).value(),
        matchers::Matcher::compile({profile}, lexicon, county).value()};
    json::object object = answer_of(*answer, profile, matchers, installation.store);
    object["took_ms"] = took_ms;
    context_.out << json::serialize(object) << '\n';
    return;
  }
  context_.out << to_text(*answer, profile, installation.store);
}

}  // namespace fundwatch::daemon
