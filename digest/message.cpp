#include "digest/message.h"

#include <fmt/format.h>
#include <gmime/gmime.h>

#include <memory>

#include "base/calendar.h"
#include "base/check.h"
#include "digest/hash.h"
#include "digest/markup.h"
#include "digest/phrases.h"
#include "digest/plain.h"

namespace fundwatch::digest {
namespace {

constexpr const char* kCalendarFileName = "slutdatum.ics";

// GMime's objects, let go of by reference count.
struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using StreamHandle = std::unique_ptr<GMimeStream, Unref>;
using ContentHandle = std::unique_ptr<GMimeDataWrapper, Unref>;
using PartHandle = std::unique_ptr<GMimePart, Unref>;
using MultipartHandle = std::unique_ptr<GMimeMultipart, Unref>;
using MessageHandle = std::unique_ptr<GMimeMessage, Unref>;

struct FreeDate {
  void operator()(GDateTime* date) const { g_date_time_unref(date); }
};
struct FreeZone {
  void operator()(GTimeZone* zone) const { g_time_zone_unref(zone); }
};
struct FreeOptions {
  void operator()(GMimeFormatOptions* options) const { g_mime_format_options_free(options); }
};
using DateHandle = std::unique_ptr<GDateTime, FreeDate>;
using ZoneHandle = std::unique_ptr<GTimeZone, FreeZone>;
using OptionsHandle = std::unique_ptr<GMimeFormatOptions, FreeOptions>;

// GMime wants to be initialised once before its first use, by whichever thread comes first.
void require_gmime() {
  static const bool is_ready = [] {
    g_mime_init();
    return true;
  }();
  CHECK(is_ready);
}

// GMime writes CRLF itself, and takes a text's own line ends as they come.
OptionsHandle crlf() {
  OptionsHandle options(g_mime_format_options_new());
  g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
  return options;
}

std::string written(GMimeObject* object) {
  const StreamHandle stream(g_mime_stream_mem_new());
  g_mime_object_write_to_stream(object, crlf().get(), stream.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// As bytes that are UTF-8 already: g_mime_text_part_set_text would choose ISO 8859-1.
PartHandle text_part(const char* subtype, const std::string& text) {
  const StreamHandle stream(g_mime_stream_mem_new_with_buffer(text.data(), text.size()));
  const ContentHandle content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  PartHandle part(g_mime_part_new_with_type("text", subtype));
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
  g_mime_part_set_content(part.get(), content.get());
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return part;
}

MultipartHandle body(const Rendering& rendering, const std::string& message_id) {
  MultipartHandle multipart(g_mime_multipart_new_with_subtype("alternative"));
  // "=_" never stands in quoted-printable text (RFC 2045 § 6.7).
  g_mime_multipart_set_boundary(multipart.get(), ("=_" + hash_of(message_id)).c_str());
  for (const PartHandle& part :
       {text_part("plain", rendering.text), text_part("html", rendering.html)}) {
    g_mime_multipart_add(multipart.get(), GMIME_OBJECT(part.get()));
  }
  return multipart;
}

// What calendars open with one press.
PartHandle calendar_part(const std::string& calendar) {
  const StreamHandle stream(g_mime_stream_mem_new_with_buffer(calendar.data(), calendar.size()));
  const ContentHandle content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  PartHandle part(g_mime_part_new_with_type("text", "calendar"));
  GMimeObject* object = GMIME_OBJECT(part.get());
  g_mime_object_set_content_type_parameter(object, "charset", "utf-8");
  g_mime_object_set_content_type_parameter(object, "method", "PUBLISH");
  g_mime_object_set_disposition(object, "attachment");
  g_mime_part_set_filename(part.get(), kCalendarFileName);
  g_mime_part_set_content(part.get(), content.get());
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
  return part;
}

MultipartHandle with_calendar(const MultipartHandle& alternative, const std::string& calendar,
                              const std::string& message_id) {
  MultipartHandle multipart(g_mime_multipart_new_with_subtype("mixed"));
  g_mime_multipart_set_boundary(multipart.get(), ("=_" + hash_of("mixed " + message_id)).c_str());
  const PartHandle part = calendar_part(calendar);
  g_mime_multipart_add(multipart.get(), GMIME_OBJECT(alternative.get()));
  g_mime_multipart_add(multipart.get(), GMIME_OBJECT(part.get()));
  return multipart;
}

// One line without control characters: nothing can begin a header of its own.
std::string header_value(const std::string& text) { return one_line(text); }

// A value with a syntax of its own, unfolded and not encoded: GMime would break a long address
// apart into encoded words, which RFC 2047 § 5 forbids there.
void set_raw(GMimeMessage* message, const char* name, const std::string& value) {
  GMimeObject* object = GMIME_OBJECT(message);
  g_mime_object_set_header(object, name, "", nullptr);
  g_mime_header_set_raw_value(
      g_mime_header_list_get_header(g_mime_object_get_header_list(object), name),
      (" " + value + "\n").c_str());
}

void add_mailbox(InternetAddressList* list, const std::string& name, const std::string& address) {
  const std::unique_ptr<InternetAddress, Unref> mailbox(
      internet_address_mailbox_new(name.c_str(), address.c_str()));
  internet_address_set_charset(mailbox.get(), "utf-8");
  internet_address_list_add(list, mailbox.get());
}

void set_date(GMimeMessage* message, const Envelope& envelope) {
  const auto offset = static_cast<gint32>(envelope.utc_offset.count());
  const ZoneHandle zone(g_time_zone_new_offset(offset));
  const DateHandle utc(g_date_time_new_from_unix_utc(envelope.date.time_since_epoch().count()));
  const DateHandle local(g_date_time_to_timezone(utc.get(), zone.get()));
  g_mime_message_set_date(message, local.get());
}

std::string domain_of(const std::string& address) {
  const auto at = address.rfind('@');
  return at == std::string::npos || at + 1 == address.size() ? "localhost" : address.substr(at + 1);
}

// RFC 2919: a name of its own, in the form of a domain.
std::string list_id(const config::MailSettings& mail) {
  if (!mail.list_id.empty()) {
    const std::string configured = header_value(mail.list_id);
    return configured.find('<') == std::string::npos ? "<" + configured + ">" : configured;
  }
  std::string name = header_value(mail.from);
  if (const auto at = name.find('@'); at != std::string::npos) name[at] = '.';
  return "<" + name + ">";
}

const std::string& reply_to(const config::MailSettings& mail) {
  return mail.reply_to.empty() ? mail.from : mail.reply_to;
}

// By mail, and by one click where there is a page for it (RFC 2369, RFC 8058).
void set_list_headers(GMimeMessage* message, const Subscriber& subscriber,
                      const config::MailSettings& mail, const std::string& unsubscribe_url) {
  set_raw(message, "List-Id", list_id(mail));
  const std::string word(phrases(subscriber.language).unsubscribe_word);
  std::string ways;
  if (const auto page = Link::web(unsubscribe_url)) ways = "<" + page->target() + ">";
  if (const auto link = Link::mail(header_value(reply_to(mail)))) {
    ways += (ways.empty() ? "<" : ", <") + link->target() + "?subject=" + word + ">";
  }
  if (ways.empty()) return;
  set_raw(message, "List-Unsubscribe", ways);
  // One-click is for https alone.
  if (ways.starts_with("<https://")) {
    set_raw(message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }
}

struct Recipient {
  std::string name;
  std::string address;
};

MessageHandle begin_message(const Mail& mail, const Recipient& recipient, const Envelope& envelope,
                            const config::Config& config) {
  MessageHandle message(g_mime_message_new(FALSE));
  const std::string sender_name = header_value(config.installation.name);
  add_mailbox(g_mime_message_get_from(message.get()), sender_name, mail.sender);
  add_mailbox(g_mime_message_get_to(message.get()), header_value(recipient.name), mail.recipient);
  add_mailbox(g_mime_message_get_reply_to(message.get()), "", header_value(reply_to(config.mail)));
  g_mime_message_set_subject(message.get(), mail.subject.c_str(), "utf-8");
  set_date(message.get(), envelope);
  set_raw(message.get(), "Message-ID", "<" + mail.message_id + ">");
  return message;
}

Mail addressed(const Rendering& rendering, const Recipient& recipient, const Envelope& envelope,
               const config::Config& config) {
  Mail mail;
  mail.message_id = header_value(envelope.message_id);
  mail.sender = header_value(config.mail.from);
  mail.recipient = header_value(recipient.address);
  mail.subject = header_value(rendering.subject);
  return mail;
}

std::string ended(const MessageHandle& message, const Rendering& rendering, const Mail& mail) {
  // Nobody's absence answers these (RFC 3834).
  set_raw(message.get(), "Auto-Submitted", "auto-generated");
  set_raw(message.get(), "Precedence", "bulk");
  set_raw(message.get(), "MIME-Version", "1.0");
  MultipartHandle multipart = body(rendering, mail.message_id);
  if (!rendering.calendar.empty()) {
    multipart = with_calendar(multipart, rendering.calendar, mail.message_id);
  }
  g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(multipart.get()));
  return written(GMIME_OBJECT(message.get()));
}

}  // namespace

std::string message_id(SubscriberId subscriber, Instant weekly_moment,
                       const config::MailSettings& mail) {
  return notice_id(
      fmt::format("{}.{}", iso8601_basic(weekly_moment), static_cast<std::int64_t>(subscriber)),
      mail);
}

std::string sender_domain(const config::MailSettings& mail) {
  return domain_of(header_value(mail.from));
}

std::string notice_id(const std::string& name, const config::MailSettings& mail) {
  const std::string from = header_value(mail.from);
  return fmt::format("{}.{}@{}", name, hash_of(name + " " + from).substr(0, 16), domain_of(from));
}

Mail make_message(const Rendering& rendering, const Subscriber& subscriber,
                  const Envelope& envelope, const config::Config& config) {
  require_gmime();
  const Recipient recipient{subscriber.name, subscriber.email};
  Mail mail = addressed(rendering, recipient, envelope, config);
  mail.subscriber = subscriber.id;
  const MessageHandle message = begin_message(mail, recipient, envelope, config);
  set_list_headers(message.get(), subscriber, config.mail, envelope.unsubscribe_url);
  mail.bytes = ended(message, rendering, mail);
  return mail;
}

Mail make_notice(const Rendering& rendering, const Envelope& envelope,
                 const config::Config& config) {
  require_gmime();
  const Recipient recipient{config.coordinator.name, config.coordinator_address()};
  Mail mail = addressed(rendering, recipient, envelope, config);
  mail.bytes = ended(begin_message(mail, recipient, envelope, config), rendering, mail);
  return mail;
}

std::size_t quoted_printable_bytes(const std::string& text) {
  require_gmime();
  const PartHandle part = text_part("html", text);
  const StreamHandle stream(g_mime_stream_mem_new());
  g_mime_object_write_content_to_stream(GMIME_OBJECT(part.get()), crlf().get(), stream.get());
  return static_cast<std::size_t>(g_mime_stream_length(stream.get()));
}

}  // namespace fundwatch::digest
