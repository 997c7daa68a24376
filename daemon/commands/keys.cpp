#include "daemon/commands/keys.h"

#include <ostream>

#include "digest/signed_link.h"

namespace fundwatch::daemon {

KeyCommands::KeyCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* key = app.add_subcommand("key", "the key by which links in mails are known as ours");
  key->require_subcommand(1);
  key->add_subcommand("rotate", "make a new one; links signed by the old one are good for 60 days")
      ->callback([this] { rotate(); });
}

void KeyCommands::rotate() const {
  Installation installation(context_);
  installation.store.signing_keys.add(digest::new_signing_key(context_.clock.now()));
  context_.out
      << "links are signed with a new key from now on; those of mails already sent are good "
         "for "
      << kReplacedKeyValid.count() << " days more\n";
}

}  // namespace fundwatch::daemon
