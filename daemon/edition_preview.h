// daemon/edition_preview.h — the coordinator's last look: what those get who chose everything, some
// hours before the weekly mails go out. Nothing waits for an answer.
#pragma once

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/digest_maker.h"
#include "daemon/parts.h"
#include "store/store.h"

namespace fundwatch::daemon {

class EditionPreview {
 public:
  // All outlive it.
  EditionPreview(const config::Config& config, store::Store& store, const Parts& parts,
                 const Calendar& calendar, digest::Mode mode)
      : config_(config),
        store_(store),
        parts_(parts),
        calendar_(calendar),
        maker_(config, store, calendar, mode) {}

  // Queues the preview if its time has come, once for each weekly moment. Returns when the next one
  // is due; nothing if nobody wants any, or there is nobody to send a mail to.
  std::optional<Instant> look();

 private:
  Instant next_due(Instant now) const;
  void queue(Instant due, Instant now);

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
  const Calendar& calendar_;
  DigestMaker maker_;
};

}  // namespace fundwatch::daemon
