#include "daemon/commands/sources.h"

#include <boost/json/serialize.hpp>
#include <charconv>
#include <ostream>

#include "base/names.h"
#include "base/text.h"
#include "base/url.h"
#include "config/catalogue.h"
#include "daemon/commands/table.h"
#include "daemon/item_json.h"

namespace fundwatch::daemon {
namespace {

Source find(const store::Store& store, const std::string& which) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(which.data(), which.data() + which.size(), number);
  const bool is_number = fault == std::errc{} && end == which.data() + which.size();
  const auto source = is_number ? store.sources.find(SourceId{number}) : store.sources.find(which);
  if (source) return *source;
  std::vector<std::string> names;
  for (const Source& known : store.sources.all()) names.push_back(known.name);
  const auto close = nearest(which, names);
  throw CommandError(Exit::bad_data, "there is no source \"" + which + "\"" +
                                         (close ? "; did you mean \"" + *close + "\"?"
                                                : "; see: fundwatch source list"));
}

std::string state_words(const Source& source) {
  if (source.paused) return "paused";
  if (source.health.failures > 0) return "failing";
  return source.health.last_success ? "ok" : "not read yet";
}

std::string instant_words(const std::optional<Instant>& instant) {
  return instant ? iso8601_utc(*instant) : "never";
}

}  // namespace

SourceCommands::SourceCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* source = app.add_subcommand("source", "the sources that are watched");
  source->require_subcommand(1);

  const auto change_options = [this](CLI::App* command) {
    command->add_option("--kind", kind_, "auto, rss or atom");
    command->add_option("--language", language_, "assumed when the source does not say: sv or en");
    command->add_option("--interval", interval_minutes_, "minutes between two readings")
        ->check(CLI::Range(15, 7 * 24 * 60));
  };
  CLI::App* list = source->add_subcommand("list", "every source and how it goes");
  list->add_flag("--json", json_, "one JSON object a line");
  list->callback([this] { this->list(); });

  CLI::App* show = source->add_subcommand("show", "one source in full");
  show->add_option("source", which_, "its number or name")->required();
  show->callback([this] { this->show(); });

  CLI::App* add = source->add_subcommand("add", "watch a feed");
  add->add_option("url", url_, "the feed's address")->required();
  add->add_option("--name", name_, "what readers see; default: the host");
  change_options(add);
  add->callback([this] { this->add(); });

  CLI::App* edit = source->add_subcommand("edit", "change a source");
  edit->add_option("source", which_, "its number or name")->required();
  edit->add_option("--url", url_, "a new address");
  edit->add_flag("--pause", pause_, "do not read it any more");
  edit->add_flag("--resume", resume_, "read it again")->excludes("--pause");
  change_options(edit);
  edit->callback([this] { this->edit(); });

  CLI::App* remove = source->add_subcommand("remove", "remove a source with its items");
  remove->add_option("source", which_, "its number or name")->required();
  remove->callback([this] { this->remove(); });

  CLI::App* import = source->add_subcommand("import", "add or replace the sources of a TOML file");
  import->add_option("file", file_, "- is standard input");
  import->callback([this] { this->import();
});

CLI::App* write = source->add_subcommand("export", "all sources as TOML");
write->add_option("file", file_, "- is standard output");
write->callback([this] { this->write(); });
}  // namespace fundwatch::daemon

void SourceCommands::list() const {
  const Installation installation(context_);
  std::vector<std::vector<std::string>> rows{
      {"NUMBER", "STATE", "ITEMS", "LAST READ", "NEXT", "NAME", "ERROR"}};
  for (const Source& source : installation.store.sources.all()) {
    const int items = installation.store.sources.item_count(source.id);
    if (json_) {
      context_.out << boost::json::serialize(to_json(source, items)) << '\n';
      continue;
    }
    rows.push_back({std::to_string(static_cast<std::int64_t>(source.id)), state_words(source),
                    std::to_string(items), instant_words(source.health.last_success),
                    iso8601_utc(source.health.next_check), source.name, source.health.error});
  }
  if (!json_) context_.out << as_table(rows);
}

void SourceCommands::show() const {
  const Installation installation(context_);
  const Source source = find(installation.store, which_);
  context_.out << as_table(
      {{"name", source.name},
       {"address", source.url},
       {"kind", std::string(name_of(source.kind))},
       {"language", source.language},
       {"every", std::to_string(source.interval.count()) + " min"},
       {"state", state_words(source)},
       {"failures", std::to_string(source.health.failures)},
       {"error", source.health.error},
       {"last attempt", instant_words(source.health.last_attempt)},
       {"last read", instant_words(source.health.last_success)},
       {"next", iso8601_utc(source.health.next_check)},
       {"items", std::to_string(installation.store.sources.item_count(source.id))}});
}

void SourceCommands::add() const {
  Installation installation(context_);
  Source source;
  const auto url = parse_url(url_);
  source.name = name_.empty() && url ? url->host : name_;
  if (installation.store.sources.find(source.name)) {
    throw CommandError(Exit::bad_data, "there is a source \"" + source.name +
                                           "\" already; give another --name, or edit that one");
  }
  const Source added = changed(source);
  installation.store.sources.save(added);
  context_.out << "added \"" << added.name << "\"; the daemon reads it within seconds\n";
}

void SourceCommands::edit() const {
  Installation installation(context_);
  const Source source = changed(find(installation.store, which_));
  installation.store.sources.save(source);
  context_.out << "changed \"" << source.name << "\"\n";
}

Source SourceCommands::changed(Source source) const {
  if (!url_.empty()) {
    const auto url = parse_url(url_);
    if (!url || url->has_userinfo) {
      throw CommandError(Exit::bad_data, "\"" + url_ +
                                             "\" is not an address of a feed: expected "
                                             "http:// or https:// and no user name in it");
    }
    source.url = url_;
  }
  if (!kind_.empty()) {
    const auto kind = parse_source_kind(kind_);
    if (!kind) throw CommandError(Exit::usage, "--kind " + kind_ + ": expected auto, rss or atom");
    source.kind = *kind;
  }
  if (!language_.empty()) source.language = language_;
  if (interval_minutes_ > 0) source.interval = std::chrono::minutes(interval_minutes_);
  if (pause_) source.paused = true;
  if (resume_) source.paused = false;
  return source;
}

void SourceCommands::remove() const {
  Installation installation(context_);
  const Source source = find(installation.store, which_);
  installation.store.sources.remove(source.id);
  context_.out << "removed \"" << source.name << "\" and its items\n";
}

void SourceCommands::import() const {
  const auto sources = config::read_sources(read_input(context_, file_), file_);
  if (!sources) throw CommandError(Exit::bad_data, sources.error().message);
  Installation installation(context_);
  store::Transaction transaction = installation.store.begin();
  for (const Source& source : *sources) installation.store.sources.save(source);
  transaction.commit();
  context_.out << "imported " << sources->size() << " sources\n";
}

void SourceCommands::write() const {
  const Installation installation(context_);
  write_output(context_, file_, config::write_sources(installation.store.sources.all()));
}

}  // namespace fundwatch::daemon
