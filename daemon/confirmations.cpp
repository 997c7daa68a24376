#include "daemon/confirmations.h"

#include "digest/confirmation.h"
#include "digest/message.h"
#include "digest/signed_link.h"
#include "web/addresses.h"

namespace fundwatch::daemon {

void Confirmations::ask() {
  const Instant now = parts_.clock.now();
  for (const Subscriber& subscriber : store_.subscribers.unasked()) {
    ask(subscriber, now);
    parts_.on_progress();
  }
  const auto awaited =
      config_.web.public_url.empty() ? kAnswerByMailAwaited : digest::kConfirmationValid;
  store_.subscribers.remove_unconfirmed(now - awaited);
}

void Confirmations::ask(const Subscriber& subscriber, Instant now) {
  const std::string link = web::address_of({digest::LinkPurpose::confirm, subscriber.id, {}, now},
                                           store_.signing_keys.all(), config_.web.public_url);
  const LocalTime ends = calendar_.local(now + digest::kConfirmationValid);
  const std::string id = digest::notice_id(
      "confirm." + std::to_string(static_cast<std::int64_t>(subscriber.id)), config_.mail);
  const Mail mail =
      digest::make_message(digest::render_confirmation(subscriber, link, ends, config_), subscriber,
                           {id, now, calendar_.local(now).offset, {}}, config_);
  store::Transaction transaction = store_.begin();
  store_.outbox.add(mail, now);
  store_.subscribers.set_asked(subscriber.id, now);
  transaction.commit();
}

}  // namespace fundwatch::daemon
