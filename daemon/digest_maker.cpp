#include "daemon/digest_maker.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "daemon/coverage.h"
#include "daemon/home_county.h"
#include "digest/compose.h"
#include "digest/fit.h"
#include "digest/message.h"
#include "digest/signed_link.h"
#include "matchers/precision.h"
#include "web/addresses.h"

namespace fundwatch::daemon {
namespace {

std::vector<store::LedgerEntry> ledger_of(const digest::Digest& digest) {
  std::vector<store::LedgerEntry> entries;
  for (const digest::Section& section : digest.sections) {
    for (const digest::Entry& entry : section.entries) {
      entries.push_back({entry.case_id, entry.version});
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
  if (config_.web.public_url.empty()) return;
  const SigningKeys keys = store_.signing_keys.all();
  const auto address = [&](digest::LinkPurpose purpose, CaseId case_id) {
    return web::address_of({purpose, digest.subscriber.id, case_id, now}, keys,
                           config_.web.public_url);
  };
  digest.settings_url = address(digest::LinkPurpose::settings, {});
  digest.unsubscribe_url = address(digest::LinkPurpose::unsubscribe, {});
  for (digest::Section& section : digest.sections) {
    for (digest::Entry& entry : section.entries) {
      entry.answer_url = address(digest::LinkPurpose::answer, entry.case_id);
    }
  }
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

MadeDigest DigestMaker::make(const Subscriber& subscriber, Instant weekly_moment,
                             Instant now) const {
  const Period period{
      store_.digests.last_composed(subscriber.id).value_or(now - kFirstDigestCovers), now};
  const std::vector<Profile> profiles = store_.profiles.all();
  digest::Coverage coverage = coverage_of(
      store_.sources.all(), store_.source_history.of_changed_since(period.begin), period);
  std::vector<Candidate> candidates = store_.digests.candidates(subscriber);
  const HomeCounty home = HomeCounty::of(subscriber, find_county(config_.place.county));
  const std::vector<store::LedgerEntry> outside = take_out_of_area(home, candidates);
  const std::set<CaseId> low = ranked_low(candidates, profiles);
  digest::Digest digest = digest::compose(subscriber, std::move(candidates), std::move(coverage),
                                          {now, &calendar_, &profiles, low}, config_.digest);
  digest.outside = static_cast<int>(outside.size());
  add_addresses(digest, now);
  digest = digest::trimmed_to_fit(std::move(digest), config_, calendar_, mode_);
  MadeDigest made;
  made.rendering = digest::render(digest, config_, calendar_, mode_);
  const std::string id = digest::message_id(subscriber.id, weekly_moment, config_.mail);
  made.mail =
      digest::make_message(made.rendering, subscriber,
                           {id, now, calendar_.local(now).offset, digest.unsubscribe_url}, config_);
  made.is_empty = digest.sections.empty();
  made.taken = ledger_of(digest);
  made.taken.insert(made.taken.end(), outside.begin(), outside.end());
  return made;
}

}  // namespace fundwatch::daemon
