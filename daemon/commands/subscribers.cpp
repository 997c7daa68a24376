#include "daemon/commands/subscribers.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

#include "base/calendar.h"
#include "base/names.h"
#include "base/text.h"
#include "config/catalogue.h"
#include "config/subscriber_csv.h"
#include "daemon/commands/table.h"
#include "feeds/facts/municipalities.h"
#include "web/subscriber_json.h"
#include "web/subscription_pages.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;

Subscriber find(const store::Store& store, const std::string& email) {
  const auto subscriber = store.subscribers.find(email);
  if (subscriber) return *subscriber;
  throw CommandError(Exit::bad_data,
                     "there is no subscriber \"" + email + "\"; see: fundwatch subscriber list");
}

std::string moment_words(const WeeklyMoment& moment) {
  return std::string(name_of(moment.weekday)) + " " + name_of_hour(moment.time_of_day);
}

std::string_view state_of(const Subscriber& subscriber) {
  if (!subscriber.consented_at) return "not confirmed";
  return subscriber.paused ? "paused" : "active";
}

std::string known_municipality(const std::string& name) {
  std::vector<std::string> names;
  for (const feeds::Municipality& each : feeds::municipalities()) names.emplace_back(each.name);
  if (std::find(names.begin(), names.end(), name) != names.end()) return name;
  const auto close = nearest(name, names);
  throw CommandError(Exit::usage, "--municipality " + name + ": Sweden has none of this name" +
                                      (close ? "; did you mean " + *close + "?" : ""));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

SubscriberCommands::SubscriberCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* subscriber = app.add_subcommand("subscriber", "who gets the weekly mail");
  subscriber->require_subcommand(1);

  const auto change_options = [this](CLI::App* command) {
    command->add_option("email", email_, "the address")->required();
    command->add_option("--name", name_, "how the mail greets");
    command->add_option("--organisation", organisation_);
    command->add_option("--municipality", municipality_, "where they work: Gävle");
    command->add_option(
        "--reach", reach_,
        "municipality, county or everywhere: what is known to be elsewhere is left out");
    command->add_option("--language", language_, "sv or en");
    command->add_option("--profile", profiles_, "a profile to follow; may be repeated");
    command->add_option("--weekday", weekday_, "monday … sunday");
    command->add_option("--hour", hour_, "07:00");
    command->add_option(
        "--consented", consented_,
        "when they agreed (2026-11-26), if you have it in writing; else a mail asks");
  };
  CLI::App* list = subscriber->add_subcommand("list", "every subscriber");
  list->add_flag("--json", json_, "one JSON object a line");
  list->callback([this] { this->list(); });

  CLI::App* show = subscriber->add_subcommand("show", "one subscriber as JSON");
  show->add_option("email", email_)->required();
  show->callback([this] { this->show(); });

  CLI::App* add = subscriber->add_subcommand("add", "a new subscriber");
  change_options(add);
  add->callback([this] { this->add(); });

  CLI::App* edit = subscriber->add_subcommand("edit", "change a subscriber");
  change_options(edit);
  edit->add_flag("--pause", pause_, "send no mail until resumed");
  edit->add_flag("--resume", resume_, "send mail again")->excludes("--pause");
  edit->callback([this] { this->edit(); });

  CLI::App* remove =
      subscriber->add_subcommand("remove", "remove a subscriber with all mail of theirs");
  remove->add_option("email", email_)->required();
  remove->callback([this] { this->remove(); });

  CLI::App* erase = subscriber->add_subcommand(
      "erase", "the same, and say what was erased: the right of article 17 GDPR");
  erase->add_option("email", email_)->required();
  erase->callback([this] { this->remove(); });

  CLI::App* import = subscriber->add_subcommand("import", "add or replace those of a file");
  import->add_option("file", file_, "- is standard input");
  import->add_flag("--csv", csv_, "a table with a row of column names, instead of TOML");
  import->callback([this] { this->import();
});

CLI::App* write = subscriber->add_subcommand(
    "export", "all subscribers as TOML, or everything stored about one as JSON");
write->add_option("file", file_, "an address; or a file, - is standard output");
write->add_flag("--csv", csv_, "all as a table instead of TOML");
write->callback([this] { this->write(); });
}  // namespace fundwatch::daemon

void SubscriberCommands::list() const {
  const Installation installation(context_);
  std::vector<std::vector<std::string>> rows{
      {"ADDRESS", "NAME", "WHEN", "LANGUAGE", "STATE", "PROFILES"}};
  for (const Subscriber& subscriber : installation.store.subscribers.all()) {
    if (json_) context_.out << json::serialize(web::to_json(subscriber)) << '\n';
    rows.push_back({subscriber.email, subscriber.name, moment_words(subscriber.moment),
                    std::string(name_of(subscriber.language)), std::string(state_of(subscriber)),
                    joined(subscriber.profiles)});
  }
  if (!json_) context_.out << as_table(rows);
}

void SubscriberCommands::show() const {
  const Installation installation(context_);
  context_.out << json::serialize(web::to_json(find(installation.store, email_))) << '\n';
}

void SubscriberCommands::add() const {
  Installation installation(context_);
  if (installation.store.subscribers.find(email_)) {
    throw CommandError(Exit::bad_data, "there is a subscriber \"" + email_ +
                                           "\" already; use: fundwatch subscriber edit");
  }
  Subscriber subscriber;
  subscriber.email = email_;
  subscriber.moment = installation.config.digest.moment;
  subscriber.since = context_.clock.now() - web::kFirstMailReachesBack;
  save(installation, changed(subscriber));
  context_.out << "added " << email_ << "\n";
}

void SubscriberCommands::edit() const {
  Installation installation(context_);
  save(installation, changed(find(installation.store, email_)));
  context_.out << "changed " << email_ << "\n";
}

Subscriber SubscriberCommands::changed(Subscriber subscriber) const {
  if (!name_.empty()) subscriber.name = name_;
  if (!organisation_.empty()) subscriber.organisation = organisation_;
  if (!municipality_.empty()) subscriber.municipality = known_municipality(municipality_);
  if (!profiles_.empty()) subscriber.profiles = profiles_;
  if (pause_) subscriber.paused = true;
  if (resume_) subscriber.paused = false;
  if (!language_.empty()) {
    const auto language = parse_language(language_);
    if (!language)
      throw CommandError(Exit::usage, "--language " + language_ + ": expected sv or en");
    subscriber.language = *language;
  }
  if (!reach_.empty()) {
    const auto reach = parse_reach(reach_);
    if (!reach || *reach == Reach::neighbours) {
      throw CommandError(Exit::usage,
                         "--reach " + reach_ + ": expected municipality, county or everywhere");
    }
    subscriber.reach = *reach;
  }
  if (!consented_.empty()) {
    subscriber.consented_at = parse_iso8601(consented_);
    if (!subscriber.consented_at) {
      throw CommandError(Exit::usage, "--consented " + consented_ + ": expected 2026-11-26");
    }
  }
  if (!weekday_.empty()) {
    const auto weekday = parse_weekday(weekday_);
    if (!weekday) throw CommandError(Exit::usage, "--weekday " + weekday_ + ": expected monday …");
    subscriber.moment.weekday = *weekday;
  }
  if (!hour_.empty()) {
    const auto hour = parse_hour(hour_);
    if (!hour) throw CommandError(Exit::usage, "--hour " + hour_ + ": expected 00:00 to 23:59");
    subscriber.moment.time_of_day = *hour;
  }
  return subscriber;
}

void SubscriberCommands::save(Installation& installation, const Subscriber& subscriber) const {
  // Read back from its own TOML: the same rules hold for a command as for a file.
  const auto checked =
      config::read_subscribers(config::write_subscribers({subscriber}), subscriber.email);
  if (!checked) throw CommandError(Exit::bad_data, checked.error().message);
  const auto saved = installation.store.subscribers.save(subscriber);
  if (!saved) throw CommandError(Exit::bad_data, saved.error().message);
}

void SubscriberCommands::remove() const {
  Installation installation(context_);
  const Subscriber subscriber = find(installation.store, email_);
  std::string erased;
  for (const store::PersonalTable& table : installation.store.personal_data.of(subscriber.id)) {
    if (table.rows.empty()) continue;
    erased += (erased.empty() ? "" : ", ") + table.name + " " + std::to_string(table.rows.size());
  }
  installation.store.subscribers.remove(subscriber.email);
  context_.out << "erased " << email_ << " and everything of theirs (" << erased
               << "); backups hold them until they are too old\n";
}

void SubscriberCommands::import() const {
  Installation installation(context_);
  Subscriber defaults;
  defaults.moment = installation.config.digest.moment;
  const std::string bytes = read_input(context_, file_);
  const auto subscribers = csv_ ? config::read_subscribers_csv(bytes, file_, defaults)
                                : config::read_subscribers(bytes, file_);
  if (!subscribers) throw CommandError(Exit::bad_data, subscribers.error().message);
  store::Transaction transaction = installation.store.begin();
  for (Subscriber subscriber : *subscribers) {
    subscriber.since = context_.clock.now() - web::kFirstMailReachesBack;
    const auto saved = installation.store.subscribers.save(subscriber);
    if (!saved) throw CommandError(Exit::bad_data, saved.error().message);
  }
  transaction.commit();
  context_.out << "imported " << subscribers->size() << " subscribers\n";
}

void SubscriberCommands::write() const {
  Installation installation(context_);
  const bool is_address = file_.find('@') != std::string::npos;
  if (is_address) return write_personal(find(installation.store, file_), installation);
  const auto all = installation.store.subscribers.all();
  write_output(context_, file_,
               csv_ ? config::write_subscribers_csv(all) : config::write_subscribers(all));
}

void SubscriberCommands::write_personal(const Subscriber& subscriber,
                                        Installation& installation) const {
  json::object everything;
  for (const store::PersonalTable& table : installation.store.personal_data.of(subscriber.id)) {
    json::array rows;
    for (const std::string& row : table.rows) rows.push_back(json::parse(row));
    everything[table.name] = std::move(rows);
  }
  context_.out << json::serialize(everything) << '\n';
}

}  // namespace fundwatch::daemon
