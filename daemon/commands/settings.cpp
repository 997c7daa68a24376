#include "daemon/commands/settings.h"

#include <ostream>

namespace fundwatch::daemon {

SettingCommands::SettingCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* config = app.add_subcommand("config", "the configuration file");
  config->require_subcommand(1);
  config->add_subcommand("check", "say whether the configuration is right, and what is not")
      ->callback([this] { check(); });
  config->add_subcommand("example", "print the annotated example, every setting at its default")
      ->callback([this] { context_.out << config::example(); });
}

void SettingCommands::check() const {
  context_.load_config();
  context_.out << context_.config_file.string() << ": right\n";
}

}  // namespace fundwatch::daemon
