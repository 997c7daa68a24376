#include "daemon/commands/users.h"

#include <termios.h>
#include <unistd.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <istream>
#include <ostream>

#include "base/names.h"
#include "base/text.h"
#include "daemon/commands/table.h"
#include "digest/markup.h"
#include "web/password.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;

constexpr std::size_t kNameCharactersMax = 100;

// What is typed meanwhile is not shown.
class HiddenTyping {
 public:
  explicit HiddenTyping(bool is_terminal)
      : is_terminal_(is_terminal && tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_terminal_) return;
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }
  ~HiddenTyping() {
    if (is_terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  HiddenTyping(const HiddenTyping&) = delete;
  HiddenTyping& operator=(const HiddenTyping&) = delete;

 private:
  termios before_{};
  bool is_terminal_;
};

Account find(const store::Store& store, const std::string& email) {
  const auto account = store.accounts.find(email);
  if (account) return *account;
  throw CommandError(Exit::bad_data,
                     "there is no user \"" + email + "\"; see: fundwatch user list");
}

json::object to_json(const Account& account) {
  return {{"email", account.email},
          {"name", account.name},
          {"role", name_of(account.role)},
          {"language", name_of(account.language)},
          {"disabled", account.disabled}};
}

void record(Installation& installation, const std::string& action, const Account& account,
            Instant now) {
  installation.store.audit.add(
      {0, now, "", action, account.email, std::string(name_of(account.role))});
}

}  // namespace

UserCommands::UserCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* user = app.add_subcommand("user", "who may log in at the coordinator's desk");
  user->require_subcommand(1);
  const auto change_options = [this](CLI::App* command) {
    command->add_option("email", email_, "the address to log in with")->required();
    command->add_option("--name", name_, "how others see who changed something");
    command->add_option("--role", role_,
                        "reader (looks), coordinator (changes), sysadmin (also who may log in)");
    command->add_option("--language", language_, "sv or en");
  };

  CLI::App* list = user->add_subcommand("list", "every user");
  list->add_flag("--json", json_, "one JSON object a line");
  list->callback([this] { this->list(); });

  CLI::App* add = user->add_subcommand(
      "add", "a new user; the password is asked for, or a line of standard input");
  change_options(add);
  add->callback([this] { this->add(); });

  CLI::App* edit = user->add_subcommand("edit", "change a user");
  change_options(edit);
  edit->add_flag("--password", password_,
                 "a new password, asked for or a line of standard input; logs them out");
  edit->add_flag("--disable", disable_, "may not log in any more, and is logged out");
  edit->add_flag("--enable", enable_, "may log in again")->excludes("--disable");
  edit->callback([this] { this->edit(); });

  CLI::App* remove = user->add_subcommand("remove", "remove a user; what they did stays recorded");
  remove->add_option("email", email_)->required();
  remove->callback([this] { this->remove(); });
}

void UserCommands::list() const {
  const Installation installation(context_);
  std::vector<std::vector<std::string>> rows{{"ADDRESS", "NAME", "ROLE", "LANGUAGE", "STATE"}};
  for (const Account& account : installation.store.accounts.all()) {
    if (json_) context_.out << json::serialize(to_json(account)) << '\n';
    rows.push_back({account.email, account.name, std::string(name_of(account.role)),
                    std::string(name_of(account.language)),
                    account.disabled ? "disabled" : "active"});
  }
  if (!json_) context_.out << as_table(rows);
}

void UserCommands::add() const {
  Installation installation(context_);
  if (!digest::Link::mail(email_) || email_.find_first_of(" \t<>\"") != std::string::npos) {
    throw CommandError(Exit::usage, "\"" + email_ + "\" is no mail address");
  }
  if (installation.store.accounts.find(email_)) {
    throw CommandError(Exit::bad_data,
                       "there is a user \"" + email_ + "\" already; use: fundwatch user edit");
  }
  Account account;
  account.email = email_;
  account.role = Role::coordinator;
  account = changed(account);
  const std::string hash = web::hash_of_password(read_password());
  store::Transaction transaction = installation.store.begin();
  installation.store.accounts.add(account, hash);
  record(installation, "account.add", account, context_.clock.now());
  transaction.commit();
  context_.out << "added " << email_ << " as " << name_of(account.role) << "\n";
}

void UserCommands::edit() const {
  Installation installation(context_);
  const Account account = changed(find(installation.store, email_));
  const std::string hash = password_ ? web::hash_of_password(read_password()) : "";
  store::Transaction transaction = installation.store.begin();
  installation.store.accounts.update(account);
  if (password_) installation.store.accounts.set_password_hash(account.id, hash);
  record(installation, password_ ? "account.password" : "account.edit", account,
         context_.clock.now());
  transaction.commit();
  context_.out << "changed " << account.email << "\n";
}

Account UserCommands::changed(Account account) const {
  if (!name_.empty()) account.name = shortened(collapsed(name_), kNameCharactersMax);
  if (disable_) account.disabled = true;
  if (enable_) account.disabled = false;
  if (!role_.empty()) {
    const auto role = parse_role(role_);
    if (!role) {
      throw CommandError(Exit::usage,
                         "--role " + role_ + ": expected reader, coordinator or sysadmin");
    }
    account.role = *role;
  }
  if (!language_.empty()) {
    const auto language = parse_language(language_);
    if (!language) {
      throw CommandError(Exit::usage, "--language " + language_ + ": expected sv or en");
    }
    account.language = *language;
  }
  return account;
}

std::string UserCommands::read_password() const {
  std::string password;
  if (context_.is_terminal) context_.out << "Password (12 characters at least): " << std::flush;
  {
    const HiddenTyping hidden(context_.is_terminal);
    std::getline(context_.in, password);
  }
  if (context_.is_terminal) context_.out << "\n";
  if (password.ends_with('\r')) password.pop_back();
  switch (web::fault_in_password(password)) {
    case web::PasswordFault::none: return password;
    case web::PasswordFault::too_short:
      throw CommandError(Exit::bad_data,
                         "the password is shorter than 12 characters; nothing was "
                         "changed. Four words in a row are long enough");
    case web::PasswordFault::too_long:
      throw CommandError(Exit::bad_data, "the password is longer than 500 bytes");
  }
  return password;
}

void UserCommands::remove() const {
  Installation installation(context_);
  const Account account = find(installation.store, email_);
  store::Transaction transaction = installation.store.begin();
  installation.store.accounts.remove(account.id);
  record(installation, "account.remove", account, context_.clock.now());
  transaction.commit();
  context_.out << "removed " << account.email << "\n";
}

}  // namespace fundwatch::daemon
