#include "daemon/dead_addresses.h"

#include <spdlog/logger.h>

#include "digest/dead_address.h"
#include "digest/message.h"

namespace fundwatch::daemon {

void DeadAddresses::declare(const Subscriber& subscriber, const std::string& words) {
  const Instant now = parts_.clock.now();
  store::Transaction transaction = store_.begin();
  const bool is_news = store_.returns.set_dead(subscriber.id, words, now);
  store_.subscribers.pause(subscriber.id);
  if (is_news) {
    parts_.log.warn("{} takes no mail and is paused: {}", subscriber.email, words);
    if (!config_.coordinator_address().empty()) {
      const std::string name = "dead." + iso8601_basic(now) + "." +
                               std::to_string(static_cast<std::int64_t>(subscriber.id));
      const Mail mail = digest::make_notice(
          digest::render({subscriber.email, subscriber.organisation, words}, config_, mode_),
          {digest::notice_id(name, config_.mail), now, calendar_.local(now).offset, {}}, config_);
      if (!store_.outbox.has(mail.message_id)) store_.outbox.add(mail, now);
    }
  }
  transaction.commit();
}

}  // namespace fundwatch::daemon
