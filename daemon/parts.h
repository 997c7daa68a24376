// daemon/parts.h — what the daemon's work is done with: the three seams, where it says what
// happens, and two hooks. References to what daemon/app.h owns; all outlive whoever holds Parts.
#pragma once

#include <functional>
#include <memory>

#include "base/clock.h"
#include "daemon/disk_space.h"
#include "daemon/mail_source.h"
#include "daemon/troubles.h"
#include "digest/mailer.h"
#include "feeds/fetch/fetcher.h"

namespace spdlog {
class logger;
}
namespace fundwatch::matchers {
class Lexicon;
}

namespace fundwatch::daemon {

// The moments of an item's way at which losing power must lose nothing and repeat nothing. Scenario
// tests kill the daemon at each of them.
enum class Point {
  fetched,    // an answer has come, nothing is stored
  commit,     // sources' items and hits are written, not committed
  committed,  // they are
  outbox,     // a digest and its ledger are written, not committed
  queued,     // they are
  send,       // a mail is about to be handed to the mailer
  sent,       // the mailer has taken it, that is not yet marked
  marked      // it is
};

struct Parts {
  const Clock& clock;
  feeds::Fetcher& fetcher;
  digest::Mailer& mailer;
  spdlog::logger& log;
  Troubles& troubles;
  std::shared_ptr<const matchers::Lexicon> lexicon = {};  // null: words match by their stems alone
  ReadMailbox read_mailbox = mailbox_reader(nullptr);
  std::function<bool()> stopping = [] { return false; };
  std::function<void()> on_progress = [] {};  // sign of life, called between small steps
  std::function<std::optional<DiskSpace>()> disk_space = [] { return std::nullopt; };
  std::function<void(Point)> at = [](Point) {};
};

}  // namespace fundwatch::daemon
