// daemon/main.cpp — the command line, and the last place where an exception is caught.
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "base/heap.h"
#include "daemon/app.h"
#include "daemon/commands/backups.h"
#include "daemon/commands/digests.h"
#include "daemon/commands/doctor.h"
#include "daemon/commands/documents.h"
#include "daemon/commands/keys.h"
#include "daemon/commands/lists.h"
#include "daemon/commands/manual.h"
#include "daemon/commands/meetings.h"
#include "daemon/commands/precision.h"
#include "daemon/commands/profiles.h"
#include "daemon/commands/reports.h"
#include "daemon/commands/reviews.h"
#include "daemon/commands/serve.h"
#include "daemon/commands/settings.h"
#include "daemon/commands/setup.h"
#include "daemon/commands/sources.h"
#include "daemon/commands/subscribers.h"
#include "daemon/commands/tokens.h"
#include "daemon/commands/tune.h"
#include "daemon/commands/users.h"
#include "daemon/commands/webhooks.h"
#include "matchers/lexicon.h"

namespace fundwatch::daemon {
namespace {

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// A service that cannot even start says so where a running one says what keeps it from its work.
void tell_end(const std::exception& fault, const Context& context) {
  if (context.journal) {
    context.journal(line_for(trouble_of(fault), fault.what()));
  } else {
    std::cerr << "fundwatch: " << fault.what() << "\n";
  }
}

int run(int argc, char** argv) {
  const SystemClock clock;
  Context context{.in = std::cin, .out = std::cout, .clock = clock};
  context.dictionary = matchers::kSwedishDictionary;
  context.credentials_directory = environment("CREDENTIALS_DIRECTORY");
  context.journal = open_journal(environment("JOURNAL_STREAM"));
  context.is_terminal = isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
  CLI::App app("fundwatch: watches funding and procurement, and mails each subscriber once a week");
  app.require_subcommand(1);
  app.set_version_flag("--version", FUNDWATCH_VERSION);
  app.add_option("--config", context.config_file, "the configuration file");
  app.fallthrough();
  const ServeCommands serve(app, context);
  const SettingCommands settings(app, context);
  const SetupCommand setup(app, context);
  const SourceCommands sources(app, context);
  const ProfileCommands profiles(app, context);
  const PrecisionCommands precision(app, context);
  const WebhookCommands webhooks(app, context);
  const SubscriberCommands subscribers(app, context);
  const ListCommands lists(app, context);
  const ReviewCommands reviews(app, context);
  const DigestCommands digests(app, context);
  const UserCommands users(app, context);
  const TokenCommand tokens(app, context);
  const MeetingCommands meetings(app, context);
  const ReportCommands reports(app, context);
  const KeyCommands keys(app, context);
  const DocumentCommands documents(app, context);
  const TuneCommand tune(app, context);
  const DoctorCommand doctor(app, context);
  const BackupCommands backups(app, context);
  const ManualCommand manual(app, context);
  try {
    app.parse(argc, argv);
    return static_cast<int>(Exit::ok);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : static_cast<int>(Exit::usage);
  } catch (const CommandError& error) {
    tell_end(error, context);
    return static_cast<int>(error.exit());
  } catch (const std::exception& error) {
    tell_end(error, context);
    const bool is_configuration = dynamic_cast<const ConfigurationFault*>(&error) != nullptr;
    return static_cast<int>(is_configuration ? Exit::bad_config : Exit::io);
  }
}

}  // namespace
}  // namespace fundwatch::daemon

int main(int argc, char** argv) {
  fundwatch::keep_freed_memory();
  umask(0077);                    // what we write is for our own user alone
  std::signal(SIGPIPE, SIG_IGN);  // a peer that hangs up is an error value, not our end
  return fundwatch::daemon::run(argc, argv);
}
