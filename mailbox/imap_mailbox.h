// mailbox/imap_mailbox.h — the mails of an IMAP folder after a position: RFC 3501, read-only
// (EXAMINE), each mail by its UID. Belongs to one thread.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "config/imap.h"
#include "mailbox/batch.h"

namespace fundwatch::mailbox {

class ImapMailbox {
 public:
  // `secret` is the password, or the client secret for xoauth2. `on_progress` is called about five
  // times a second while a server is waited for: the watchdog's sign of life.
  ImapMailbox(config::Imap settings, std::string secret, const Clock& clock, std::stop_token stop,
              std::function<void()> on_progress);
  ~ImapMailbox();
  ImapMailbox(const ImapMailbox&) = delete;
  ImapMailbox& operator=(const ImapMailbox&) = delete;

  // `folder` as the server names it: "INBOX", "Larm/Portalen". A folder whose UIDVALIDITY has
  // changed counts anew, and is read as if for the first time. Error{fetch} in words.
  Result<Batch> read(const std::string& folder, const Wanted& wanted);

 private:
  class Account;
  std::unique_ptr<Account> account_;
};

}  // namespace fundwatch::mailbox
