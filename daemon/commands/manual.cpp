#include "daemon/commands/manual.h"

#include <ostream>
#include <vector>

#include "base/text.h"

namespace fundwatch::daemon {
namespace {

// As troff takes it for itself.
std::string plain(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') escaped += "\\e";
    if (c == '-') escaped += "\\-";
    if (c != '\\' && c != '-') escaped += c;
  }
  if (!escaped.empty() && (escaped[0] == '.' || escaped[0] == '\'')) escaped.insert(0, "\\&");
  return escaped;
}

std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fR"; }

std::string heading(const std::string& name, int section, const std::string& summary) {
  std::string upper = name;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return ".TH " + plain(upper) + " " + std::to_string(section) + " \"\" \"fundwatch " +
         FUNDWATCH_VERSION + "\" \"fundwatch\"\n.SH NAME\n" + plain(name) + " \\- " +
         plain(summary) + "\n";
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  std::vector<const CLI::App*> shown;
  for (const CLI::App* command : app.get_subcommands({})) {
    if (!command->get_group().empty()) shown.push_back(command);
  }
  return shown;
}

// Without the help that all of them have.
std::vector<const CLI::Option*> options_of(const CLI::App& command) {
  std::vector<const CLI::Option*> shown;
  for (const CLI::Option* option : command.get_options({})) {
    if (option->get_name() != "--help") shown.push_back(option);
  }
  return shown;
}

std::string sentence(std::string text) {
  if (!text.empty() && !text.ends_with('.')) text += '.';
  return text;
}

// "--kind TEXT", "file", "--json".
std::string shape_of(const CLI::Option& option) {
  if (option.get_positional()) return "\\fI" + plain(option.get_name(true)) + "\\fR";
  const bool has_value = option.get_items_expected_max() > 0;
  return bold(option.get_name()) + (has_value ? " \\fIVALUE\\fR" : "");
}

std::string command_section(const CLI::App& command, const std::string& path) {
  const auto below = commands_of(command);
  std::string text =
      ".SS \"" + plain(path) + "\"\n" + plain(sentence(command.get_description())) + "\n";
  for (const CLI::Option* option : options_of(command)) {
    text += ".TP\n" + shape_of(*option) + "\n" + plain(sentence(option->get_description())) + "\n";
  }
  for (const CLI::App* each : below) text += command_section(*each, path + " " + each->get_name());
  return text;
}

std::string exits() {
  std::string text = ".SH EXIT STATUS\nAs in sysexits.h.\n";
  const std::vector<std::pair<Exit, std::string>> meanings{
      {Exit::ok, "All went well."},
      {Exit::usage, "The command line is wrong."},
      {Exit::bad_data, "What was given is wrong: a file, a name, an address."},
      {Exit::unavailable, "Something is not there or does not answer, or doctor found errors."},
      {Exit::io, "A file or the database cannot be read or written."},
      {Exit::bad_config, "The configuration is wrong or missing."}};
  for (const auto& [exit, words] : meanings) {
    text += ".TP\n" + bold(std::to_string(static_cast<int>(exit))) + "\n" + plain(words) + "\n";
  }
  return text;
}

std::string journal() {
  std::string text =
      ".SH JOURNAL\nWhat only the sysadmin can mend is one line of priority err when it begins and "
      "one "
      "of priority warning when it is over, each with a MESSAGE_ID that never changes, and with "
      "its "
      "word as FUNDWATCH_TROUBLE.\n";
  for (const TroubleName& trouble : kTroubles) {
    text += ".TP\n" + bold(trouble.word) + "\nbegins " + std::string(trouble.begins) + ", ends " +
            std::string(trouble.ends) + "\n";
  }
  return text;
}

void complete(const CLI::App& command, const std::string& path, std::string& cases) {
  std::string words;
  const auto add = [&](const std::string& word) { words += (words.empty() ? "" : " ") + word; };
  for (const CLI::App* each : commands_of(command)) add(each->get_name());
  for (const CLI::Option* option : options_of(command)) {
    if (!option->get_positional()) add(option->get_name());
  }
  add("--help");
  cases += "    \"" + path + "\") words=\"" + words + "\" ;;\n";
  for (const CLI::App* each : commands_of(command)) {
    complete(*each, path + " " + each->get_name(), cases);
  }
}

// "# key = value", commented out as all of the example is; nothing for prose.
std::string_view setting_in(std::string_view line) {
  if (!line.starts_with("# ")) return {};
  line.remove_prefix(2);
  const std::size_t equals = line.find(" = ");
  const std::string_view key = line.substr(0, equals);
  const bool is_key =
      equals != std::string_view::npos &&
      key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
  return is_key ? line : std::string_view();
}

}  // namespace

ManualCommand::ManualCommand(CLI::App& app, const Context& context) : context_(context), app_(app) {
  CLI::App* manual = app.add_subcommand("manual", "print the source of a manual page");
  manual->group("");  // for those who build packages
  manual->add_option("page", page_, "fundwatch.1, fundwatch.toml.5 or bash-completion")
      ->required()
      ->check(CLI::IsMember({"fundwatch.1", "fundwatch.toml.5", "bash-completion"}));
  manual->callback([this] { print(); });
}

void ManualCommand::print() const {
  if (page_ == "fundwatch.1") context_.out << command_page(app_);
  if (page_ == "fundwatch.toml.5") context_.out << settings_page(config::example());
  if (page_ == "bash-completion") context_.out << bash_completion(app_);
}

std::string command_page(const CLI::App& app) {
  std::string page = heading("fundwatch", 1, "watches funding and procurement, mails once a week");
  page += ".SH SYNOPSIS\n" + bold("fundwatch") + " [" + bold("--config") + " \\fIFILE\\fR] " +
          "\\fICOMMAND\\fR [\\fIOPTION\\fR]...\n.SH DESCRIPTION\n";
  page += plain(
      "fundwatch reads the feeds and pages of funding bodies, authorities and procurement portals, "
      "matches every announcement against keyword profiles, and mails each subscriber one digest a "
      "week. The daemon is fundwatch serve; every other command works beside it, and what it "
      "changes "
      "reaches the daemon within two seconds. A command that root runs becomes the owner of the "
      "state "
      "directory first.");
  page += "\n.SH OPTIONS\n";
  for (const CLI::Option* option : options_of(app)) {
    page += ".TP\n" + shape_of(*option) + "\n" + plain(sentence(option->get_description())) + "\n";
  }
  page += ".SH COMMANDS\nEach also takes " + bold("--help") + ".\n";
  for (const CLI::App* command : commands_of(app)) {
    page += command_section(*command, "fundwatch " + command->get_name());
  }
  page += exits() + journal();
  page += ".SH FILES\n.TP\n" + plain("/etc/fundwatch/fundwatch.toml") +
          "\nThe configuration.\n.TP\n" + plain("/var/lib/fundwatch/fundwatch.db") +
          "\nThe database: all there is, keys of links included.\n.TP\n" +
          plain("/var/lib/fundwatch-backups") + "\nThe nightly backups.\n";
  return page + ".SH SEE ALSO\n\\fBfundwatch.toml\\fR(5), \\fBfundwatch\\-rules\\fR(7)\n";
}

std::string settings_page(std::string_view example) {
  std::string page = heading("fundwatch.toml", 5, "the settings of fundwatch");
  page += ".SH DESCRIPTION\n";
  std::string words;  // comments since the last setting
  for (std::string_view line : split(example, '\n')) {
    const std::string_view setting = setting_in(line);
    if (line.starts_with('[')) {
      page += words + (page.find(".SH SETTINGS") == std::string::npos ? ".SH SETTINGS\n" : "") +
              ".SS \"" + plain(line) + "\"\n";
      words.clear();
    } else if (!setting.empty()) {
      const std::size_t equals = setting.find(" = ");
      page +=
          ".TP\n" + bold(setting.substr(0, equals)) + plain(setting.substr(equals)) + "\n" + words;
      words.clear();
    } else if (line.starts_with("# ")) {
      words += plain(line.substr(2)) + "\n";
    }
  }
  return page + words + ".SH SEE ALSO\n\\fBfundwatch\\fR(1)\n";
}

std::string bash_completion(const CLI::App& app) {
  std::string cases;
  complete(app, "", cases);
  return "# Completion of fundwatch's commands and options for bash.\n"
         "_fundwatch() {\n"
         "  local word words path=\"\"\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    [[ $word == -* ]] || path+=\" $word\"\n"
         "  done\n"
         "  case \"$path\" in\n" +
         cases +
         "    *) return ;;\n"
         "  esac\n"
         "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$2\")\n"
         "}\n"
         "complete -o default -F _fundwatch fundwatch\n";
}

}  // namespace fundwatch::daemon
