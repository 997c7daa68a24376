#include "daemon/mail_source.h"

#include <utility>

#include "feeds/read/identity.h"
#include "mailbox/imap_mailbox.h"
#include "mailbox/maildir_reader.h"

namespace fundwatch::daemon {
namespace {

constexpr std::string_view kMaildir = "maildir:";
constexpr std::string_view kImap = "imap:";
constexpr int kOk = 200;

// The announcements of all mails, each once: alerts repeat what they said before.
feeds::Reading read_mails(const feeds::Asked& asked, const std::vector<std::string>& mails,
                          std::vector<std::string>& notes) {
  feeds::Reading all{.format = "mail", .encoding = "utf-8"};
  for (const std::string& mail : mails) {
    const Response response{.status = kOk, .body = mail};
    auto reading = feeds::read(feeds::document_of(asked, response), asked.limits);
    if (reading) {
      feeds::add_new(all, std::move(reading->items));
    } else {
      notes.push_back(reading.error().message);
    }
  }
  return all;
}

}  // namespace

ReadMailbox mailbox_reader(std::shared_ptr<mailbox::ImapMailbox> imap) {
  return [imap = std::move(imap)](const std::string& url,
                                  const mailbox::Wanted& wanted) -> Result<mailbox::Batch> {
    if (url.starts_with(kMaildir)) {
      return mailbox::read_maildir(url.substr(kMaildir.size()), wanted);
    }
    if (imap && url.starts_with(kImap)) return imap->read(url.substr(kImap.size()), wanted);
    return Error{Stage::fetch, url +
                                   " names no mailbox that fundwatch can read; see [imap] in "
                                   "fundwatch.toml"};
  };
}

MailVisit visit_mailbox(const feeds::Asked& asked, const mailbox::Position& from,
                        const ReadMailbox& read_mailbox) {
  MailVisit mails{{asked.source, {.response = Response{.status = kOk}}, Error{}}, {}};
  const auto batch =
      read_mailbox(asked.source.url, {.from = from, .since = asked.now - kMailsLookBack});
  if (!batch) {
    mails.visit.answer.response = batch.error();
    mails.visit.items = batch.error();
    return mails;
  }
  mails.notes = batch->problems;
  if (from.validity != 0 && from.validity != batch->position.validity) {
    mails.notes.emplace_back("its folder counts its mails anew, and is read as for the first time");
  }
  mails.visit.answer.status = kOk;
  mails.visit.items = read_mails(asked, batch->messages, mails.notes).items;
  mails.visit.mailbox_position = batch->position;
  return mails;
}

}  // namespace fundwatch::daemon
