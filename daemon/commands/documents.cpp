#include "daemon/commands/documents.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>
#include <sstream>

#include "base/counties.h"
#include "config/catalogue.h"
#include "daemon/app.h"
#include "daemon/home_county.h"
#include "daemon/item_json.h"
#include "daemon/log.h"
#include "feeds/facts/facts.h"
#include "feeds/read/read.h"
#include "matchers/duplicate.h"
#include "matchers/matcher.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;

// The profiles of a TOML file, or of every *.toml in a directory.
std::vector<Profile> read_profiles(const Context& context, const std::string& path) {
  std::vector<std::string> files{path};
  if (std::filesystem::is_directory(path)) {
    files.clear();
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() == ".toml") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
  }
  std::vector<Profile> profiles;
  for (const std::string& file : files) {
    auto read = config::read_profiles(read_input(context, file), file);
    if (!read) throw CommandError(Exit::bad_data, read.error().message);
    profiles.insert(profiles.end(), read->begin(), read->end());
  }
  // Positions stand in for the ids that only a database gives.
  for (std::size_t i = 0; i < profiles.size(); ++i) profiles[i].id = ProfileId(i + 1);
  return profiles;
}

// The items so far, for those that announce again what one of them does.
class Earlier {
 public:
  // The id of the earlier item that announces the same thing, or "". Remembers this one.
  std::string original_of(const GivenItem& given) {
    matchers::Fingerprint print = matchers::fingerprint(given.item);
    const auto original = duplicates_.find(print);
    duplicates_.add(std::move(print));
    ids_.push_back(given.id);
    return original ? ids_[*original] : "";
  }

 private:
  matchers::Duplicates duplicates_;
  std::vector<std::string> ids_;
};

// nullptr: all.
const County* home_county(const std::string& name_or_code) {
  if (name_or_code == "all") return nullptr;
  const County* county = find_county(name_or_code);
  if (county != nullptr) return county;
  throw CommandError(Exit::usage, "--county " + name_or_code +
                                      ": expected all, or one of Sweden's counties by its name or "
                                      "code, like Gävleborg, 21 or SE313");
}

// What is said of an item beside its facts.
struct Judgement {
  std::vector<Hit> hits;
  bool is_outside = false;  // of the readers' county
  std::string original;     // the id of an earlier item that announces the same thing, or ""
};

json::object answer(const GivenItem& given, const Judgement& judgement,
                    const std::vector<Profile>& profiles) {
  const std::string& original = judgement.original;
  json::array found;
  for (const Hit& hit : judgement.hits) {
    const auto index = static_cast<std::size_t>(hit.profile) - 1;
    json::object object = to_json(hit, given.item, profiles[index].name);
    object["outside"] = judgement.is_outside;
    found.push_back(std::move(object));
  }
  json::object facts = to_json(given.item, Calendar());
  return {{"id", given.id},
          {"hits", std::move(found)},
          {"deadline", facts["deadline"]},
          {"deadline_text", facts["deadline_text"]},
          {"amount", facts["amount"]},
          {"event_date", facts["event_date"]},
          {"municipality", facts["place"].as_object()["municipality"]},
          {"status", facts["status"]},
          {"notice", facts["notice"]},
          {"duplicate_of", original.empty() ? json::value(nullptr) : json::value(original)}};
}

}  // namespace

DocumentCommands::DocumentCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* read = app.add_subcommand("read", "show what would be read from a document, as JSON");
  read->add_option(
      "--kind", kind_,
      "auto (any feed), rss, atom, jsonfeed, page, watch, eforms, ted, sedia, vinnova or mail");
  read->add_option("--content-type", content_type_, "as the server said it");
  read->add_option("--url", url_, "where it came from: the base of its links");
  selectors_.declare(*read);
  read->add_option("file", file_, "- is standard input")->required();
  read->callback([this] { this->read(); });

  CLI::App* match = app.add_subcommand("match", "match items against profiles, JSON in and out");
  match->add_option("--profiles", profiles_, "a TOML file, or a directory of them")->required();
  match->add_option("--county", county_,
                    "of the readers, by name or code: hits elsewhere are marked; all marks none");
  match->add_option("items", file_, "one JSON item a line; - is standard input")->required();
  match->callback([this] { this->match(); });
}

void DocumentCommands::read() const {
  const SourceKind kind = kind_with(selectors_, read_kind(kind_));
  const PageRule rule = selectors_.changed({}, context_);
  const std::string bytes = read_input(context_, file_);
  auto reading = feeds::read({.bytes = bytes,
                              .content_type = content_type_,
                              .url = url_,
                              .kind = kind,
                              .page_rule = rule,
                              .language = ""},
                             config::Read{});
  if (!reading) throw CommandError(Exit::bad_data, file_ + ": " + reading.error().message);
  for (Item& item : reading->items) {
    feeds::find_facts(item, {.publisher = reading->feed.title, .seen = context_.clock.now()},
                      Calendar());
  }
  context_.out << json::serialize(to_json(*reading, Calendar())) << '\n';
}

void DocumentCommands::match() const {
  const County* county = home_county(county_);
  const HomeCounty home(county);
  auto matcher = matchers::Matcher::compile(read_profiles(context_, profiles_),
                                            read_lexicon(context_.dictionary, *make_log("warn")),
                                            std::string(county == nullptr ? "" : county->nuts));
  if (!matcher) throw CommandError(Exit::bad_data, matcher.error().message);
  std::istringstream lines(read_input(context_, file_));
  Earlier earlier;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty()) continue;
    auto given = item_from_json(line);
    if (!given) {
      throw CommandError(Exit::bad_data,
                         file_ + ":" + std::to_string(number) + ": " + given.error().message);
    }
    given->item.first_seen = given->item.published.value_or(context_.clock.now());
    feeds::find_facts(given->item, {.publisher = given->source, .seen = given->item.first_seen},
                      Calendar());
    const Judgement judgement{.hits = matcher->match({given->item, given->source}),
                              .is_outside = home.is_outside(given->item),
                              .original = earlier.original_of(*given)};
    context_.out << json::serialize(answer(*given, judgement, matcher->profiles())) << '\n';
  }
}

}  // namespace fundwatch::daemon
