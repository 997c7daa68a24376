#include "feeds/read/mail_message.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "base/check.h"
#include "base/text.h"
#include "feeds/read/charset.h"

namespace fundwatch::feeds {
namespace {

// GMime's objects, let go of by reference count.
struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using StreamHandle = std::unique_ptr<GMimeStream, Unref>;
using ParserHandle = std::unique_ptr<GMimeParser, Unref>;
using MessageHandle = std::unique_ptr<GMimeMessage, Unref>;

// GMime wants to be initialised once before its first use, by whichever thread comes first.
void require_gmime() {
  static const bool is_ready = [] {
    g_mime_init();
    return true;
  }();
  CHECK(is_ready);
}

MessageHandle parsed(std::string_view bytes) {
  const StreamHandle stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const ParserHandle parser(g_mime_parser_new_with_stream(stream.get()));
  return MessageHandle(g_mime_parser_construct_message(parser.get(), nullptr));
}

std::string sender_of(GMimeMessage* message) {
  InternetAddressList* list = g_mime_message_get_from(message);
  for (int i = 0; list != nullptr && i < internet_address_list_length(list); ++i) {
    InternetAddress* address = internet_address_list_get_address(list, i);
    if (!INTERNET_ADDRESS_IS_MAILBOX(address)) continue;
    const char* mailbox = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
    if (mailbox != nullptr) return ascii_lower(trimmed(mailbox));
  }
  return {};
}

std::optional<Instant> date_of(GMimeMessage* message) {
  GDateTime* date = g_mime_message_get_date(message);
  if (date == nullptr) return std::nullopt;
  return Instant{std::chrono::seconds{g_date_time_to_unix(date)}};
}

// The content of a part with its transfer encoding undone, as UTF-8.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const StreamHandle stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  if (bytes == nullptr || bytes->len == 0) return {};
  const std::string_view view(reinterpret_cast<const char*>(bytes->data), bytes->len);
  const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
  const std::string type = charset == nullptr ? "" : "text/html; charset=" + std::string(charset);
  const auto decoded = decode(view, type, Markup::html);
  return decoded ? decoded->text : std::string();
}

bool is_attachment(GMimeObject* part) {
  const char* disposition = g_mime_object_get_disposition(part);
  return disposition != nullptr && equals_ignoring_ascii_case(disposition, "attachment");
}

void read_part(GMimeObject* object, MailMessage& message) {
  if (!GMIME_IS_PART(object) || is_attachment(object)) return;
  GMimeContentType* type = g_mime_object_get_content_type(object);
  std::string* target = nullptr;
  if (g_mime_content_type_is_type(type, "text", "html") != 0) target = &message.html;
  if (g_mime_content_type_is_type(type, "text", "plain") != 0) target = &message.text;
  if (target != nullptr && target->empty()) *target = content_of(GMIME_PART(object));
}

void read_parts(GMimeMessage* message, MailMessage& read) {
  std::size_t parts = 0;
  GMimePartIter* each = g_mime_part_iter_new(GMIME_OBJECT(message));
  do {
    GMimeObject* object = g_mime_part_iter_get_current(each);
    if (object != nullptr) read_part(object, read);
  } while (++parts < kMailPartsMax && g_mime_part_iter_next(each) != 0);
  g_mime_part_iter_free(each);
}

}  // namespace

Result<MailMessage> read_mail_message(std::string_view bytes) {
  if (bytes.size() > kMailBytesMax) {
    return Error{Stage::read, "a mail of " + std::to_string(bytes.size()) +
                                  " bytes is larger than 10 MB and was not read"};
  }
  require_gmime();
  const MessageHandle message = parsed(bytes);
  MailMessage read;
  if (message != nullptr) read.sender = sender_of(message.get());
  if (read.sender.empty()) {
    return Error{Stage::read,
                 "a mail without a sender's address in From: it is no mail, or damaged"};
  }
  const char* subject = g_mime_message_get_subject(message.get());
  if (subject != nullptr && is_valid_utf8(subject)) read.subject = collapsed(subject);
  read.date = date_of(message.get());
  read_parts(message.get(), read);
  return read;
}

bool is_sender_allowed(const std::string& sender, const std::vector<std::string>& allowed) {
  return std::any_of(allowed.begin(), allowed.end(), [&](const std::string& entry) {
    const std::string wanted = ascii_lower(entry);
    if (!wanted.starts_with("@")) return sender == wanted;
    return sender.ends_with(wanted) || sender.ends_with("." + wanted.substr(1));
  });
}

}  // namespace fundwatch::feeds
