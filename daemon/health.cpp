#include "daemon/health.h"

#include <algorithm>
#include <string_view>

#include "base/calendar.h"

namespace fundwatch::daemon {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr std::string_view kFrom = "from ";
constexpr std::string_view kTo = " to ";
constexpr int kNotModified = 304;
constexpr int kGone = 410;  // RFC 9110 § 15.5.11

bool was_seen_enough(const Move& move, Instant now) {
  return move.sightings >= kMoveSightingsMin && now - move.since >= kMoveWatchedFor;
}

// Only what was read behind a redirect speaks for it. No answer at all says nothing of it.
std::optional<Move> move_after(std::optional<Move> move, const Attempt& attempt, bool is_known,
                               Instant now) {
  const bool is_read = attempt.error.empty();
  if (!is_read && attempt.status == 0) return move;
  if (!is_read || attempt.moved_to.empty()) return std::nullopt;
  if (!move || move->url != attempt.moved_to) {
    move = Move{.url = attempt.moved_to, .since = now, .is_known = is_known};
  }
  ++move->sightings;
  return move;
}

Health after_failure(Health health, const Attempt& attempt, Instant now) {
  ++health.failures;
  health.error = attempt.error;
  if (!health.failing_since) health.failing_since = now;
  const bool was_given_up = health.state == SourceState::attention && health.failures > 1;
  const bool is_dead = attempt.status == kGone || now - *health.failing_since >= kDeadAfter;
  health.state = is_dead || was_given_up ? SourceState::attention : SourceState::failing;
  return health;
}

Health after_success(Health health, const Attempt& attempt, Instant now) {
  health.failures = 0;
  health.error.clear();
  health.failing_since.reset();
  health.last_success = now;
  if (attempt.has_news) health.newest_item = now;
  if (attempt.status != kNotModified) health.is_empty = attempt.is_empty;
  return health;
}

std::string words_for_silence(const Health& health, minutes limit) {
  const auto in_days = [](minutes time) {
    return std::to_string(std::chrono::round<days>(time).count()) + " days";
  };
  return "nothing new since " + iso8601_utc(*health.newest_item).substr(0, 10) +
         ", more than the " + in_days(limit) +
         " that are usual at most; look at its page in a browser";
}

std::string words_for_strange_move(const Move& move) {
  return "redirects for good to " + move.url +
         ", where other announcements stand than before; look there, and change the address if "
         "they are meant";
}

// Of a source that can be read.
void judge_content(Health& health, const Source& source, Instant now) {
  const auto limit = silent_after(source);
  if (health.move && !health.move->is_known && was_seen_enough(*health.move, now)) {
    health.state = SourceState::attention;
    health.error = words_for_strange_move(*health.move);
  } else if (limit && now - *health.newest_item > *limit) {
    health.state = SourceState::silent;
    health.error = words_for_silence(health, *limit);
  } else if (health.state != SourceState::moved || now - health.since >= kMovedShownFor) {
    health.state = SourceState::ok;
  }
}

}  // namespace

Health after(const Source& source, const Attempt& attempt, Instant now) {
  const Health& before = source.health;
  const bool is_known = attempt.is_known || !before.newest_item;
  Health health = before;
  health.last_attempt = now;
  health.move = move_after(std::move(health.move), attempt, is_known, now);
  if (attempt.error.empty()) {
    Source read = source;
    read.health = after_success(std::move(health), attempt, now);
    health = read.health;
    judge_content(health, read, now);
  } else {
    health = after_failure(std::move(health), attempt, now);
  }
  if (health.state != before.state || before.since == Instant{}) health.since = now;
  return health;
}

std::optional<std::string> settled_move(const Health& health, Instant now) {
  if (!health.move || !health.move->is_known || !was_seen_enough(*health.move, now)) {
    return std::nullopt;
  }
  return health.move->url;
}

Health moved(Health health, Instant now) {
  health.move.reset();
  if (health.state != SourceState::ok && health.state != SourceState::moved) return health;
  health.state = SourceState::moved;
  health.since = now;
  return health;
}

std::string words_for_move(const std::string& from, const std::string& to) {
  return std::string(kFrom) + from + std::string(kTo) + to;
}

std::string address_before(const std::string& words) {
  const auto end = words.find(kTo);
  if (!words.starts_with(kFrom) || end == std::string::npos) return {};
  return words.substr(kFrom.size(), end - kFrom.size());
}

std::optional<minutes> silent_after(const Source& source) {
  const Health& health = source.health;
  if (!health.newest_item) return std::nullopt;
  if (source.expected_every.count() > 0) return kSilentAfterGaps * source.expected_every;
  if (health.is_empty) return kSilentAtLeast;
  if (health.usual_gap.count() == 0) return kSilentUnlearned;
  return std::max<minutes>(kSilentAfterGaps * health.usual_gap, kSilentAtLeast);
}

SourceState state_of(const Source& source) {
  return source.paused ? SourceState::paused : source.health.state;
}

}  // namespace fundwatch::daemon
