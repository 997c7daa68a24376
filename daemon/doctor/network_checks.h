// daemon/doctor/network_checks.h — what answers from the mail server, the mailbox, the name server
// and our own public address mean. Pure: whoever asks them hands the answers in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/config.h"
#include "daemon/doctor/finding.h"
#include "digest/mailer.h"
#include "feeds/fetch/fetcher.h"
#include "mailbox/batch.h"

namespace fundwatch::daemon {

// In how long all mails of a week should be out: while readers sleep.
constexpr std::chrono::hours kNight{8};

// `greeting` is what became of connecting, encrypting and logging in, without a mail.
Finding check_relay(const config::Smtp& smtp, const digest::Delivery& greeting);

// Of a test mail to `recipient`.
Finding check_test_mail(const std::string& recipient, const digest::Delivery& delivery);

// For configurations whose mails go to a folder.
Finding check_maildir(const std::filesystem::path& maildir, bool is_writable);

Finding check_mailbox(const config::Imap& imap, const Result<mailbox::Batch>& inbox);

// Whether mails that come back are read. Only where mails go out.
Finding check_returns(const config::MailSettings& mail);

// Whether as many mails as there are subscribers are out by the morning.
Finding check_night(std::size_t subscribers, int mails_per_second);

// A host and whether the name server knows it.
struct Lookup {
  std::string host;
  bool is_known = false;
};
Finding check_names(const std::vector<Lookup>& lookups);

// Only where there is a proxy.
std::optional<Finding> check_proxy(const config::Fetch& fetch);

// Whether readers come to our pages: `answer` is what `public_url` gave for a file of ours with
// these bytes; nothing if it was not asked.
Finding check_public_address(const config::Web& web, const std::optional<feeds::Answer>& answer,
                             const std::string& expected);

}  // namespace fundwatch::daemon
