#include "daemon/commands/profiles.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

#include "base/names.h"
#include "base/text.h"
#include "config/catalogue.h"
#include "daemon/app.h"
#include "daemon/commands/precision.h"
#include "daemon/commands/table.h"
#include "daemon/log.h"
#include "daemon/profiles_in_force.h"
#include "matchers/forms.h"
#include "matchers/profile.h"
#include "matchers/query.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;

constexpr const char* kAuthor = "command line";

json::object to_json(const Profile& profile) {
  json::array terms;
  for (const Term& term : profile.terms) {
    terms.push_back(
        json::object{{"term", term.text}, {"weight", term.weight}, {"role", name_of(term.role)}});
  }
  return {{"name", profile.name},
          {"title", json::object{{"sv", profile.title.swedish}, {"en", profile.title.english}}},
          {"version", profile.version},
          {"threshold", profile.threshold},
          {"terms", std::move(terms)}};
}

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list.empty() ? "none" : list;
}

// The version in force; only its name and the problem where there is none.
json::object to_json(const ProfileInForce& each) {
  json::object object = each.profile ? to_json(*each.profile) : json::object{{"name", each.name}};
  object["problem"] = each.problem.empty() ? json::value(nullptr) : json::value(each.problem);
  return object;
}

}  // namespace

Profile find_profile(const store::Store& store, const std::string& name) {
  const auto profile = store.profiles.find(name);
  if (profile) return *profile;
  std::vector<std::string> names;
  for (const Profile& known : store.profiles.all()) names.push_back(known.name);
  const auto close = nearest(name, names);
  throw CommandError(Exit::bad_data, "there is no profile \"" + name + "\"" +
                                         (close ? "; did you mean \"" + *close + "\"?"
                                                : "; see: fundwatch profile list"));
}

ProfileCommands::ProfileCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* profile = app.add_subcommand("profile", "the keyword profiles");
  profile->require_subcommand(1);

  const auto change_options = [this](CLI::App* command) {
    command->add_option("name", name_, "its name: a-z, 0-9 and -")->required();
    command->add_option("--title-sv", title_sv_, "what readers see, in Swedish");
    command->add_option("--title-en", title_en_, "what readers see, in English");
    command->add_option("--threshold", threshold_, "the score that makes a hit")
        ->check(CLI::PositiveNumber);
    command->add_option("--term", terms_, "a term to add, of weight 1; may be repeated");
  };
  CLI::App* list = profile->add_subcommand("list", "every profile in force");
  list->add_flag("--json", json_, "one JSON object a line");
  list->callback([this] { this->list(); });

  CLI::App* show =
      profile->add_subcommand("show", "one profile as TOML, and how its hits were marked");
  show->add_option("name", name_)->required();
  show->add_flag("--json", json_, "as one JSON object");
  show->callback([this] { this->show(); });

  CLI::App* add = profile->add_subcommand("add", "a new profile");
  change_options(add);
  add->callback([this] { this->add(); });

  CLI::App* edit = profile->add_subcommand("edit", "a new version of a profile");
  change_options(edit);
  edit->add_option("--drop-term", dropped_terms_, "a term to take away; may be repeated");
  edit->callback([this] { this->edit(); });

  CLI::App* remove = profile->add_subcommand("remove", "stop matching a profile");
  remove->add_option("name", name_)->required();
  remove->callback([this] { this->remove(); });

  // Not named import, which clang-format takes for a module's.
  CLI::App* bring = profile->add_subcommand("import", "add or replace the profiles of a TOML file");
  bring->add_option("file", file_, "- is standard input");
  bring->callback([this] { this->import(); });

  CLI::App* write = profile->add_subcommand("export", "all profiles as TOML");
  write->add_option("file", file_, "- is standard output");
  write->callback([this] { this->write(); });

  CLI::App* test = profile->add_subcommand("test", "what is wrong or hardly meant in profiles");
  test->add_option("name", name_, "of one profile; all if left out");
  test->callback([this] { this->test(); });

  CLI::App* forms = profile->add_subcommand("forms", "which words a term stands for");
  forms->add_option("term", term_, "as in a profile; quote it for the shell")->required();
  forms->callback([this] { this->forms(); });
}

void ProfileCommands::list() const {
  const Installation installation(context_);
  std::vector<std::vector<std::string>> rows{{"NAME", "VERSION", "TERMS", "THRESHOLD", "TITLE"}};
  std::string problems;
  for (const ProfileInForce& each : profiles_in_force(installation.store)) {
    if (!each.problem.empty()) problems += each.problem + "\n";
    if (json_) context_.out << json::serialize(to_json(each)) << '\n';
    if (!each.profile) continue;
    const Profile& profile = *each.profile;
    std::string threshold = std::to_string(profile.threshold);
    threshold.erase(threshold.find_last_not_of('0') + 1);
    if (threshold.ends_with('.')) threshold.pop_back();
    rows.push_back({profile.name, std::to_string(profile.version),
                    std::to_string(profile.terms.size()), threshold, profile.title.swedish});
  }
  if (!json_) context_.out << as_table(rows) << problems;
}

void ProfileCommands::show() const {
  const Installation installation(context_);
  const Profile profile = find_profile(installation.store, name_);
  if (json_) {
    json::object object = to_json(profile);
    object["precision"] = precision_json(installation.store, profile);
    context_.out << json::serialize(object) << '\n';
    return;
  }
  context_.out << config::write_profiles({profile});
  // Comments, so that what is shown can be imported.
  const std::string precision = precision_text(installation.store, profile);
  for (const std::string_view line : split(precision, '\n')) {
    if (!line.empty()) context_.out << "# " << line << '\n';
  }
}

void ProfileCommands::add() const {
  Installation installation(context_);
  if (installation.store.profiles.find(name_)) {
    throw CommandError(Exit::bad_data,
                       "there is a profile \"" + name_ + "\" already; edit that one instead");
  }
  if (terms_.empty()) throw CommandError(Exit::usage, "a profile needs at least one --term");
  Profile profile;
  profile.name = name_;
  profile.title.swedish = name_;
  save(installation, changed(profile));
}

void ProfileCommands::edit() const {
  Installation installation(context_);
  save(installation, changed(find_profile(installation.store, name_)));
}

Profile ProfileCommands::changed(Profile profile) const {
  if (!title_sv_.empty()) profile.title.swedish = title_sv_;
  if (!title_en_.empty()) profile.title.english = title_en_;
  if (threshold_ > 0) profile.threshold = threshold_;
  for (const std::string& dropped : dropped_terms_) {
    if (std::erase_if(profile.terms, [&](const Term& term) { return term.text == dropped; }) == 0) {
      throw CommandError(Exit::bad_data, "the profile has no term \"" + dropped + "\"");
    }
  }
  for (const std::string& text : terms_) profile.terms.push_back({.text = text});
  return profile;
}

void ProfileCommands::save(Installation& installation, const Profile& profile) const {
  // Read back from its own TOML: the same rules hold for a command as for a file.
  const auto checked = config::read_profiles(config::write_profiles({profile}), profile.name);
  if (!checked) throw CommandError(Exit::bad_data, checked.error().message);
  if (const auto faults = matchers::faults(profile); !faults.empty()) {
    throw CommandError(Exit::bad_data, matchers::describe(faults, Language::english));
  }
  const Profile saved = installation.store.profiles.save(profile, kAuthor, context_.clock.now());
  warn(profile);
  context_.out << "profile \"" << saved.name << "\", version " << saved.version << "\n";
}

void ProfileCommands::warn(const Profile& profile) const {
  for (const matchers::Remark& remark : matchers::warnings(profile)) {
    context_.out << "profile \"" << profile.name
                 << "\": warning: " << matchers::describe({remark}, Language::english) << '\n';
  }
}

void ProfileCommands::test() const {
  const Installation installation(context_);
  std::vector<Profile> profiles = installation.store.profiles.all();
  if (!name_.empty()) profiles = {find_profile(installation.store, name_)};
  bool has_faults = false;
  for (const Profile& profile : profiles) {
    for (const matchers::Remark& remark : matchers::faults(profile)) {
      context_.out << "profile \"" << profile.name
                   << "\": fault: " << matchers::describe({remark}, Language::english) << '\n';
      has_faults = true;
    }
    warn(profile);
  }
  if (has_faults)
    throw CommandError(Exit::bad_data, "mend the faults above: fundwatch profile edit");
  context_.out << profiles.size() << " profiles tested, no faults\n";
}

void ProfileCommands::forms() const {
  const auto parsed = matchers::parse_query(term_);
  const auto* query = std::get_if<matchers::Query>(&parsed);
  if (query == nullptr) {
    Profile profile;
    profile.terms = {{term_}};
    throw CommandError(Exit::bad_data,
                       matchers::describe(matchers::faults(profile), Language::english));
  }
  const std::vector<matchers::Keyword> keywords = matchers::keywords_of(*query);
  if (keywords.empty()) context_.out << "every word stands for itself alone\n";
  const auto lexicon = read_lexicon(context_.dictionary, *make_log("warn"));
  for (const matchers::Keyword& keyword : keywords) {
    const matchers::Forms forms = matchers::forms_of(lexicon, keyword);
    context_.out << keyword.word << "\n  forms: " << listed(forms.inflected) << '\n';
    if (keyword.reach == matchers::Reach::inflected) continue;
    context_.out << "  derived: " << listed(forms.derived)
                 << "\n  compounds, for instance: " << listed(forms.compounds) << '\n';
  }
}

void ProfileCommands::remove() const {
  Installation installation(context_);
  installation.store.profiles.remove(find_profile(installation.store, name_).name);
  context_.out << "removed \"" << name_ << "\"; saving that name again brings it back\n";
}

void ProfileCommands::import() const {
  const auto profiles = config::read_profiles(read_input(context_, file_), file_);
  if (!profiles) throw CommandError(Exit::bad_data, profiles.error().message);
  for (const Profile& profile : *profiles) {
    if (const auto faults = matchers::faults(profile); !faults.empty()) {
      throw CommandError(Exit::bad_data, "profile \"" + profile.name + "\": " +
                                             matchers::describe(faults, Language::english));
    }
  }
  Installation installation(context_);
  store::Transaction transaction = installation.store.begin();
  for (const Profile& profile : *profiles) {
    installation.store.profiles.save(profile, kAuthor, context_.clock.now());
    warn(profile);
  }
  transaction.commit();
  context_.out << "imported " << profiles->size() << " profiles\n";
}

void ProfileCommands::write() const {
  const Installation installation(context_);
  write_output(context_, file_, config::write_profiles(installation.store.profiles.all()));
}

}  // namespace fundwatch::daemon
