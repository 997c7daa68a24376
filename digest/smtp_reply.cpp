#include "digest/smtp_reply.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace fundwatch::digest {
namespace {

struct Command {
  std::string_view begin;
  SmtpStep step;
};

constexpr std::array<Command, 7> kCommands{{{"EHLO ", SmtpStep::greeting},
                                            {"HELO ", SmtpStep::greeting},
                                            {"STARTTLS\r", SmtpStep::tls},
                                            {"AUTH ", SmtpStep::auth},
                                            {"MAIL FROM:", SmtpStep::mail_from},
                                            {"RCPT TO:", SmtpStep::rcpt_to},
                                            {"DATA\r", SmtpStep::data}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The enhanced status code at the beginning of a reply's words, "5.7.1" (RFC 3463); else empty.
std::string_view enhanced_code(std::string_view words) {
  const std::string_view code = words.substr(0, words.find(' '));
  const bool is_numbers =
      std::all_of(code.begin(), code.end(), [](char c) { return is_digit(c) || c == '.'; });
  return is_numbers && code.starts_with("5.") && std::count(code.begin(), code.end(), '.') == 2
             ? code
             : std::string_view();
}

// 5.1.7 and 5.1.8 are about the sender's address; so is Postfix's 5.1.0, which it gives at RCPT.
bool is_about_sender(std::string_view enhanced, const std::string& words) {
  return enhanced == "5.1.7" || enhanced == "5.1.8" ||
         (enhanced == "5.1.0" && ascii_lower(words).find("sender address") != std::string::npos);
}

// A refusal with an enhanced code at RCPT TO. What only this recipient's side can mend (5.2, 5.4)
// neither counts against them nor holds up the others.
Outcome classify_recipient(std::string_view enhanced, const std::string& words) {
  if (is_about_sender(enhanced, words)) return Outcome::sender_refused;
  if (enhanced.starts_with("5.1.") || enhanced == "5.2.1") return Outcome::recipient_refused;
  if (enhanced.starts_with("5.2.") || enhanced.starts_with("5.4.")) return Outcome::deferred;
  return Outcome::sender_refused;
}

// The same by the basic code alone (RFC 5321 § 4.2.3). 501 at RCPT TO can only mean the address.
Outcome classify_recipient(int code) {
  switch (code) {
    case 501:
    case 550:
    case 551:
    case 553: return Outcome::recipient_refused;
    case 552: return Outcome::deferred;
    default: return Outcome::sender_refused;
  }
}

// Servers write in any charset, and what they write ends in logs and on pages.
std::string printable(std::string_view line) {
  std::string text(line);
  const bool is_utf8 = is_valid_utf8(line);
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) c = ' ';
    if (byte >= 0x80 && !is_utf8) c = '?';
  }
  return text;
}

}  // namespace

std::string_view words_of(SmtpStep step) {
  switch (step) {
    case SmtpStep::connect: return "connecting";
    case SmtpStep::greeting: return "greeting";
    case SmtpStep::tls: return "encryption (STARTTLS)";
    case SmtpStep::auth: return "login (AUTH)";
    case SmtpStep::mail_from: return "sender (MAIL FROM)";
    case SmtpStep::rcpt_to: return "recipient (RCPT TO)";
    case SmtpStep::data: return "mail (DATA)";
    case SmtpStep::body: return "end of mail";
  }
  return "";
}

Outcome classify(SmtpStep step, int code, const std::string& words) {
  if (step == SmtpStep::body && code / 100 == 2) return Outcome::sent;
  // A login that is answered with a further question (XOAUTH2 says 334 to a bad token) has failed.
  if (step == SmtpStep::auth && code / 100 == 3) return Outcome::sender_refused;
  if (code < 500) return step < SmtpStep::rcpt_to ? Outcome::unreachable : Outcome::deferred;
  if (step < SmtpStep::rcpt_to) return Outcome::sender_refused;
  const std::string_view enhanced = enhanced_code(words);
  if (step == SmtpStep::rcpt_to) {
    return enhanced.empty() ? classify_recipient(code) : classify_recipient(enhanced, words);
  }
  // Some servers look for the mailbox only once they have the mail.
  const bool names_mailbox = enhanced == "5.1.1" || enhanced == "5.2.1" || enhanced == "5.2.2";
  return names_mailbox ? classify_recipient(enhanced, words) : Outcome::sender_refused;
}

void SmtpDialogue::sent(std::string_view line) {
  if (line.starts_with("QUIT\r")) is_over_ = true;
  if (is_over_) return;
  reply_ = {};
  for (const Command& command : kCommands) {
    if (line.starts_with(command.begin)) step_ = command.step;
  }
}

void SmtpDialogue::received(std::string_view line) {
  const std::string text = printable(trimmed(line));
  if (is_over_ || text.size() < 3 || !std::all_of(text.begin(), text.begin() + 3, is_digit)) return;
  if (step_ == SmtpStep::connect) step_ = SmtpStep::greeting;
  if (!is_continued_) reply_ = {};
  std::from_chars(text.data(), text.data() + 3, reply_.code);
  is_continued_ = text.size() > 3 && text[3] == '-';
  if (text.size() > 4) {
    if (!reply_.words.empty()) reply_.words += ' ';
    reply_.words += text.substr(4);
    reply_.words.resize(utf8_prefix(reply_.words, kReplyBytesMax).size());
  }
  if (step_ == SmtpStep::data && reply_.code == 354 && !is_continued_) {
    step_ = SmtpStep::body;
    reply_ = {};
  }
}

}  // namespace fundwatch::digest
