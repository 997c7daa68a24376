#include "mailbox/imap_mailbox.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/calendar.h"
#include "mailbox/imap_connection.h"
#include "mailbox/oauth.h"

namespace fundwatch::mailbox {
namespace {

constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr int kPercentFullMax = 90;

// "13-Nov-2026" (RFC 3501 § 9, date).
std::string imap_day(Instant instant) {
  const Day day{std::chrono::floor<std::chrono::days>(instant)};
  return std::to_string(static_cast<unsigned>(day.day())) + "-" +
         kMonths[static_cast<unsigned>(day.month()) - 1] + "-" +
         std::to_string(static_cast<int>(day.year()));
}

// A quoted string (RFC 3501 § 4.3).
std::string quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

bool is_folder_name(const std::string& folder) {
  return !folder.empty() &&
         std::ranges::all_of(folder, [](char c) { return c >= ' ' && c < '\x7f'; });
}

// One look at a folder.
class Look {
 public:
  Look(ImapConnection& connection, const Wanted& wanted)
      : connection_(connection), wanted_(wanted) {}

  Result<Batch> at(const std::string& folder);

 private:
  Result<Done> examine(const std::string& folder);
  void look_for_room(const std::string& folder);
  Result<std::vector<std::int64_t>> find_new();
  Result<std::map<std::int64_t, std::int64_t>> sizes(const std::vector<std::int64_t>& uids);
  Result<Done> fetch(std::int64_t uid);

  ImapConnection& connection_;
  const Wanted& wanted_;
  Batch batch_;
};

Result<Done> Look::examine(const std::string& folder) {
  const auto lines = connection_.say("EXAMINE " + quoted(folder));
  if (!lines) {
    return Error{Stage::fetch,
                 lines.error().message + "; is there a folder \"" + folder + "\" in this mailbox?"};
  }
  for (const ImapLine& line : *lines) {
    if (const auto validity = number_after(line.text, "[UIDVALIDITY ")) {
      batch_.position.validity = *validity;
    }
  }
  if (batch_.position.validity == wanted_.from.validity) batch_.position.last = wanted_.from.last;
  return Done{};
}

// Many servers tell nothing of it.
void Look::look_for_room(const std::string& folder) {
  const auto lines = connection_.say("GETQUOTAROOT " + quoted(folder));
  if (!lines) return;
  for (const ImapLine& line : *lines) {
    const auto percent = percent_full(line.text);
    if (percent.value_or(0) < kPercentFullMax) continue;
    batch_.problems.push_back("the mailbox is " + std::to_string(*percent) +
                              " % full; once it is full, alerts are turned away");
  }
}

// In ascending order. "5:*" names the last mail even where that is older.
Result<std::vector<std::int64_t>> Look::find_new() {
  const std::int64_t last = batch_.position.last;
  const auto lines = connection_.say(last > 0 ? "UID SEARCH UID " + std::to_string(last + 1) + ":*"
                                              : "UID SEARCH SINCE " + imap_day(wanted_.since));
  if (!lines) return lines.error();
  std::vector<std::int64_t> uids;
  for (const ImapLine& line : *lines) {
    for (const std::int64_t uid : numbers_found(line.text)) {
      if (uid > last) uids.push_back(uid);
    }
  }
  std::ranges::sort(uids);
  if (uids.size() > wanted_.messages_max) uids.resize(wanted_.messages_max);
  return uids;
}

Result<std::map<std::int64_t, std::int64_t>> Look::sizes(const std::vector<std::int64_t>& uids) {
  std::string list;
  for (const std::int64_t uid : uids) list += (list.empty() ? "" : ",") + std::to_string(uid);
  const auto lines = connection_.say("UID FETCH " + list + " (UID RFC822.SIZE)");
  if (!lines) return lines.error();
  std::map<std::int64_t, std::int64_t> sizes;
  for (const ImapLine& line : *lines) {
    const auto uid = number_after(line.text, "UID ");
    const auto size = number_after(line.text, "RFC822.SIZE ");
    if (uid && size) sizes.insert_or_assign(*uid, *size);
  }
  return sizes;
}

// A mail that was deleted meanwhile has no line with a literal.
Result<Done> Look::fetch(std::int64_t uid) {
  const auto lines = connection_.say("UID FETCH " + std::to_string(uid) + " (UID BODY.PEEK[])");
  if (!lines) return lines.error();
  for (const ImapLine& line : *lines) {
    if (!line.literals.empty()) batch_.messages.push_back(line.literals.front());
  }
  return Done{};
}

Result<Batch> Look::at(const std::string& folder) {
  const auto examined = examine(folder);
  if (!examined) return examined.error();
  if (wanted_.is_room_asked) look_for_room(folder);
  const auto uids = find_new();
  if (!uids) return uids.error();
  if (uids->empty()) return batch_;
  const auto bytes = sizes(*uids);
  if (!bytes) return bytes.error();
  for (const std::int64_t uid : *uids) {
    const auto size = bytes->find(uid);
    const bool is_known = size != bytes->end();
    if (is_known && size->second > static_cast<std::int64_t>(wanted_.message_bytes_max)) {
      batch_.problems.push_back("a mail of " + std::to_string(size->second) + " bytes, more than " +
                                std::to_string(wanted_.message_bytes_max) +
                                ", was passed over: UID " + std::to_string(uid));
    } else if (is_known) {
      const auto fetched = fetch(uid);
      if (!fetched) return fetched.error();
    }
    batch_.position.last = uid;
  }
  return batch_;
}

}  // namespace

class ImapMailbox::Account {
 public:
  Account(config::Imap settings, std::string secret, const Clock& clock, std::stop_token stop,
          std::function<void()> on_progress)
      : settings_(std::move(settings)),
        secret_(std::move(secret)),
        stop_(std::move(stop)),
        on_progress_(std::move(on_progress)),
        session_(stop_, on_progress_),
        tokens_({.section = "imap",
                 .token_url = settings_.token_url,
                 .client_id = settings_.client_id,
                 .scope = settings_.scope,
                 .timeout = settings_.timeout},
                secret_, clock) {}

  Result<Batch> read(const std::string& folder, const Wanted& wanted) {
    if (settings_.host.empty()) {
      return Error{Stage::fetch, "no mailbox is set up: fundwatch.toml has no imap.host"};
    }
    if (!is_folder_name(folder)) {
      return Error{Stage::fetch, "the folder \"" + folder +
                                     "\" is not written as IMAP servers name folders: ASCII alone, "
                                     "\"&AOU-\" for å, \"&AOQ-\" for ä, \"&APY-\" for ö"};
    }
    const auto secret = login_secret();
    if (!secret) return secret.error();
    ImapConnection connection(settings_, wanted.message_bytes_max, [this] {
      on_progress_();
      return stop_.stop_requested();
    });
    const auto logged_in = connection.log_in(*secret);
    if (!logged_in) {
      tokens_.forget();
      return logged_in.error();
    }
    auto batch = Look(connection, wanted).at(folder);
    if (batch) (void)connection.say("LOGOUT");
    return batch;
  }

 private:
  Result<std::string> login_secret() {
    if (settings_.auth != config::ImapAuth::xoauth2) return secret_;
    if (const auto fault = tokens_.renew(session_)) return Error{Stage::fetch, fault->words};
    return tokens_.token();
  }

  config::Imap settings_;
  std::string secret_;
  std::stop_token stop_;
  std::function<void()> on_progress_;
  CurlSession session_;  // for tokens
  TokenSource tokens_;
};

ImapMailbox::ImapMailbox(config::Imap settings, std::string secret, const Clock& clock,
                         std::stop_token stop, std::function<void()> on_progress)
    : account_(std::make_unique<Account>(std::move(settings), std::move(secret), clock,
                                         std::move(stop), std::move(on_progress))) {}

ImapMailbox::~ImapMailbox() = default;

Result<Batch> ImapMailbox::read(const std::string& folder, const Wanted& wanted) {
  return account_->read(folder, wanted);
}

}  // namespace fundwatch::mailbox
