// feeds/read/mail_message.h — a mail (RFC 5322, MIME) taken apart by GMime: who, when, what.
// Attachments are not looked at. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/model.h"
#include "base/result.h"

namespace fundwatch::feeds {

inline constexpr std::size_t kMailBytesMax = 10'000'000;
inline constexpr std::size_t kMailPartsMax = 100;

struct MailMessage {
  std::string sender;  // the address of From, lower case
  std::string subject;
  std::optional<Instant> date;
  std::string html;  // the first part of each kind, as UTF-8; empty without one
  std::string text;
};

// Error{read} for what is no mail or larger than kMailBytesMax.
Result<MailMessage> read_mail_message(std::string_view bytes);

// Whether one of `allowed` names the sender: by address ("larm@portal.se") or by domain and those
// below it ("@portal.se"). Ignores case.
bool is_sender_allowed(const std::string& sender, const std::vector<std::string>& allowed);

}  // namespace fundwatch::feeds
