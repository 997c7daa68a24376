// daemon/daemon.h — everything that is due, done once. tick() is the whole product: production
// calls it when it asks to be called, tests set the clock to what it returns and play a year.
// Belongs to one thread. Throws store::StoreError when the disk fails; then nothing half-done is
// stored and the next tick tries again.
#pragma once

#include <cstdint>
#include <optional>

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/alarms.h"
#include "daemon/confirmations.h"
#include "daemon/delivery.h"
#include "daemon/edition_preview.h"
#include "daemon/housekeeping.h"
#include "daemon/linked_texts.h"
#include "daemon/marking.h"
#include "daemon/our_side.h"
#include "daemon/parts.h"
#include "daemon/pipeline.h"
#include "daemon/profile_faults.h"
#include "daemon/rematching.h"
#include "daemon/reminders.h"
#include "daemon/returned_mails.h"
#include "daemon/visit_group.h"
#include "daemon/webhook_rounds.h"
#include "feeds/ask/inquiry.h"
#include "matchers/matcher.h"
#include "store/store.h"

namespace fundwatch::daemon {

// How many sources one tick asks at most, so that digests never wait for thousands.
constexpr std::size_t kSourcesPerTickMax = 500;
// How many items get the marks that they lack in one tick.
constexpr std::size_t kMarkedPerTickMax = 1000;
// How often tick() wants to be called at least.
constexpr std::chrono::hours kTickIntervalMax{24};

// What ticks have done since the last reset.
struct Tally {
  int sources_read = 0;
  int sources_failed = 0;
  int items = 0;
  int texts = 0;  // of linked pages
  int hits = 0;
  int digests = 0;
  int mails = 0;
  int posts = 0;  // to webhooks
};

class Daemon {
 public:
  Daemon(const config::Config& config, store::Store& store, const Parts& parts, digest::Mode mode);

  // Returns when it wants to be called next: the clock's now or earlier if more is due already.
  Instant tick();

  // The second half of a tick: digests whose moment has come, and mails that wait.
  void deliver();

  const Tally& tally() const { return tally_; }

 private:
  void reload_profiles();
  void fetch_due_sources();
  feeds::Asked asked(Source source) const;
  void read_mailbox(const Source& source);
  void store_soon(Visit visit);
  void store(std::vector<Visit> visits);
  Ingested ingest(Visit visit);
  void count(const Ingested& ingested);
  void read_due_linked_texts();
  void catch_up_with_marks();
  void post_to_webhooks();
  Instant next_wake(std::optional<Instant> alarms) const;
  std::optional<Instant> next_mail() const;

  const config::Config& config_;
  store::Store& store_;
  Parts parts_;
  Calendar calendar_;
  Pipeline pipeline_;
  LinkedTexts linked_texts_;
  Alarms alarms_;
  ProfileFaults profile_faults_;
  Confirmations confirmations_;
  Delivery delivery_;
  Reminders reminders_;
  EditionPreview edition_preview_;
  ReturnedMails returned_mails_;
  WebhookRounds webhook_rounds_;
  Housekeeping housekeeping_;
  Rematching rematching_;
  matchers::Matcher matcher_;
  OurSide our_side_;
  VisitGroup arrived_;
  std::optional<std::int64_t> known_revision_;
  Marking marking_;
  bool has_unmarked_ = false;
  std::optional<Instant> next_preview_;
  std::optional<Instant> next_returns_;
  Tally tally_;
};

}  // namespace fundwatch::daemon
