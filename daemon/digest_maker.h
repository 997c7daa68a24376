// daemon/digest_maker.h — one subscriber's mail out of what is stored: candidates -> digest ->
// words -> bytes. Changes nothing; Delivery queues what it makes, `digest preview` shows it.
#pragma once

#include <vector>

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/round_facts.h"
#include "digest/render.h"
#include "store/store.h"

namespace fundwatch::daemon {

// How far back the coordinator's first look at a week's mail reaches; later ones go on from the
// last.
constexpr std::chrono::days kFirstPreviewCovers{14};

struct MadeDigest {
  Mail mail;
  digest::Rendering rendering;
  bool is_empty = false;                  // nothing is new: not everybody wants to hear that
  std::vector<store::LedgerEntry> taken;  // what the ledger must remember when the mail is queued
  std::vector<store::Reminder> told;      // of which no reminder is needed any more
};

class DigestMaker {
 public:
  DigestMaker(const config::Config& config, const store::Store& store, const Calendar& calendar,
              digest::Mode mode)
      : config_(config), store_(store), calendar_(calendar), mode_(mode) {}

  // `weekly_moment` names the digest: the same one gives the same Message-ID.
  MadeDigest make(const Subscriber& subscriber, Instant weekly_moment, Instant now) const;
  // The same, as one of many.
  MadeDigest make(const Subscriber& subscriber, Instant weekly_moment, RoundFacts& facts) const;

  // What the subscriber would get now, to be looked at by somebody else: its links are of nobody,
  // and open nothing.
  digest::Rendering sample(const Subscriber& subscriber, Instant now) const;

  // What those get who chose everything, for the coordinator to look at before it goes out at
  // `due`.
  Mail preview(Instant due, Instant now) const;

 private:
  digest::Digest composed(const Subscriber& subscriber, Instant weekly_moment, RoundFacts& facts,
                          std::vector<store::LedgerEntry>& outside) const;
  void add_addresses(digest::Digest& digest, const RoundFacts& facts) const;
  void attach_calendar(digest::Rendering& rendering, const digest::Digest& digest,
                       Instant now) const;

  const config::Config& config_;
  const store::Store& store_;
  const Calendar& calendar_;
  digest::Mode mode_;
};

}  // namespace fundwatch::daemon
