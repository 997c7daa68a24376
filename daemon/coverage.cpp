#include "daemon/coverage.h"

#include <algorithm>
#include <utility>

namespace fundwatch::daemon {
namespace {

using digest::Outage;
using digest::OutageKind;
using store::SourceChange;

// Who needs attention was dead, or led elsewhere; readers had nothing of it either way.
bool is_unread(SourceState state) {
  return state == SourceState::failing || state == SourceState::attention;
}

struct Span {
  Instant begin{};
  Instant end{};
};

// When it could not be read, within the period. States that follow each other are one span.
std::vector<Span> unread_spans(const std::vector<SourceChange>& changes, const Period& period) {
  std::vector<Span> spans;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (!is_unread(changes[i].state)) continue;
    const Instant begin = std::max(changes[i].at, period.begin);
    const Instant end = i + 1 < changes.size() ? changes[i + 1].at : period.end;
    if (end <= begin) continue;
    if (!spans.empty() && spans.back().end == begin) {
      spans.back().end = end;
    } else {
      spans.push_back({begin, end});
    }
  }
  return spans;
}

std::optional<Outage> past_outage(const Source& source, const store::ChangesBySource& history,
                                  const Period& period) {
  const auto changes = history.find(source.id);
  if (changes == history.end()) return std::nullopt;
  const std::vector<Span> spans = unread_spans(changes->second, period);
  std::chrono::seconds length{0};
  for (const Span& span : spans) length += span.end - span.begin;
  if (length < kBriefOutage) return std::nullopt;
  return Outage{.source_name = source.name,
                .since = spans.front().begin,
                .kind = spans.size() == 1 ? OutageKind::read_again : OutageKind::at_times,
                .until = spans.back().end};
}

std::optional<Outage> present_outage(const Source& source, Instant now) {
  const Health& health = source.health;
  const bool needs_attention = health.state == SourceState::attention;
  Outage outage{.source_name = source.name};
  if (health.failures > 0) {
    outage.since = health.failing_since;
    outage.kind = needs_attention ? OutageKind::dead : OutageKind::unread;
  } else if (!health.last_success) {
    outage.kind = OutageKind::never_read;
  } else if (now - *health.last_success > source.interval + kUnreadAfter) {
    outage.since = health.last_success;
  } else if (needs_attention) {
    outage.since = health.since;
    outage.kind = OutageKind::astray;
  } else if (health.state == SourceState::silent) {
    outage.since = health.newest_item;
    outage.kind = OutageKind::silent;
  } else {
    return std::nullopt;
  }
  return outage;
}

}  // namespace

digest::Coverage coverage_of(const std::vector<Source>& sources,
                             const store::ChangesBySource& history, const Period& period) {
  digest::Coverage coverage;
  for (const Source& source : sources) {
    if (source.paused) continue;
    ++coverage.sources;
    auto outage = present_outage(source, period.end);
    if (!outage) outage = past_outage(source, history, period);
    if (outage) coverage.outages.push_back(std::move(*outage));
  }
  std::ranges::stable_sort(coverage.outages, {}, &Outage::kind);
  return coverage;
}

}  // namespace fundwatch::daemon
