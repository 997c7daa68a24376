// store/outbox.h — mails that were made and are on their way. A mail is committed here before it is
// sent and marked after; between, a crash repeats the same bytes with the same Message-ID.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// Why nothing is being sent at the moment: a fault of ours that the mail system named.
struct Hold {
  std::string reason;
  Instant since{};
  Instant next_try{};
  int tries = 1;
};

enum class MailState { queued, sent, refused };

// What became of a mail, without its bytes.
struct MailRecord {
  MailId id{};
  SubscriberId subscriber{};  // 0: somebody who does not subscribe
  std::string recipient;
  std::string subject;
  MailState state = MailState::queued;
  int attempts = 0;
  std::string answer;  // to the last attempt, in the server's words
  Instant made_at{};
  Instant next_attempt{};
  std::optional<Instant> done_at;  // sent or given up
};

class Outbox {
 public:
  explicit Outbox(Connection& database) : database_(database) {}

  // A second mail with the same Message-ID is our bug. `subscriber` 0 is somebody who does not
  // subscribe (the coordinator, the sysadmin). Returns its id.
  MailId add(const Mail& mail, Instant now);

  bool has(const std::string& message_id) const;

  // Queued and next_attempt at or before `now`, the longest waiting first, at most `mails_max`.
  std::vector<Mail> due(Instant now, int mails_max) const;
  std::optional<Instant> next_attempt() const;
  int queued() const;

  // These do nothing if the mail went with its subscriber in the meantime. `answer` is kept, in the
  // server's own words.
  void mark_sent(MailId id, const std::string& answer, Instant now);
  // Stays queued; counts an attempt.
  void defer(MailId id, const std::string& answer, Instant next_attempt);
  // Given up: it will not be sent. What it held is not told to the subscriber again.
  void refuse(MailId id, const std::string& answer, Instant now);

  // The newest first, those before the one with id `before`; 0: from the newest on.
  std::vector<MailRecord> page(MailId before, std::size_t mails_max) const;
  // As it went or will go; nothing if there is none.
  std::optional<Mail> find(MailId id) const;
  // How many of those made from `since` on are in this state.
  int count(MailState state, Instant since) const;
  // Queued ones that were tried.
  int deferred() const;

  std::optional<Hold> hold() const;
  void set_hold(const std::optional<Hold>& hold);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
