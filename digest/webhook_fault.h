// digest/webhook_fault.h — the mail to the coordinator about a webhook whose receiver takes
// nothing, as words: plain text (72 columns) and HTML. Pure. Says what is wrong, what is lost, what
// to do.
#pragma once

#include <string>

#include "digest/render.h"

namespace fundwatch::digest {

struct WebhookFault {
  // gone: it is switched off. failing: hits were given up, and the next ones are still tried.
  enum class Kind { failing, gone };
  Kind kind = Kind::failing;
  std::string profile;
  std::string host;    // alone: an address may be a secret
  std::string answer;  // to the last attempt
  int lost = 0;        // hits that will not be posted
};

Rendering render(const WebhookFault& fault, const config::Config& config, Mode mode);

}  // namespace fundwatch::digest
