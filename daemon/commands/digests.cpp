#include "daemon/commands/digests.h"

#include <ostream>

#include "daemon/app.h"
#include "daemon/digest_maker.h"
#include "daemon/log.h"

namespace fundwatch::daemon {
namespace {

Subscriber find(const store::Store& store, const std::string& email) {
  const auto subscriber = store.subscribers.find(email);
  if (subscriber) return *subscriber;
  throw CommandError(Exit::bad_data,
                     "there is no subscriber \"" + email + "\"; see: fundwatch subscriber list");
}

}  // namespace

DigestCommands::DigestCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* digest = app.add_subcommand("digest", "the weekly mail");
  digest->require_subcommand(1);

  CLI::App* preview = digest->add_subcommand("preview", "show the mail that would be sent now");
  preview->add_option("email", email_, "the subscriber")->required();
  preview->add_option("--part", part_, "text, html, or mail for the bytes as sent")
      ->check(CLI::IsMember({"text", "html", "mail"}));
  preview->callback([this] { this->preview(); });

  CLI::App* send = digest->add_subcommand("send", "send this week's mail now instead of later");
  send->add_option("email", email_, "the subscriber")->required();
  send->callback([this] { this->send(); });
  editions_.emplace(*digest, context);
}

void DigestCommands::preview() const {
  const Installation installation(context_);
  const Calendar calendar(installation.config.installation.time_zone);
  const Subscriber subscriber = find(installation.store, email_);
  const Instant now = context_.clock.now();
  const MadeDigest made =
      DigestMaker(installation.config, installation.store, calendar, digest::Mode::real)
          .make(subscriber, subscriber.next_digest.value_or(now), now);
  if (part_ == "text") {
    context_.out << made.rendering.subject << "\n\n" << made.rendering.text;
  } else {
    context_.out << (part_ == "html" ? made.rendering.html : made.mail.bytes);
  }
}

void DigestCommands::send() const {
  Installation installation(context_);
  const Subscriber subscriber = find(installation.store, email_);
  if (subscriber.paused) {
    throw CommandError(Exit::bad_data, email_ +
                                           " is paused; resume it first: fundwatch subscriber "
                                           "edit " +
                                           email_ + " --resume");
  }
  const Instant now = context_.clock.now();
  const Calendar calendar(installation.config.installation.time_zone);
  if (store::WeeklyRounds::of(installation.store.editions, calendar, now).due(now) > now) {
    throw CommandError(Exit::bad_data,
                       "this week's mail is held; send it after all with: fundwatch digest resume");
  }
  installation.store.subscribers.set_next_digest(subscriber.id, now);
  const auto lock = StateLock::take(installation.config.installation.state_directory);
  if (!lock) {
    context_.out << "the running daemon sends it within seconds\n";
    return;
  }
  App app(installation.config, make_log(installation.config.log.level),
          {.credentials_directory = context_.credentials_directory});
  app.deliver();
  context_.out << app.tally().digests << " digest made, " << app.tally().mails << " mail sent\n";
}

}  // namespace fundwatch::daemon
