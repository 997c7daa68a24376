// daemon/mail_source.h — a source of kind mail: its mailbox, read on from where it was left, and
// the announcements that its mails link to. What they link to is never fetched.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "daemon/visit.h"
#include "mailbox/batch.h"

namespace fundwatch::mailbox {
class ImapMailbox;
}

namespace fundwatch::daemon {

// Of a mailbox that was never read before, how old a mail may be.
constexpr std::chrono::days kMailsLookBack{14};

// The mails behind a source's address: "maildir:/var/mail/alerts", or "imap:INBOX" for a folder of
// the mailbox that fundwatch.toml names.
using ReadMailbox =
    std::function<Result<mailbox::Batch>(const std::string& url, const mailbox::Wanted& wanted)>;

// Of Maildirs, and of `imap` if there is one.
ReadMailbox mailbox_reader(std::shared_ptr<mailbox::ImapMailbox> imap);

struct MailVisit {
  Visit visit;
  std::vector<std::string> notes;  // what was passed over, and why
};

// Mails of other senders than the source's are passed over, and so is what is no mail.
MailVisit visit_mailbox(const feeds::Asked& asked, const mailbox::Position& from,
                        const ReadMailbox& read_mailbox);

}  // namespace fundwatch::daemon
