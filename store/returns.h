// store/returns.h — mails of ours that came back undelivered, whose addresses are dead, and up to
// where the mailbox that they come back to was read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

struct MailReturn {
  MailId mail{};
  bool is_hard = false;  // for good
  std::string status;    // RFC 3463: "5.1.1"
  std::string words;     // of the server that gave it back
};

struct ReturnsPosition {
  std::int64_t validity = 0;  // of the mailbox's own counting
  std::int64_t last = 0;
  Instant next{};  // when it is read again
};

// A mail of ours as a returned one names it.
struct SentMail {
  MailId id{};
  SubscriberId subscriber{};  // 0: nobody who subscribes
  std::string recipient;
};

class Returns {
 public:
  explicit Returns(Connection& database) : database_(database) {}

  // By its Message-ID, without angle brackets.
  std::optional<SentMail> sent(const std::string& message_id) const;

  // The newest one that was handed over for this address, whatever the case of its letters.
  std::optional<SentMail> newest_to(const std::string& address) const;

  // False if that mail has come back before: servers repeat themselves.
  bool record(const MailReturn& mail_return, Instant now);

  // How many of the subscriber's mails, from the newest that came back on backwards, came back
  // without one between that did not. One that was delivered makes it begin anew.
  int in_a_row(SubscriberId subscriber) const;

  // The address is dead; the first time counts. Whether it was news.
  bool set_dead(SubscriberId subscriber, const std::string& words, Instant now);
  // It gets mail again.
  void set_alive(SubscriberId subscriber);
  // Those whose address has been dead since before `moment`.
  std::vector<SubscriberId> dead_since(Instant moment) const;
  std::optional<Instant> first_death() const;

  std::optional<ReturnsPosition> position(const std::string& mailbox) const;
  void set_position(const std::string& mailbox, const ReturnsPosition& position);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
