#include "web/mail_sample.h"

#include "web/mailing_phrases.h"
#include "web/subscription_pages.h"

namespace fundwatch::web {

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

void send_trial(const Desk& desk, const Subscriber& reader) {
  const std::string& email = desk.visitor.account.email;
  const MailingPhrases& words = mailing_phrases(desk.language());
  desk.site.services.send_sample(reader, {email, std::string(words.trial_mark)});
  record(desk, {"mail.trial", email});
}

}  // namespace fundwatch::web
