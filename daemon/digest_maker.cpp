#include "daemon/digest_maker.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "daemon/coverage.h"
#include "daemon/home_county.h"
#include "daemon/interests.h"
#include "daemon/reader_links.h"
#include "digest/case_events.h"
#include "digest/compose.h"
#include "digest/fit.h"
#include "digest/message.h"
#include "matchers/precision.h"

namespace fundwatch::daemon {
namespace {

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
void DigestMaker::add_addresses(digest::Digest& digest, Instant now) const {
  const SigningKeys keys = store_.signing_keys.all();
  const ReaderLinks links(config_, keys, digest.subscriber.id, now);
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

std::vector<Meeting> DigestMaker::meetings_ahead(Instant now) const {
  std::vector<Meeting> meetings = store_.meetings.since(now);
  std::erase_if(meetings, [now](const Meeting& meeting) {
    return meeting.starts > now + kMeetingsLookAhead;
  });
  return meetings;
}

// Of each profile by its marks: low is what is low by every hit.
std::set<CaseId> DigestMaker::ranked_low(const std::vector<Candidate>& candidates,
                                         const std::vector<Profile>& profiles) const {
  std::unordered_map<ProfileId, matchers::ProfileMarks> marks;
  for (const Profile& profile : profiles) {
    const auto hits = store_.hits.reviewed_of(profile.id, matchers::kHitsJudgedBy);
    marks.emplace(profile.id, matchers::marks_of(profile, hits));
  }
  std::set<CaseId> low;
  for (const Candidate& candidate : candidates) {
    const bool is_low = std::ranges::all_of(candidate.hits, [&](const Hit& hit) {
      const auto found = marks.find(hit.profile);
      return found != marks.end() && matchers::is_ranked_low(found->second, hit);
    });
    if (is_low) low.insert(candidate.case_id);
  }
  return low;
}

digest::Digest DigestMaker::composed(const Subscriber& subscriber, Instant weekly_moment,
                                     Instant now, std::vector<store::LedgerEntry>& outside) const {
  const Period period{
      store_.digests.last_composed(subscriber.id).value_or(now - kFirstDigestCovers), now};
  const std::vector<Profile> profiles = store_.profiles.all();
  digest::Coverage coverage = coverage_of(
      store_.sources.all(), store_.source_history.of_changed_since(period.begin), period);
  std::vector<Candidate> candidates = store_.digests.candidates(subscriber);
  const HomeCounty home = HomeCounty::of(subscriber, find_county(config_.place.county));
  outside = take_out_of_area(home, candidates);
  const config::Installation& installation = config_.installation;
  const digest::Occasion occasion{
      .now = now,
      .calendar = &calendar_,
      .profiles = &profiles,
      .ranked_low = ranked_low(candidates, profiles),
      .interests = candidates_of(interests_of(store_, subscriber)),
      .meetings = meetings_ahead(now),
      .network = installation.organisation.empty() ? installation.name : installation.organisation};
  digest::Digest digest = digest::compose(subscriber, std::move(candidates), std::move(coverage),
                                          occasion, config_.digest);
  digest.outside = static_cast<int>(outside.size());
  digest.note = WeeklyRounds::of(store_.editions, calendar_, now).note(weekly_moment, now);
  digest.has_new_meeting = std::ranges::any_of(
      occasion.meetings, [&](const Meeting& meeting) { return meeting.changed_at > period.begin; });
  add_addresses(digest, now);
  return digest;
}

MadeDigest DigestMaker::make(const Subscriber& subscriber, Instant weekly_moment,
                             Instant now) const {
  std::vector<store::LedgerEntry> outside;
  const digest::Digest digest = digest::trimmed_to_fit(
      composed(subscriber, weekly_moment, now, outside), config_, calendar_, mode_);
  MadeDigest made;
  made.rendering = digest::render(digest, config_, calendar_, mode_);
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

Mail DigestMaker::preview(Instant due, Instant now) const {
  Subscriber everybody;
  everybody.name = config_.coordinator.name;
  everybody.language = config_.coordinator.language;
  everybody.since = store_.editions.last_preview().value_or(now - kFirstPreviewCovers);
  for (const Profile& profile : store_.profiles.all()) everybody.profiles.push_back(profile.name);
  std::vector<store::LedgerEntry> outside;
  digest::Digest digest = composed(everybody, due, now, outside);
  digest.preview_of = due;
  digest = digest::trimmed_to_fit(std::move(digest), config_, calendar_, mode_);
  const std::string id = digest::notice_id("preview." + iso8601_basic(due), config_.mail);
  return digest::make_notice(digest::render(digest, config_, calendar_, mode_),
                             {id, now, calendar_.local(now).offset, {}}, config_);
}

}  // namespace fundwatch::daemon
