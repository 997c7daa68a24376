#include "config/source_check.h"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "base/names.h"
#include "base/text.h"
#include "base/url.h"
#include "config/notation.h"

namespace fundwatch::config {
namespace {

constexpr std::size_t kQueryBytesMax = 10'000;

std::string kind_words(const Source& source) {
  return "the kind is " + toml_string(name_of(source.kind));
}

// What TED's queries end with is fundwatch's own.
bool sorts(const Source& source) {
  return source.kind == SourceKind::ted &&
         ascii_lower(source.query).find("sort by") != std::string::npos;
}

bool is_json_object(const std::string& text) {
  boost::system::error_code fault;
  const boost::json::value value = boost::json::parse(text, fault);
  return !fault && value.is_object();
}

constexpr const char* kFilters =
    "the filters that SEDIA is asked with, a JSON object like "
    "{\"bool\":{\"must\":[{\"terms\":{\"status\":[\"31094502\"]}}]}}";

void check_query(const Source& source, std::vector<SourceFault>& faults) {
  const bool is_stated = !source.query.empty();
  if (is_stated && !is_queried(source.kind)) {
    faults.push_back(
        {"query", "is for the kinds \"ted\" and \"sedia\", but " + kind_words(source)});
  } else if (!is_stated && source.kind == SourceKind::ted) {
    faults.push_back({"query",
                      "is missing: what TED is asked for, as in its expert search, like "
                      "place-of-performance IN (SE313)"});
  } else if (source.kind == SourceKind::sedia && !is_json_object(source.query)) {
    faults.push_back({"query", std::string(is_stated ? "expected " : "is missing: ") + kFilters});
  } else if (sorts(source)) {
    faults.push_back({"query", "may not sort: leave SORT BY out, fundwatch adds its own"});
  } else if (source.query.size() > kQueryBytesMax) {
    faults.push_back({"query", "is longer than 10000 bytes"});
  }
}

// "maildir:/var/mail/alerts", "imap:INBOX".
bool is_mailbox(const std::string& url) {
  const bool names_one = url.starts_with("maildir:/") || url.starts_with("imap:");
  return names_one && !url.ends_with(':');
}

void check_url(const Source& source, std::vector<SourceFault>& faults) {
  if (source.kind == SourceKind::mail) {
    if (is_mailbox(source.url)) return;
    return faults.push_back({"url", toml_string(source.url) +
                                        ": expected \"maildir:/…\", or \"imap:\" and the name of a "
                                        "folder of the mailbox that fundwatch.toml names"});
  }
  const auto url = parse_url(source.url);
  if (url && !url->has_userinfo) return;
  faults.push_back({"url", toml_string(source.url) +
                               ": expected an address with http:// or https:// and no user name"});
}

void check_page(const Source& source, std::vector<SourceFault>& faults) {
  if (source.page_rule == PageRule{} || source.kind == SourceKind::page) return;
  faults.push_back({"page", "says where a list is on a page, but " + kind_words(source) +
                                "; expected kind = \"page\""});
}

// An address, or "@" and a domain.
bool is_sender(const std::string& sender) {
  return is_mail_address(sender.starts_with('@') ? "anybody" + sender : sender);
}

void check_senders(const Source& source, std::vector<SourceFault>& faults) {
  if (source.kind != SourceKind::mail) {
    if (source.senders.empty()) return;
    return faults.push_back({"senders", "are for the kind \"mail\", but " + kind_words(source)});
  }
  if (source.senders.empty()) {
    faults.push_back({"senders",
                      "are missing: whose mails are read, like [\"larm@portal.example\", "
                      "\"@portal.example\"]"});
  }
  for (const std::string& sender : source.senders) {
    if (is_sender(sender)) continue;
    faults.push_back({"senders", toml_string(sender) + ": expected an address, or @ and a domain"});
  }
}

}  // namespace

bool is_queried(SourceKind kind) { return kind == SourceKind::ted || kind == SourceKind::sedia; }

std::vector<SourceFault> faults_of(const Source& source) {
  std::vector<SourceFault> faults;
  check_url(source, faults);
  check_senders(source, faults);
  check_page(source, faults);
  check_query(source, faults);
  return faults;
}

}  // namespace fundwatch::config
