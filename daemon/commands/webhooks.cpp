#include "daemon/commands/webhooks.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

#include "base/calendar.h"
#include "base/url.h"
#include "daemon/app.h"
#include "daemon/commands/profiles.h"
#include "daemon/webhook_event.h"
#include "daemon/webhook_post.h"
#include "web/json_values.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;
using digest::WebhookUrlFault;
using store::WebhookState;

std::string words_for(WebhookUrlFault fault) {
  switch (fault) {
    case WebhookUrlFault::none: break;
    case WebhookUrlFault::not_web: return "expected an address such as https://example.org/hook";
    case WebhookUrlFault::not_secure:
      return "expected https; http is for receivers on this machine alone";
    case WebhookUrlFault::user_name: return "the address must not contain a user name";
    case WebhookUrlFault::too_long:
      return "the address is longer than " + std::to_string(digest::kWebhookUrlBytesMax) + " bytes";
  }
  return {};
}

// Of an address that may be a secret.
std::string host_of(const std::string& url) {
  const auto parts = parse_url(url);
  return parts ? parts->host : "its receiver";
}

std::string state_of(const store::Webhook& webhook) {
  switch (webhook.state) {
    case WebhookState::on: return webhook.failing_since ? "failing" : "on";
    case WebhookState::off: return "off";
    case WebhookState::gone: return "gone";
  }
  return {};
}

std::string moment_or(const std::optional<Instant>& instant, const std::string& nothing) {
  return instant ? iso8601_utc(*instant) : nothing;
}

// In the transaction of the change.
void record(Installation& installation, const std::string& profile, const std::string& detail,
            Instant now) {
  installation.store.audit.add({0, now, "", "profile.webhook", profile, detail});
}

store::Webhook find_webhook(const store::Store& store, const Profile& profile) {
  const auto webhook = store.webhooks.find(profile.id);
  if (webhook) return *webhook;
  throw CommandError(Exit::bad_data, "profile \"" + profile.name +
                                         "\" has no webhook; set one: fundwatch profile hook " +
                                         profile.name + " --url URL");
}

}  // namespace

WebhookCommands::WebhookCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* hook = app.get_subcommand("profile")->add_subcommand(
      "hook", "where the new hits of a profile are posted (webhook), and how that goes");
  hook->add_option("name", name_, "of the profile")->required();
  CLI::Option* url = hook->add_option(
      "--url", url_, "post them to this address from now on; prints the new secret once");
  CLI::Option* off = hook->add_flag("--off", off_, "stop posting")->excludes(url);
  hook->add_flag("--test", test_, "post a test now, and say what came back")
      ->excludes(url)
      ->excludes(off);
  hook->add_flag("--json", json_, "how it goes as one JSON object");
  hook->callback([this] { run(); });
}

void WebhookCommands::run() const {
  Installation installation(context_);
  const Profile profile = find_profile(installation.store, name_);
  if (!url_.empty()) return set(installation, profile);
  if (off_) return switch_off(installation, find_webhook(installation.store, profile));
  if (test_) return test(installation, find_webhook(installation.store, profile));
  show(installation, profile);
}

void WebhookCommands::set(Installation& installation, const Profile& profile) const {
  const WebhookUrlFault fault = digest::fault_of_webhook_url(url_);
  if (fault != WebhookUrlFault::none) {
    throw CommandError(Exit::usage, "--url " + url_ + ": " + words_for(fault));
  }
  const store::WebhookAddress address{url_, digest::new_webhook_secret()};
  const Instant now = context_.clock.now();
  store::Transaction transaction = installation.store.begin();
  installation.store.webhooks.set(profile.id, address, now);
  record(installation, profile.name, host_of(url_), now);
  transaction.commit();
  context_.out << "new hits of \"" << profile.name << "\" are posted there from now on\n"
               << "secret: " << address.secret << "\n"
               << "Give it to the receiver; it is not shown again. Try it: fundwatch profile hook "
               << profile.name << " --test\n";
}

void WebhookCommands::switch_off(Installation& installation, const store::Webhook& webhook) const {
  const int queued = installation.store.webhooks.queued(webhook.profile);
  store::Transaction transaction = installation.store.begin();
  installation.store.webhooks.switch_off(webhook.profile, WebhookState::off, "");
  record(installation, name_, "off", context_.clock.now());
  transaction.commit();
  context_.out << "switched off";
  if (queued > 0) context_.out << "; " << queued << " hits that waited are not posted";
  context_.out << '\n';
}

// Beside the daemon, whose queue and back-off stay as they are.
void WebhookCommands::test(const Installation& installation, const store::Webhook& webhook) const {
  const Instant now = context_.clock.now();
  const Profile profile = find_profile(installation.store, name_);
  const std::string body = test_event(profile, now);
  const std::string id = "msg_test_" + std::to_string(now.time_since_epoch().count());
  auto request = webhook_request(webhook.address, {id, now, body});
  if (!request) throw CommandError(Exit::bad_data, request.error().message);
  const auto fetcher = make_fetcher(installation.config, context_.clock,
                                    {.credentials_directory = context_.credentials_directory});
  WebhookVerdict verdict{WebhookOutcome::failed, "was not asked"};
  fetcher->fetch({*std::move(request)}, [&](const feeds::Request&, const feeds::Answer& answer) {
    verdict = verdict_on(answer);
    return std::optional<feeds::Request>();
  });
  if (verdict.outcome != WebhookOutcome::delivered) {
    throw CommandError(Exit::unavailable, host_of(webhook.address.url) + ": " + verdict.words);
  }
  context_.out << host_of(webhook.address.url) << ": " << verdict.words << '\n';
}

void WebhookCommands::show(const Installation& installation, const Profile& profile) const {
  const auto webhook = installation.store.webhooks.find(profile.id);
  const int queued = installation.store.webhooks.queued(profile.id);
  if (!webhook) {
    if (json_) context_.out << json::serialize(json::object{{"state", "none"}}) << '\n';
    if (!json_) context_.out << "no webhook; set one with --url URL\n";
    return;
  }
  if (json_) {
    context_.out << json::serialize(json::object{
                        {"state", state_of(*webhook)},
                        {"url", webhook->address.url},
                        {"set_at", iso8601_utc(webhook->set_at)},
                        {"failing_since", web::instant_or_null(webhook->failing_since)},
                        {"last_success", web::instant_or_null(webhook->last_success)},
                        {"answer", web::text_or_null(webhook->answer)},
                        {"queued", queued},
                        {"lost", webhook->lost}})
                 << '\n';
    return;
  }
  context_.out << "state:        " << state_of(*webhook) << '\n'
               << "address:      " << webhook->address.url << '\n'
               << "set:          " << iso8601_utc(webhook->set_at) << '\n'
               << "last arrival: " << moment_or(webhook->last_success, "none yet") << '\n';
  if (webhook->failing_since) {
    context_.out << "failing since " << iso8601_utc(*webhook->failing_since) << '\n';
  }
  if (!webhook->answer.empty()) context_.out << "last answer:  " << webhook->answer << '\n';
  context_.out << "waiting:      " << queued << '\n' << "given up:     " << webhook->lost << '\n';
}

}  // namespace fundwatch::daemon
