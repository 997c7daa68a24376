#include "daemon/commands/tokens.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

#include "base/calendar.h"
#include "base/text.h"
#include "daemon/commands/table.h"
#include "web/api_token.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;

constexpr std::size_t kLabelCharactersMax = 100;

std::string number(store::TokenId id) { return std::to_string(static_cast<std::int64_t>(id)); }

json::object to_json(const store::Token& token) {
  return {{"id", static_cast<std::int64_t>(token.id)},
          {"label", token.label},
          {"made_at", iso8601_utc(token.made_at)},
          {"used_on", token.used_on ? json::value(iso_day(*token.used_on)) : json::value(nullptr)},
          {"revoked_at",
           token.revoked_at ? json::value(iso8601_utc(*token.revoked_at)) : json::value(nullptr)}};
}

void record(Installation& installation, const std::string& action, const Account& account,
            const store::AuditEntry& what) {
  installation.store.audit.add({0, what.at, "", action, account.email, what.detail});
}

}  // namespace

TokenCommand::TokenCommand(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* token = app.get_subcommand("user")->add_subcommand(
      "token", "a new token, with which a program asks the JSON API in the user's name");
  token->add_option("email", email_, "the user, whose role says what the token may")->required();
  auto* label = token->add_option("--label", label_, "what it is for");
  auto* list = token->add_flag("--list", list_, "show those there are, without their secrets");
  list->excludes(label);
  token->add_flag("--json", json_, "with --list, one JSON object a line")->needs(list);
  token->add_option("--revoke", revoked_, "the number of one that shall be good no longer")
      ->excludes(label)
      ->excludes(list);
  token->callback([this] { run(); });
}

void TokenCommand::run() const {
  Installation installation(context_);
  const auto account = installation.store.accounts.find(email_);
  if (!account) {
    throw CommandError(Exit::bad_data,
                       "there is no user \"" + email_ + "\"; see: fundwatch user list");
  }
  if (list_) return list(installation, *account);
  if (revoked_ != 0) return revoke(installation, *account);
  make(installation, *account);
}

void TokenCommand::make(Installation& installation, const Account& account) const {
  if (account.disabled) {
    throw CommandError(Exit::bad_data, account.email +
                                           " is disabled, and so would be the token; use: "
                                           "fundwatch user edit --enable");
  }
  const std::string token = web::new_api_token();
  const std::string label = shortened(collapsed(label_), kLabelCharactersMax);
  const Instant now = context_.clock.now();
  store::Transaction transaction = installation.store.begin();
  const auto id =
      installation.store.tokens.add(account.id, {web::hash_of_api_token(token), label}, now);
  if (!id) {
    throw CommandError(Exit::bad_data, account.email + " has " + std::to_string(store::kTokensMax) +
                                           " tokens already; revoke one that is used no longer");
  }
  record(installation, "token.add", account, {.at = now, .detail = number(*id) + ": " + label});
  transaction.commit();
  context_.out << token << "\n";
}

void TokenCommand::list(const Installation& installation, const Account& account) const {
  std::vector<std::vector<std::string>> rows{{"NUMBER", "LABEL", "MADE", "LAST USED", "STATE"}};
  for (const store::Token& token : installation.store.tokens.of(account.id)) {
    if (json_) context_.out << json::serialize(to_json(token)) << '\n';
    rows.push_back({number(token.id), token.label, iso8601_utc(token.made_at),
                    token.used_on ? iso_day(*token.used_on) : "never",
                    token.revoked_at ? "revoked " + iso8601_utc(*token.revoked_at) : "good"});
  }
  if (!json_) context_.out << as_table(rows);
}

void TokenCommand::revoke(Installation& installation, const Account& account) const {
  const Instant now = context_.clock.now();
  store::Transaction transaction = installation.store.begin();
  if (!installation.store.tokens.revoke(account.id, store::TokenId{revoked_}, now)) {
    throw CommandError(Exit::bad_data, account.email + " has no token " + std::to_string(revoked_) +
                                           " that is good; see: fundwatch user token --list");
  }
  record(installation, "token.revoke", account, {.at = now, .detail = std::to_string(revoked_)});
  transaction.commit();
  context_.out << "revoked token " << revoked_ << "\n";
}

}  // namespace fundwatch::daemon
