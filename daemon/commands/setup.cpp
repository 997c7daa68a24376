#include "daemon/commands/setup.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

#include "base/names.h"
#include "config/catalogue.h"
#include "config/embedded.h"

namespace fundwatch::daemon {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStarterSources = "starter/sources.toml";

// The package puts the example there; nobody has changed anything of it.
bool is_untouched_example(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(stream), {});
  return bytes == config::example();
}

}  // namespace

SetupCommand::SetupCommand(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* setup = app.add_subcommand(
      "setup",
      "write a configuration and import the sources of a county; asks for what is missing");
  setup->add_option("--county", options_.county,
                    "whose sources, like Gävleborg; none: national ones");
  setup->add_option("--from", options_.sender, "the address that the mails are sent from");
  setup->add_option("--coordinator", options_.coordinator,
                    "who is told of sources in trouble, and gets the answers");
  setup->add_option("--relay", options_.relay, "the mail server, host:port; or maildir");
  setup->add_option("--public-url", options_.public_url,
                    "how readers reach its pages, through a reverse proxy");
  setup->add_option("--state-directory", state_directory_, "where the database lies");
  setup->add_option("--language", language_, "of the questions: sv or en")
      ->check(CLI::IsMember({"sv", "en"}));
  setup->add_flag("--force", force_, "replace a configuration that is there");
  setup->callback([this] { run(); });
}

void SetupCommand::run() const {
  require_free();
  const SetupAnswers answers = this->answers();
  write(configuration_of(answers, state_directory_));
  const std::size_t sources = import_sources(answers.county);
  context_.out << "wrote " << context_.config_file.string() << " and imported " << sources
               << " sources\nnext: fundwatch subscriber add …, then start the service; a day later "
                  "`fundwatch source list` says which sources answer\n";
}

void SetupCommand::require_free() const {
  const fs::path& file = context_.config_file;
  if (force_ || !fs::exists(file) || is_untouched_example(file)) return;
  throw CommandError(Exit::usage,
                     file.string() + " is there already and was changed; --force replaces it");
}

SetupAnswers SetupCommand::answers() const {
  const Language language = parse_language(language_).value_or(Language::swedish);
  auto answers = context_.is_terminal
                     ? ask_for_answers(options_, context_.in, context_.out, language)
                     : answers_of(options_, language);
  if (!answers) throw CommandError(Exit::usage, answers.error().message);
  return *std::move(answers);
}

// For the service to read, which is another user: secrets stand in files of their own.
void SetupCommand::write(const std::string& toml) const {
  const std::string file = context_.config_file.string();
  if (const auto checked = config::load(toml, file); !checked) {
    throw CommandError(Exit::bad_config, checked.error().message);
  }
  write_output(context_, file, toml);
  using fs::perms;
  fs::permissions(file,
                  perms::owner_read | perms::owner_write | perms::group_read | perms::others_read);
}

std::size_t SetupCommand::import_sources(const std::string& county) const {
  const auto offers =
      config::read_offers(config::embedded_file(kStarterSources), kStarterSources).value();
  Installation installation(context_);
  store::Transaction transaction = installation.store.begin();
  std::size_t count = 0;
  for (const config::Offer& offer : offers) {
    if (!offer.county.empty() && offer.county != county) continue;
    installation.store.sources.save(offer.source);
    ++count;
  }
  transaction.commit();
  return count;
}

}  // namespace fundwatch::daemon
