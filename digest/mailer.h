// digest/mailer.h — the seam between us and the mail system. Real ones: digest/maildir.h and
// digest/smtp.h; tests have a scripted one. A mailer carries bytes and reports; it does not retry.
#pragma once

#include <string>

#include "base/model.h"

namespace fundwatch::digest {

enum class Outcome {
  sent,               // the server has taken responsibility
  deferred,           // try this mail again later (4xx at or after RCPT, connection lost in DATA)
  unreachable,        // no server to talk to, or it takes nothing now (4xx before RCPT): try later
  recipient_refused,  // this address is the fault (RCPT 5.1.x, 5.2.1): counts on the subscriber
  sender_refused,     // we are the fault (banner, AUTH, MAIL FROM, 5.7.x, DATA): stop sending
  interrupted         // a stop was asked for: nothing is known, nothing is counted
};

struct Delivery {
  Outcome outcome = Outcome::sent;
  std::string answer;  // the server's own words, or what went wrong, in words
};

class Mailer {
 public:
  virtual ~Mailer() = default;
  virtual Delivery send(const Mail& mail) = 0;
  // Called when no more mail is waiting: lets go of a held connection.
  virtual void rest() {}
};

}  // namespace fundwatch::digest
