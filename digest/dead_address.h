// digest/dead_address.h — the mail to the coordinator about a reader whose address takes no mail,
// as words: plain text (72 columns) and HTML. Pure. Says who, what the server said, what to do.
#pragma once

#include <string>

#include "digest/render.h"

namespace fundwatch::digest {

struct DeadAddress {
  std::string address;
  std::string organisation;  // empty: not known
  std::string words;         // of the server, empty: none
};

Rendering render(const DeadAddress& dead, const config::Config& config, Mode mode);

}  // namespace fundwatch::digest
