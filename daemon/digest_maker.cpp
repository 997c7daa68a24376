#include "daemon/digest_maker.h"

#include "daemon/coverage.h"
#include "digest/compose.h"
#include "digest/fit.h"
#include "digest/message.h"
#include "digest/signed_link.h"
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

MadeDigest DigestMaker::make(const Subscriber& subscriber, Instant weekly_moment,
                             Instant now) const {
  const Period period{
      store_.digests.last_composed(subscriber.id).value_or(now - kFirstDigestCovers), now};
  const std::vector<Profile> profiles = store_.profiles.all();
  digest::Digest digest =
      digest::compose(subscriber, store_.digests.candidates(subscriber),
                      coverage_of(store_.sources.all(),
                                  store_.source_history.of_changed_since(period.begin), period),
                      {now, &calendar_, &profiles}, config_.digest);
  add_addresses(digest, now);
  digest = digest::trimmed_to_fit(std::move(digest), config_, calendar_, mode_);
  MadeDigest made;
  made.rendering = digest::render(digest, config_, calendar_, mode_);
  const std::string id = digest::message_id(subscriber.id, weekly_moment, config_.mail);
  made.mail =
      digest::make_message(made.rendering, subscriber,
                           {id, now, calendar_.local(now).offset, digest.unsubscribe_url}, config_);
  made.taken = ledger_of(digest);
  return made;
}

}  // namespace fundwatch::daemon
