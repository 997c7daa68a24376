#include "digest/returned_mail.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "base/check.h"
#include "base/text.h"
#include "digest/plain.h"

namespace fundwatch::digest {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using StreamHandle = std::unique_ptr<GMimeStream, Unref>;
using ParserHandle = std::unique_ptr<GMimeParser, Unref>;
using MessageHandle = std::unique_ptr<GMimeMessage, Unref>;

constexpr std::size_t kWordBytesMax = 60;  // of a line that is an answer

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

std::string header(GMimeObject* object, const char* name) {
  const char* value = g_mime_object_get_header(object, name);
  return value == nullptr ? std::string{} : one_line(value);
}

std::string sender_of(GMimeMessage* message) {
  InternetAddressList* list = g_mime_message_get_from(message);
  for (int i = 0; list != nullptr && i < internet_address_list_length(list); ++i) {
    InternetAddress* address = internet_address_list_get_address(list, i);
    if (!INTERNET_ADDRESS_IS_MAILBOX(address)) continue;
    const char* mailbox = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
    if (mailbox != nullptr) return ascii_lower(one_line(mailbox));
  }
  return {};
}

// With its transfer encoding undone.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const StreamHandle stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  if (bytes == nullptr || bytes->len == 0) return {};
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// The value of a header field within text, its continuation lines joined; the first of that name.
std::string field_in(std::string_view text, std::string_view name) {
  std::optional<std::string> value;
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (value && !line.empty() && (line[0] == ' ' || line[0] == '\t')) {
      if (value->size() < kStatusWordsMax) *value += " " + std::string(trimmed(line));
      continue;
    }
    if (value) break;
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    if (!equals_ignoring_ascii_case(trimmed(line.substr(0, colon)), name)) continue;
    value = std::string(trimmed(line.substr(colon + 1)));
  }
  return one_line(utf8_prefix(value.value_or(""), kStatusWordsMax));
}

// "rfc822; anna@asf.example" without what stands before the semicolon (RFC 3464 § 2.3.1).
std::string without_type(const std::string& value) {
  const auto semicolon = value.find(';');
  return std::string(trimmed(semicolon == std::string::npos ? value : value.substr(semicolon + 1)));
}

std::string without_brackets(std::string_view id) {
  id = trimmed(id);
  if (id.starts_with('<')) id.remove_prefix(1);
  if (id.ends_with('>')) id.remove_suffix(1);
  return std::string(id);
}

bool is_status(std::string_view text) {
  return text.size() >= 5 && (text[0] == '2' || text[0] == '4' || text[0] == '5') &&
         text[1] == '.' &&
         std::ranges::all_of(text, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

// Takes the recipient that could not be reached out of a message/delivery-status: groups of fields
// parted by empty lines, the first about the whole mail.
void read_status(std::string_view text, ReturnedMail& mail) {
  std::string plain;
  std::ranges::copy_if(text, std::back_inserter(plain), [](char c) { return c != '\r'; });
  std::size_t begin = 0;
  while (begin < plain.size()) {
    const auto end = std::min(plain.find("\n\n", begin), plain.size());
    const std::string_view group = std::string_view(plain).substr(begin, end - begin);
    begin = end + 2;
    const std::string action = ascii_lower(field_in(group, "Action"));
    const std::string status = field_in(group, "Status");
    if (action != "failed" || !is_status(status.substr(0, status.find(' ')))) continue;
    mail.kind = ReturnedMail::Kind::bounce;
    mail.status = status.substr(0, status.find(' '));
    mail.is_hard = status.starts_with('5');
    mail.recipient = ascii_lower(without_type(field_in(group, "Original-Recipient")));
    if (mail.recipient.empty()) {
      mail.recipient = ascii_lower(without_type(field_in(group, "Final-Recipient")));
    }
    mail.words = without_type(field_in(group, "Diagnostic-Code"));
    return;
  }
}

struct Parts {
  std::string status;  // of the report
  std::string original_id;
  std::string text;  // the first plain part
};

void read_part(GMimeObject* object, Parts& parts) {
  GMimeContentType* type = g_mime_object_get_content_type(object);
  const auto is = [type](const char* media, const char* sub) {
    return g_mime_content_type_is_type(type, media, sub) != 0;
  };
  if (GMIME_IS_MESSAGE_PART(object)) {
    GMimeMessage* original = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    const char* id = original == nullptr ? nullptr : g_mime_message_get_message_id(original);
    if (id != nullptr && parts.original_id.empty()) parts.original_id = without_brackets(id);
    return;
  }
  if (!GMIME_IS_PART(object)) return;
  const std::string content = content_of(GMIME_PART(object));
  const bool is_status =
      is("message", "delivery-status") || is("message", "global-delivery-status");
  const bool is_headers = is("text", "rfc822-headers") || is("message", "rfc822-headers");
  if (is_status && parts.status.empty()) parts.status = content;
  if (is_headers && parts.original_id.empty()) {
    parts.original_id = without_brackets(field_in(content, "Message-ID"));
  }
  if (is("text", "plain") && parts.text.empty()) parts.text = content;
}

// Of the message itself, not of the one that it brings back.
Parts parts_of(GMimeMessage* message) {
  Parts parts;
  std::size_t count = 0;
  GMimePartIter* each = g_mime_part_iter_new(GMIME_OBJECT(message));
  do {
    GMimeObject* object = g_mime_part_iter_get_current(each);
    if (object != nullptr) read_part(object, parts);
  } while (++count < kReturnedPartsMax && g_mime_part_iter_next(each) != 0);
  g_mime_part_iter_free(each);
  return parts;
}

// The words of people, without "Sv:" and "Re:", full stops and the like.
std::string bare(std::string_view line) {
  std::string text = ascii_lower(one_line(utf8_prefix(line, kWordBytesMax)));
  for (const std::string_view prefix : {"re:", "sv:", "fw:", "vb:"}) {
    if (text.starts_with(prefix)) text = std::string(trimmed(text.substr(prefix.size())));
  }
  while (!text.empty() && (text.back() == '.' || text.back() == '!')) text.pop_back();
  return text;
}

bool is_one_of(const std::string& text, const std::vector<std::string_view>& words) {
  return std::ranges::find(words, text) != words.end();
}

// The first line that somebody has written, not quoted.
std::string first_line(std::string_view text) {
  for (const std::string_view line : split(text, '\n')) {
    const std::string_view written = trimmed(line);
    if (!written.empty()) return written.starts_with('>') ? std::string{} : std::string(written);
  }
  return {};
}

bool is_automatic(GMimeObject* message) {
  const std::string submitted = ascii_lower(header(message, "Auto-Submitted"));
  if (!submitted.empty() && !submitted.starts_with("no")) return true;
  const std::string precedence = ascii_lower(header(message, "Precedence"));
  return is_one_of(precedence, {"bulk", "junk", "list", "auto_reply"}) ||
         !header(message, "X-Autoreply").empty() || !header(message, "X-Autorespond").empty() ||
         !header(message, "List-Id").empty();
}

ReturnedMail::Kind kind_of(GMimeObject* message, const ReturnedMail& mail,
                           const std::string& text) {
  if (is_automatic(message)) return ReturnedMail::Kind::automatic;
  const std::string subject = bare(mail.subject);
  const std::string line = bare(first_line(text));
  const std::vector<std::string_view> leaving{"avsluta", "avsluta prenumerationen", "unsubscribe"};
  if (is_one_of(subject, leaving) || is_one_of(line, leaving)) return ReturnedMail::Kind::leave;
  if (is_one_of(line, {"ja", "yes"})) return ReturnedMail::Kind::agree;
  return ReturnedMail::Kind::other;
}

}  // namespace

Result<ReturnedMail> read_returned(std::string_view bytes) {
  if (bytes.size() > kReturnedBytesMax) {
    return Error{Stage::read, "a mail of " + std::to_string(bytes.size()) +
                                  " bytes is larger than 10 MB and was not read"};
  }
  require_gmime();
  const MessageHandle message = parsed(bytes);
  if (message == nullptr) return Error{Stage::read, "what came is no mail"};
  ReturnedMail mail;
  mail.sender = sender_of(message.get());
  const char* subject = g_mime_message_get_subject(message.get());
  if (subject != nullptr) mail.subject = one_line(subject);
  const Parts parts = parts_of(message.get());
  read_status(parts.status, mail);
  if (mail.kind == ReturnedMail::Kind::bounce) {
    mail.message_id = one_line(parts.original_id);
    return mail;
  }
  // A report of a delay, or of success, is no answer of anybody.
  mail.kind = parts.status.empty() ? kind_of(GMIME_OBJECT(message.get()), mail, parts.text)
                                   : ReturnedMail::Kind::automatic;
  return mail;
}

}  // namespace fundwatch::digest
