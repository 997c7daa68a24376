// daemon/doctor/source_checks.h — every source asked once, as the daemon would, and what it
// brought. Stores nothing; what a source was read by last (its validators, a mailbox's position) is
// not touched and not used, so that all of it comes. Takes as long as the polite client does.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "daemon/doctor/finding.h"
#include "daemon/mail_source.h"
#include "feeds/ask/inquiry.h"
#include "feeds/fetch/fetcher.h"

namespace fundwatch::daemon {

struct SourceCheckParts {
  feeds::Fetcher& fetcher;
  const ReadMailbox& read_mailbox;
  const config::Config& config;
  Instant now{};
  std::function<bool()> stopping = [] { return false; };
};

class SourceChecks {
 public:
  // `on_finding` is called as each source answers.
  SourceChecks(const SourceCheckParts& parts, std::function<void(Finding)> on_finding)
      : parts_(parts), on_finding_(std::move(on_finding)) {}

  void run(const std::vector<Source>& sources);

 private:
  // Of fetching, two minutes each at most: enough for a catalogue of which many share a host.
  static constexpr int kRoundsMax = 5;

  void ask(Source source);
  void fetch_round();

  SourceCheckParts parts_;
  std::function<void(Finding)> on_finding_;
  std::map<SourceId, feeds::Inquiry> inquiries_;
};

// What one visit says of its source.
Finding check_visit(const Visit& visit);

}  // namespace fundwatch::daemon
