// digest/message.h — a rendering as the bytes of a mail, made once.
// multipart/alternative by GMime, within multipart/mixed where a calendar is attached;
// quoted-printable, RFC 2047 headers, CRLF; the boundary is derived from the Message-ID, so that
// the same digest always gives the same bytes. Every mailer, preview, test and retry uses these
// bytes unchanged. No value can add a header: line ends become spaces.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "base/model.h"
#include "config/config.h"
#include "digest/render.h"

namespace fundwatch::digest {

// "<digest>.<subscriber>.<hash>@<domain of from>": the same for the same digest, whoever makes it.
// A digest is named by its weekly moment: "20270215T060000Z".
std::string message_id(SubscriberId subscriber, Instant weekly_moment,
                       const config::MailSettings& mail);

// Of a notice to the coordinator; `name` is one word, another one for each notice.
std::string notice_id(const std::string& name, const config::MailSettings& mail);

// What stands after the @ of the sender's address.
std::string sender_domain(const config::MailSettings& mail);

struct Envelope {
  std::string message_id;
  Instant date{};
  std::chrono::seconds utc_offset{};  // east of UTC, for the Date header
  std::string unsubscribe_url;        // takes the one click of RFC 8058; empty where there is none
};

// The id, attempts and next_attempt of the Mail are left to store.
Mail make_message(const Rendering& rendering, const Subscriber& subscriber,
                  const Envelope& envelope, const config::Config& config);

// The same to the coordinator, who did not subscribe: no list and no way out of it stands in it.
Mail make_notice(const Rendering& rendering, const Envelope& envelope,
                 const config::Config& config);

// How many bytes a text has in a mail.
std::size_t quoted_printable_bytes(const std::string& text);

}  // namespace fundwatch::digest
