// daemon/delivery.h — from hits to mails on their way: digests on their weekly moments into the
// outbox, and the outbox to the mailer. The ledger and the outbox row are committed together before
// anything is sent, so that a crash at any instant repeats at most the same bytes.
#pragma once

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/dead_addresses.h"
#include "daemon/digest_maker.h"
#include "daemon/parts.h"
#include "store/store.h"

namespace fundwatch::daemon {

// So many digests are committed together: each commit waits for the disk.
constexpr int kDigestsPerCommitMax = 50;
// An address that refused so many mails in a row takes none.
constexpr int kRefusalsMax = 3;

class Delivery {
 public:
  Delivery(const config::Config& config, store::Store& store, const Parts& parts,
           const Calendar& calendar, digest::Mode mode)
      : config_(config),
        store_(store),
        parts_(parts),
        calendar_(calendar),
        maker_(config, store, calendar, mode),
        dead_addresses_(config, store, parts, calendar, mode) {}

  // Gives every subscriber without one a next weekly moment; makes and queues the digest of each
  // whose moment has come, once however many were missed. Returns how many.
  int queue_due_digests();

  // When the next digests are due.
  std::optional<Instant> next_digest() const;

  // Sends what is due until a fault of ours or of our mail server puts everything on hold, or as
  // many went out in this second as may (mail.per_second). Returns how many were sent.
  int send_due_mails();

  // When the next mail may be handed over, whatever is due.
  Instant next_send() const;

 private:
  // What to do after one mail was tried.
  enum class Step { sent, next, stop };

  void set_moments(Instant now);
  int queue_round(Instant weekly_moment);
  void queue(const Subscriber& subscriber, Instant weekly_moment, RoundFacts& facts);
  bool may_send(Instant now);
  std::vector<Mail> due_mails(Instant now) const;
  Step send(const Mail& mail);
  void release_hold();
  void mark_sent(const Mail& mail, const std::string& answer, Instant now);
  void defer(const Mail& mail, const std::string& answer, Instant now);
  void refuse(const Mail& mail, const std::string& answer, Instant now);
  void hold(const digest::Delivery& delivery, Instant now);

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
  const Calendar& calendar_;
  DigestMaker maker_;
  DeadAddresses dead_addresses_;
  Instant second_{};  // the one in which a mail was handed over last
  int in_second_ = 0;
};

}  // namespace fundwatch::daemon
