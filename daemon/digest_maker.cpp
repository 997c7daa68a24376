#include "daemon/digest_maker.h"

#include "digest/compose.h"
#include "digest/fit.h"
#include "digest/message.h"

namespace fundwatch::daemon {
namespace {

digest::Coverage coverage_of(const std::vector<Source>& sources) {
  digest::Coverage coverage;
  for (const Source& source : sources) {
    if (source.paused) continue;
    ++coverage.sources;
    if (source.health.failures > 0) {
      coverage.outages.push_back({source.name, source.health.failing_since});
    }
  }
  return coverage;
}

std::vector<store::LedgerEntry> ledger_of(const digest::Digest& digest) {
  std::vector<store::LedgerEntry> entries;
  for (const digest::Section& section : digest.sections) {
    for (const digest::Entry& entry : section.entries) {
      entries.push_back({entry.case_id, entry.version});
    }
  }
  return entries;
}

}  // namespace

MadeDigest DigestMaker::make(const Subscriber& subscriber, Instant weekly_moment,
                             Instant now) const {
  const std::vector<Profile> profiles = store_.profiles.all();
  digest::Digest digest = digest::compose(subscriber, store_.digests.candidates(subscriber),
                                          coverage_of(store_.sources.all()),
                                          {now, &calendar_, &profiles}, config_.digest);
  digest = digest::trimmed_to_fit(std::move(digest), config_, calendar_, mode_);
  MadeDigest made;
  made.rendering = digest::render(digest, config_, calendar_, mode_);
  const std::string id = digest::message_id(subscriber.id, weekly_moment, config_.mail);
  made.mail = digest::make_message(made.rendering, subscriber,
                                   {id, now, calendar_.local(now).offset}, config_);
  made.taken = ledger_of(digest);
  return made;
}

}  // namespace fundwatch::daemon
