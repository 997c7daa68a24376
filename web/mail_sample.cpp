#include "web/mail_sample.h"

#include <chrono>

#include "web/mailing_phrases.h"
#include "web/subscription_pages.h"

namespace fundwatch::web {
namespace {

const std::string kDeed = "mail.trial";

}  // namespace

Subscriber reader_of_sample(const Desk& desk, const std::optional<Subscriber>& known,
                            SampleWeek week) {
  Subscriber reader = known.value_or(Subscriber());
  if (!known) {
    reader.language = desk.language();
    reader.since = desk.site.clock.now() - kFirstMailReachesBack;
    for (const Profile& profile : desk.site.store.profiles.all()) {
      reader.profiles.push_back(profile.name);
    }
  }
  if (week == SampleWeek::empty) reader.profiles.clear();  // nothing is new for who follows none
  return reader;
}

bool send_trial(const Desk& desk, const Subscriber& reader) {
  const std::string& email = desk.visitor.account.email;
  const Instant an_hour_ago = desk.site.clock.now() - std::chrono::hours(1);
  if (desk.site.store.audit.count(email, kDeed, an_hour_ago) >= kTrialsAnHourMax) return false;
  // Recorded first: what could not be recorded is not sent, and never goes uncounted.
  record(desk, {kDeed, email});
  const MailingPhrases& words = mailing_phrases(desk.language());
  desk.site.services.send_sample(reader, {email, std::string(words.trial_mark)});
  return true;
}

}  // namespace fundwatch::web
