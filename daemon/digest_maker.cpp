#include "daemon/digest_maker.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "daemon/coverage.h"
#include "daemon/home_county.h"
#include "daemon/interests.h"
#include "daemon/reader_links.h"
#include "digest/case_events.h"
#include "digest/compose.h"
#include "digest/fit.h"
#include "digest/message.h"

namespace fundwatch::daemon {
namespace {

// Whose links a sample has: they look as real ones do, and open nothing.
constexpr SubscriberId kNobody{std::int64_t{1} << 40};

std::vector<store::LedgerEntry> ledger_of(const digest::Digest& digest) {
  std::vector<store::LedgerEntry> entries;
  for (const digest::Section& section : digest.sections) {
    for (const digest::Entry& entry : section.entries) {
      if (entry.origin == digest::Origin::hit) entries.push_back({entry.case_id, entry.version});
    }
  }
  return entries;
}

// Takes the candidates that concern other places out, and returns what the ledger must know of
// them: they are told by their number.
std::vector<store::LedgerEntry> take_out_of_area(const HomeCounty& home,
                                                 std::vector<Candidate>& candidates) {
  std::vector<store::LedgerEntry> taken;
  std::vector<Candidate> kept;
  for (Candidate& candidate : candidates) {
    if (home.is_outside(candidate.item)) {
      taken.push_back({candidate.case_id, candidate.version});
    } else {
      kept.push_back(std::move(candidate));
    }
  }
  candidates = std::move(kept);
  return taken;
}

}  // namespace

// The addresses of our pages for this reader; none where there are no pages.
void DigestMaker::add_addresses(digest::Digest& digest, const RoundFacts& facts) const {
  const ReaderLinks links(config_, facts.keys, digest.subscriber.id, facts.now);
  digest.settings_url = links.settings();
  digest.unsubscribe_url = links.unsubscribe();
  digest.calendar_url = links.calendar();
  for (digest::Section& section : digest.sections) {
    for (digest::Entry& entry : section.entries) {
      if (entry.origin != digest::Origin::meeting) entry.answer_url = links.answer(entry.case_id);
    }
  }
}

// What the reader is interested in, for their calendar.
void DigestMaker::attach_calendar(digest::Rendering& rendering, const digest::Digest& digest,
                                  Instant now) const {
  const digest::EventContext context{digest.subscriber.language,
                                     digest::sender_domain(config_.mail), &calendar_};
  std::vector<digest::CalendarEvent> events;
  for (const digest::Section& section : digest.sections) {
    for (const digest::Entry& entry : section.entries) {
      if (!entry.is_of_interest) continue;
      const auto more =
          events_of({entry.case_id, entry.version, entry.item, entry.source_name, {}}, context);
      events.insert(events.end(), more.begin(), more.end());
    }
  }
  if (events.empty()) return;
  const std::string name =
      digest::calendar_name(digest.subscriber.language, config_.installation.name);
  rendering.calendar = digest::calendar_file({name, now, events});
}

digest::Digest DigestMaker::composed(const Subscriber& subscriber, Instant weekly_moment,
                                     RoundFacts& facts,
                                     std::vector<store::LedgerEntry>& outside) const {
  const Instant begin =
      store_.digests.last_composed(subscriber.id).value_or(facts.now - kFirstDigestCovers);
  std::vector<Candidate> candidates = facts.candidates(subscriber);
  const HomeCounty home = HomeCounty::of(subscriber, find_county(config_.place.county));
  outside = take_out_of_area(home, candidates);
  const config::Installation& installation = config_.installation;
  const digest::Occasion occasion{
      .now = facts.now,
      .calendar = &calendar_,
      .profiles = &facts.profiles,
      .ranked_low = facts.ranked_low(candidates),
      .interests = candidates_of(interests_of(store_, subscriber)),
      .meetings = facts.meetings,
      .network = installation.organisation.empty() ? installation.name : installation.organisation};
  digest::Digest digest = digest::compose(subscriber, std::move(candidates),
                                          facts.coverage_since(begin), occasion, config_.digest);
  digest.outside = static_cast<int>(outside.size());
  digest.note = facts.rounds.note(weekly_moment, facts.now);
  digest.has_new_meeting = std::ranges::any_of(
      facts.meetings, [begin](const Meeting& meeting) { return meeting.changed_at > begin; });
  add_addresses(digest, facts);
  return digest;
}

MadeDigest DigestMaker::make(const Subscriber& subscriber, Instant weekly_moment,
                             Instant now) const {
  RoundFacts facts(store_, calendar_, now);
  return make(subscriber, weekly_moment, facts);
}

MadeDigest DigestMaker::make(const Subscriber& subscriber, Instant weekly_moment,
                             RoundFacts& facts) const {
  const Instant now = facts.now;
  std::vector<store::LedgerEntry> outside;
  digest::Fitted fitted = digest::trimmed_to_fit(
      composed(subscriber, weekly_moment, facts, outside), config_, calendar_, mode_);
  const digest::Digest& digest = fitted.digest;
  MadeDigest made;
  made.rendering = std::move(fitted.rendering);
  attach_calendar(made.rendering, digest, now);
  const std::string id = digest::message_id(subscriber.id, weekly_moment, config_.mail);
  made.mail =
      digest::make_message(made.rendering, subscriber,
                           {id, now, calendar_.local(now).offset, digest.unsubscribe_url}, config_);
  made.is_empty = !digest::has_news(digest) && digest.note.empty();
  made.taken = ledger_of(digest);
  made.taken.insert(made.taken.end(), outside.begin(), outside.end());
  for (const digest::Section& section : digest.sections) {
    for (const digest::Entry& entry : section.entries) {
      if (entry.is_of_interest) add_told(made.told, entry, calendar_);
    }
  }
  return made;
}

digest::Rendering DigestMaker::sample(const Subscriber& subscriber, Instant now) const {
  RoundFacts facts(store_, calendar_, now);
  std::vector<store::LedgerEntry> outside;
  const Instant moment =
      subscriber.next_digest.value_or(calendar_.next(config_.digest.moment, now));
  digest::Digest digest = composed(subscriber, moment, facts, outside);
  digest.subscriber.id = kNobody;
  add_addresses(digest, facts);
  return digest::trimmed_to_fit(std::move(digest), config_, calendar_, mode_).rendering;
}

Mail DigestMaker::preview(Instant due, Instant now) const {
  Subscriber everybody;
  everybody.name = config_.coordinator.name;
  everybody.language = config_.coordinator.language;
  RoundFacts facts(store_, calendar_, now);
  everybody.since = store_.editions.last_preview().value_or(now - kFirstPreviewCovers);
  for (const Profile& profile : facts.profiles) everybody.profiles.push_back(profile.name);
  std::vector<store::LedgerEntry> outside;
  digest::Digest digest = composed(everybody, due, facts, outside);
  digest.preview_of = due;
  const digest::Fitted fitted =
      digest::trimmed_to_fit(std::move(digest), config_, calendar_, mode_);
  const std::string id = digest::notice_id("preview." + iso8601_basic(due), config_.mail);
  return digest::make_notice(fitted.rendering, {id, now, calendar_.local(now).offset, {}}, config_);
}

}  // namespace fundwatch::daemon
