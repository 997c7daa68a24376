#include "daemon/commands/sources.h"

#include <boost/json/serialize.hpp>
#include <ostream>

#include "base/names.h"
#include "config/catalogue.h"
#include "config/notation.h"
#include "daemon/commands/table.h"
#include "daemon/health.h"
#include "daemon/item_json.h"
#include "feeds/read/page_list.h"

namespace fundwatch::daemon {
namespace {

// What a file may hold but no page is read by is told before it is stored.
void require_selectors(const Source& source) {
  const auto checked = feeds::check(source.page_rule);
  if (checked) return;
  throw CommandError(Exit::bad_data, "source \"" + source.name + "\": " + checked.error().message);
}

std::string state_words(const Source& source) {
  if (!source.paused && !source.health.last_attempt) return "not read yet";
  return std::string(name_of(state_of(source)));
}

std::string rhythm_words(const Source& source) {
  if (source.expected_every.count() > 0) return config::duration_text(source.expected_every);
  if (source.health.usual_gap.count() == 0) return "not known yet";
  return config::duration_text(source.health.usual_gap) + ", learned";
}

std::string move_words(const Health& health) {
  if (!health.move) return "no";
  return "to " + health.move->url + ", seen " + std::to_string(health.move->sightings) +
         " times in a row since " + iso8601_utc(health.move->since);
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : ", ") + word;
  return line;
}

std::string instant_words(const std::optional<Instant>& instant) {
  return instant ? iso8601_utc(*instant) : "never";
}

}  // namespace

SourceCommands::SourceCommands(CLI::App& app, const Context& context)
    : context_(context),
      source_(*app.add_subcommand("source", "the sources that are watched")),
      additions_(source_, context) {
  CLI::App* source = &source_;
  source->require_subcommand(1);

  CLI::App* list = source->add_subcommand("list", "every source and how it goes");
  list->add_flag("--json", json_, "one JSON object a line");
  list->callback([this] { this->list(); });

  CLI::App* show = source->add_subcommand("show", "one source in full");
  show->add_option("source", which_, "its number or name")->required();
  show->callback([this] { this->show(); });

  CLI::App* remove = source->add_subcommand("remove", "remove a source with its items");
  remove->add_option("source", which_, "its number or name")->required();
  remove->callback([this] { this->remove(); });

  CLI::App* read = source->add_subcommand("import", "add or replace the sources of a TOML file");
  read->add_option("file", file_, "- is standard input");
  read->callback([this] { this->read(); });

  CLI::App* write = source->add_subcommand("export", "all sources as TOML");
  write->add_option("file", file_, "- is standard output");
  write->callback([this] { this->write(); });
}

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
  const Source source = find_source(installation.store, which_);
  context_.out << as_table(
      {{"name", source.name},
       {"address", source.url},
       {"kind", std::string(name_of(source.kind))},
       {"query", source.query},
       {"senders", joined(source.senders)},
       {"language", source.language},
       {"authorities", source.ca_file.empty() ? "those of all sources" : "and " + source.ca_file},
       {"every", std::to_string(source.interval.count()) + " min"},
       {"state", state_words(source)},
       {"state since", iso8601_utc(source.health.since)},
       {"something new every", rhythm_words(source)},
       {"newest item", instant_words(source.health.newest_item)},
       {"redirected for good", move_words(source.health)},
       {"failures", std::to_string(source.health.failures)},
       {"error", source.health.error},
       {"last attempt", instant_words(source.health.last_attempt)},
       {"last read", instant_words(source.health.last_success)},
       {"next", iso8601_utc(source.health.next_check)},
       {"items", std::to_string(installation.store.sources.item_count(source.id))}});
  show_history(installation.store, source.id);
}

void SourceCommands::show_history(const store::Store& store, SourceId source) const {
  std::vector<std::vector<std::string>> rows{{"SINCE", "STATE", "WHY"}};
  for (const store::SourceChange& change : store.source_history.of(source)) {
    rows.push_back({iso8601_utc(change.at), std::string(name_of(change.state)), change.words});
  }
  if (rows.size() > 1) context_.out << "\n" << as_table(rows);
}

void SourceCommands::remove() const {
  Installation installation(context_);
  const Source source = find_source(installation.store, which_);
  installation.store.sources.remove(source.id);
  context_.out << "removed \"" << source.name << "\" and its items\n";
}

void SourceCommands::read() const {
  const auto sources = config::read_sources(read_input(context_, file_), file_);
  if (!sources) throw CommandError(Exit::bad_data, sources.error().message);
  for (const Source& source : *sources) require_selectors(source);
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
