// daemon/returned_mails.h — reads the mailbox to which our mails come back (mail.returns): a dead
// address is paused and told of, one that is full is counted, who writes "Avsluta" gets no more,
// who answers "Ja" to our question does. What machines answer is dropped; what people write is left
// for the coordinator. The mailbox is only read.
#pragma once

#include <optional>
#include <string>

#include "daemon/dead_addresses.h"
#include "digest/returned_mail.h"

namespace fundwatch::daemon {

constexpr std::chrono::minutes kReturnsReadEvery{15};
// Of a mailbox that was never read, how old a mail may be.
constexpr std::chrono::days kReturnsLookBack{14};
// So many mails in a row that came back for the time being are for good.
constexpr int kSoftReturnsMax = 6;

class ReturnedMails {
 public:
  // All outlive it.
  ReturnedMails(const config::Config& config, store::Store& store, const Parts& parts,
                const Calendar& calendar, digest::Mode mode)
      : config_(config),
        store_(store),
        parts_(parts),
        dead_addresses_(config, store, parts, calendar, mode) {}

  // Reads what has come since, if it is time to. Returns when it is next; nothing without a
  // mailbox.
  std::optional<Instant> read_due();

 private:
  void take(const std::string& bytes, Instant now);
  void take_bounce(const digest::ReturnedMail& returned, Instant now);
  void take_leave(const digest::ReturnedMail& returned);
  void take_agreement(const digest::ReturnedMail& returned, Instant now);

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
  DeadAddresses dead_addresses_;
  std::string fault_;  // that was logged last
};

}  // namespace fundwatch::daemon
