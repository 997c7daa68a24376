// digest/smtp_reply.h — what a mail server answered, at which step, and what that means.
// A SmtpDialogue listens to both sides of one transfer; classify() judges what it heard. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "digest/mailer.h"

namespace fundwatch::digest {

// In the order in which they come.
enum class SmtpStep { connect, greeting, tls, auth, mail_from, rcpt_to, data, body };

// How a step is called in messages: "recipient (RCPT TO)".
std::string_view words_of(SmtpStep step);

// What a reply of `code` (three digits; 0: none came) with these words at this step means. `words`
// is what follows the code: "5.1.1 No such user".
Outcome classify(SmtpStep step, int code, const std::string& words);

// `words` has all lines of a reply joined by blanks, at most kReplyBytesMax, valid UTF-8 without
// control characters.
struct SmtpReply {
  int code = 0;  // 0: none came yet
  std::string words;
};

inline constexpr std::size_t kReplyBytesMax = 500;

class SmtpDialogue {
 public:
  // A line that we sent; what came before was another command's answer.
  void sent(std::string_view line);
  // A line of the server.
  void received(std::string_view line);

  // Where the transfer stands: the last command, or `body` once the server asked for the mail.
  SmtpStep step() const { return step_; }
  // To what we sent last; QUIT does not count.
  const SmtpReply& reply() const { return reply_; }

 private:
  SmtpStep step_ = SmtpStep::connect;
  SmtpReply reply_;
  bool is_continued_ = false;  // the reply has further lines
  bool is_over_ = false;       // we said QUIT
};

}  // namespace fundwatch::digest
